//! Times as text, as RFC 3339 has it.

use time::{OffsetDateTime, UtcOffset};

use crate::short::Short;

/// The text of a time: `2026-04-28T14:00:00-03:00` is the longest.
pub(crate) type TimeText = Short<25>;

/// The text of an offset: `-03:00`, or `Z`.
pub(super) type OffsetText = Short<6>;

/// The time in its own offset, with `Z` where it was written so.
pub(super) fn print(local: OffsetDateTime, is_zulu: bool) -> TimeText {
    let mut text = clock(local);
    if is_zulu {
        text.push(b'Z');
    } else {
        text.push_all(offset(local.offset().whole_seconds()).as_bytes());
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
pub(super) fn offset(seconds: i32) -> OffsetText {
    let minutes = seconds.unsigned_abs().wrapping_div(60);
    let part = |number: u32| u8::try_from(number).unwrap_or(0);
    let mut text = Short::EMPTY;
    text.push(if seconds < 0 { b'-' } else { b'+' });
    push_two(&mut text, part(minutes.wrapping_div(60)));
    text.push(b':');
    push_two(&mut text, part(minutes.wrapping_rem(60)));
    text
}

/// Date and time of day: `2026-04-28T14:00:00`.
fn clock(local: OffsetDateTime) -> TimeText {
    let mut text = Short::EMPTY;
    let year = u16::try_from(local.year()).unwrap_or(0);
    push_two(&mut text, u8::try_from(year.wrapping_div(100)).unwrap_or(0));
    push_two(&mut text, u8::try_from(year.wrapping_rem(100)).unwrap_or(0));
    for (separator, part) in [
        (b'-', u8::from(local.month())),
        (b'-', local.day()),
        (b'T', local.hour()),
        (b':', local.minute()),
        (b':', local.second()),
    ] {
        text.push(separator);
        push_two(&mut text, part);
    }
    text
}

fn push_two<const N: usize>(text: &mut Short<N>, number: u8) {
    text.push(b'0'.wrapping_add(number.wrapping_div(10)));
    text.push(b'0'.wrapping_add(number.wrapping_rem(10)));
}
