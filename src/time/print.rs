//! Times as text, as RFC 3339 has it.

use time::{OffsetDateTime, UtcOffset};

use crate::short::Short;

/// The text of a time or of an offset: `2026-04-28T14:00:00-03:00` is the longest, with 25 characters.
pub(crate) type TimeText = Short;

/// The time in its own offset, with `Z` where it was written so.
pub(super) fn print(local: OffsetDateTime, is_zulu: bool) -> TimeText {
    let mut text = clock(local);
    if is_zulu {
        text.push(b'Z');
    } else {
        push_offset(&mut text, local.offset().whole_seconds());
    }
    text
}

/// The time in UTC, with milliseconds.
pub(super) fn utc_milliseconds(local: OffsetDateTime) -> TimeText {
    // An offset can lead out of the years that UTC has, to the very first and last hours of time.
    let mut text = clock(local.checked_to_offset(UtcOffset::UTC).unwrap_or(local));
    text.push_all(b".000Z");
    text
}

/// An offset in seconds east of UTC as `±hh:mm`.
pub(super) fn offset(seconds: i32) -> TimeText {
    let mut text = TimeText::EMPTY;
    push_offset(&mut text, seconds);
    text
}

fn push_offset(text: &mut TimeText, seconds: i32) {
    let minutes = seconds.unsigned_abs().wrapping_div(60);
    let part = |number: u32| u8::try_from(number).unwrap_or(0);
    push_two(text, if seconds < 0 { b"-" } else { b"+" }, part(minutes.wrapping_div(60)));
    push_two(text, b":", part(minutes.wrapping_rem(60)));
}

/// What stands before each two digits of a date and a time of day.
const MARKS: [&[u8]; 7] = [b"", b"", b"-", b"-", b"T", b":", b":"];

/// Date and time of day: `2026-04-28T14:00:00`.
fn clock(local: OffsetDateTime) -> TimeText {
    let mut text = TimeText::EMPTY;
    let year = u16::try_from(local.year()).unwrap_or(0);
    let part = |number: u16| u8::try_from(number).unwrap_or(0);
    let parts = [
        part(year.wrapping_div(100)),
        part(year.wrapping_rem(100)),
        u8::from(local.month()),
        local.day(),
        local.hour(),
        local.minute(),
        local.second(),
    ];
    for (mark, part) in MARKS.iter().zip(parts) {
        push_two(&mut text, mark, part);
    }
    text
}

/// Writes a number of two digits behind a mark.
fn push_two(text: &mut TimeText, mark: &[u8], number: u8) {
    text.push_all(mark);
    text.push(b'0'.wrapping_add(number.wrapping_div(10)));
    text.push(b'0'.wrapping_add(number.wrapping_rem(10)));
}
