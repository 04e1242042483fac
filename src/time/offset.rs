//! Offsets from UTC: `Z` and `±hh:mm`, and other spellings of them.

use core::ops::RangeInclusive;

use time::UtcOffset;

use super::{OffsetFault, TimeError, print};
use crate::digits::decimal;
use crate::search;

/// What follows the time of day.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Offset {
    /// Nothing: the time is local.
    None,
    /// `Z`.
    Zulu,
    /// `-00:00`: the instant is known, but not the local offset.
    Unknown,
    /// `±hh:mm`.
    Fixed(UtcOffset),
}

/// The largest offset that any place has. It tells an offset without its plus sign from a second time of day.
const LARGEST_HOURS: u8 = 14;

/// Reads what follows a time of day. A text that is probably an offset in another spelling is refused, and the error
/// contains the right spelling.
pub(super) fn read(text: &str) -> Result<Offset, TimeError> {
    if matches!(text, "Z" | "z") {
        return Ok(Offset::Zulu);
    }
    if let Some(unsigned) = search::behind_first(text, |sign| matches!(sign, '+' | '-'))
        && let Some((hours, minutes)) = search::split_at(unsigned, b":")
        && let (Some(hours), Some(minutes)) = (number(hours, 2..=2), number(minutes, 2..=2))
    {
        let offset = offset(text.starts_with('-'), hours, minutes);
        return match offset.ok_or(TimeError::OffsetRange)? {
            offset if offset.is_utc() && text.starts_with('-') => Ok(Offset::Unknown),
            offset => Ok(Offset::Fixed(offset)),
        };
    }
    let meant = meant(text);
    if meant.is_some() || search::begins(text, is_sign) {
        // After a space or letters, the offset itself may be right.
        let is_apart = !search::all(text, |byte| !byte.is_ascii_alphabetic())
            || (text.starts_with(' ') && fixed(text.trim_start()).is_some());
        let fault = if is_apart { OffsetFault::Apart } else { OffsetFault::Spelling };
        return Err(TimeError::OffsetFormat { meant, fault });
    }
    // In the query of a URL, a plus sign means a space.
    let lost = text
        .strip_prefix(' ')
        .and_then(|text| clock(text).or_else(|| Some((number(text, 2..=2)?, 0))));
    match lost.filter(|(hours, _)| *hours <= LARGEST_HOURS) {
        Some((hours, minutes)) => {
            let meant = offset(false, hours, minutes).map(printed);
            Err(TimeError::OffsetFormat { meant, fault: OffsetFault::LostPlus })
        }
        None => Err(TimeError::Format(None)),
    }
}

/// Reads `±hh:mm` only, as the name of a zone.
pub(super) fn fixed(text: &str) -> Option<UtcOffset> {
    match read(text) {
        Ok(Offset::Fixed(offset)) => Some(offset),
        _ => None,
    }
}

/// The signs of offsets, and the dashes into which word processors turn a minus sign.
const fn is_sign(character: char) -> bool {
    matches!(character, '+' | '-' | '\u{2010}' | '\u{2011}' | '\u{2013}' | '\u{2212}')
}

/// The right spelling of an offset such as ` +01:00`, `+0100`, `+01`, `UTC-3` or `GMT+5:30`; `Z` for `UTC`.
pub(super) fn meant(text: &str) -> Option<String> {
    let text = text.trim();
    let letters = text.get(..3).filter(|letters| {
        letters.eq_ignore_ascii_case("UTC") || letters.eq_ignore_ascii_case("GMT")
    });
    let after = letters.and_then(|letters| text.get(letters.len()..)).unwrap_or(text).trim_start();
    if (letters.is_some() && after.is_empty()) || matches!(text, "Z" | "z") {
        return Some("Z".to_owned());
    }
    let digits = search::behind_first(after, is_sign)?.trim_start();
    let (hours, minutes) = clock(digits).or_else(|| Some((number(digits, 1..=2)?, 0)))?;
    offset(!after.starts_with('+'), hours, minutes).map(printed)
}

/// Hours and minutes: `01:00`, `1:00` or `0100`.
fn clock(text: &str) -> Option<(u8, u8)> {
    let (hours, minutes) = match search::split_at(text, b":") {
        Some(parts) => parts,
        None => text.split_at_checked(2)?,
    };
    Some((number(hours, 1..=2)?, number(minutes, 2..=2)?))
}

/// Reads a number of ASCII digits, whose count must be in `lengths`.
fn number(digits: &str, lengths: RangeInclusive<usize>) -> Option<u8> {
    lengths.contains(&digits.len()).then(|| decimal(digits)).flatten()
}

fn printed(offset: UtcOffset) -> String {
    print::offset(offset.whole_seconds()).as_str().to_owned()
}

fn offset(is_west: bool, hours: u8, minutes: u8) -> Option<UtcOffset> {
    if hours > 23 || minutes > 59 {
        return None;
    }
    let seconds = i32::from(hours).saturating_mul(60).saturating_add(i32::from(minutes));
    UtcOffset::from_whole_seconds(seconds.saturating_mul(if is_west { -60 } else { 60 })).ok()
}
