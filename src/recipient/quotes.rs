//! Quotation marks and apostrophes that keep spreadsheets from reading a text as a number.

use super::RecipientNotice as Notice;
use crate::search;

/// The text inside them: `'+5511999999999` as typed into a spreadsheet, `="+5511999999999"` as in a file for one.
pub(super) fn inside<'t>(text: &'t str, notices: &mut Vec<Notice>) -> &'t str {
    let quoted =
        text.strip_prefix('=').filter(|rest| search::begins(rest, is_quote)).unwrap_or(text);
    let inside = match search::behind_first(quoted, is_apostrophe) {
        Some(rest) => Some(search::before_last(rest, is_apostrophe).unwrap_or(rest)),
        None => search::behind_first(quoted, is_quote)
            .and_then(|rest| search::before_last(rest, is_quote)),
    };
    match inside.map(str::trim) {
        Some(inside) if !inside.is_empty() => {
            notices.push(Notice::QuotesRemoved);
            inside
        }
        _ => text,
    }
}

/// Whether a character is an apostrophe, straight or curly, or is typed in place of one.
fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '`' | '\u{b4}' | '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{ff07}')
}

fn is_quote(character: char) -> bool {
    matches!(character, '"' | '\u{201c}' | '\u{201d}' | '\u{ff02}')
}
