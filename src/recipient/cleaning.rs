//! What is taken off a text before it is read.

use std::borrow::Cow;

use super::{RecipientError as Error, RecipientNotice as Notice};

/// The text without blanks around it and without the signs that nobody sees: copied from pages and address books,
/// which mark the direction of numbers with them.
///
/// # Errors
/// A control character: a line break would end a header. Nothing at all.
pub(super) fn clean<'t>(text: &'t str, notices: &mut Vec<Notice>) -> Result<Cow<'t, str>, Error> {
    let text = text.trim();
    if text.bytes().any(|byte| byte.is_ascii_control())
        || (!text.is_ascii() && text.chars().any(char::is_control))
    {
        return Err(Error::ControlCharacter);
    }
    let visible = if !text.is_ascii() && text.chars().any(is_invisible) {
        if !notices.contains(&Notice::InvisibleRemoved) {
            notices.push(Notice::InvisibleRemoved);
        }
        let visible: String = text.chars().filter(|sign| !is_invisible(*sign)).collect();
        Cow::Owned(visible.trim().to_owned())
    } else {
        Cow::Borrowed(text)
    };
    if visible.is_empty() { Err(Error::Missing) } else { Ok(visible) }
}

/// The signs that Unicode calls `Default_Ignorable_Code_Point`, and the empty pattern of Braille.
fn is_invisible(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    )
}
