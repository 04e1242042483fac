//! Writes times as text, according to RFC 3339.

use time::{OffsetDateTime, UtcOffset};

use crate::short::Short;

/// The text of a time or of an offset: `2026-04-28T14:00:00-03:00` is the longest, with 25 characters.
pub(crate) type TimeText = Short;

/// Writes a time in its own offset, with `Z` if it was written with `Z`.
pub(super) fn print(local: OffsetDateTime, is_zulu: bool) -> TimeText {
    let mut text = clock(local);
    if is_zulu {
        text.push(b'Z');
    } else {
        text.push_all(&hours_and_minutes(local.offset().whole_seconds()));
    }
    text
}

/// Writes a time in UTC, with milliseconds.
pub(super) fn utc_milliseconds(local: OffsetDateTime) -> TimeText {
    // Near the first and the last year, a local time may have no UTC time within the supported years.
    let mut text = clock(local.checked_to_offset(UtcOffset::UTC).unwrap_or(local));
    text.push_all(b".000Z");
    text
}

/// Writes an offset in seconds east of UTC as `±hh:mm`.
pub(super) fn offset(seconds: i32) -> TimeText {
    let mut text = TimeText::EMPTY;
    text.push_all(&hours_and_minutes(seconds));
    text
}

fn hours_and_minutes(seconds: i32) -> [u8; 6] {
    let minutes = seconds.unsigned_abs().wrapping_div(60);
    let mut text = *b"+00:00";
    if let (Some(sign), true) = (text.first_mut(), seconds < 0) {
        *sign = b'-';
    }
    put_two(&mut text, 1, minutes.wrapping_div(60));
    put_two(&mut text, 4, minutes.wrapping_rem(60));
    text
}

/// Writes a date and a time of day: `2026-04-28T14:00:00`.
fn clock(local: OffsetDateTime) -> TimeText {
    let mut clock = *b"0000-00-00T00:00:00";
    let year = local.year().unsigned_abs();
    put_two(&mut clock, 0, year.wrapping_div(100));
    put_two(&mut clock, 2, year.wrapping_rem(100));
    put_two(&mut clock, 5, u8::from(local.month()).into());
    put_two(&mut clock, 8, local.day().into());
    put_two(&mut clock, 11, local.hour().into());
    put_two(&mut clock, 14, local.minute().into());
    put_two(&mut clock, 17, local.second().into());
    let mut text = TimeText::EMPTY;
    text.push_all(&clock);
    text
}

/// Writes the two digits of a number below 100 at their place.
fn put_two(text: &mut [u8], at: usize, number: u32) {
    let digit = |number: u32| b'0'.wrapping_add(number.to_le_bytes()[0]);
    if let Some([ten, one, ..]) = text.get_mut(at..) {
        *ten = digit(number.wrapping_div(10));
        *one = digit(number.wrapping_rem(10));
    }
}
