//! Cleans a text before it is read.

use std::borrow::Cow;

use super::{RecipientError as Error, RecipientNotice as Notice, spelling::has_number};
use crate::{invisible::is_invisible, search};

/// The text without white space around it and without invisible characters. Pages and address books mark the direction
/// of numbers with such characters, and they are copied along.
///
/// # Errors
/// The text has several lines or cells with a number in each, another control character (a line break would end a
/// header), or nothing at all.
pub(super) fn clean<'t>(text: &'t str, notices: &mut Vec<Notice>) -> Result<Cow<'t, str>, Error> {
    let text = text.trim();
    if text.bytes().any(|byte| byte.is_ascii_control())
        || (!text.is_ascii() && text.chars().any(char::is_control))
    {
        let (mut numbers, mut rest) = (0_usize, text);
        while let Some((line, behind)) = search::split_where(rest, char::is_control) {
            numbers = numbers.saturating_add(has_number(line).into());
            rest = behind;
        }
        numbers = numbers.saturating_add(has_number(rest).into());
        return Err(if numbers > 1 { Error::Multiple } else { Error::ControlCharacter });
    }
    let visible = if !text.is_ascii() && text.chars().any(is_invisible) {
        if !notices.contains(&Notice::InvisibleRemoved) {
            notices.push(Notice::InvisibleRemoved);
        }
        let visible =
            search::changed(text, &|character| Some(character).filter(|seen| !is_invisible(*seen)));
        Cow::Owned(visible.trim().to_owned())
    } else {
        Cow::Borrowed(text)
    };
    if visible.is_empty() { Err(Error::Missing) } else { Ok(visible) }
}
