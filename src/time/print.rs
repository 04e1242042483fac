//! Times as text, as RFC 3339 has it.

use time::OffsetDateTime;

/// Writes the time in its own offset, `Z` where it was written so.
pub(super) fn print(local: OffsetDateTime, is_zulu: bool) -> String {
    let mut text = String::with_capacity(25);
    let year = u16::try_from(local.year()).unwrap_or(0);
    push_two(&mut text, u8::try_from(year.checked_div(100).unwrap_or(0)).unwrap_or(0));
    push_two(&mut text, u8::try_from(year.checked_rem(100).unwrap_or(0)).unwrap_or(0));
    for (separator, part) in [
        ('-', u8::from(local.month())),
        ('-', local.day()),
        ('T', local.hour()),
        (':', local.minute()),
        (':', local.second()),
    ] {
        text.push(separator);
        push_two(&mut text, part);
    }
    if is_zulu {
        text.push('Z');
    } else {
        push_offset(&mut text, local.offset().whole_seconds());
    }
    text
}

/// An offset in seconds east of UTC as `±hh:mm`.
pub(super) fn offset(seconds: i32) -> String {
    let mut text = String::new();
    push_offset(&mut text, seconds);
    text
}

fn push_offset(text: &mut String, seconds: i32) {
    let minutes = seconds.unsigned_abs().checked_div(60).unwrap_or(0);
    let part =
        |number: Option<u32>| number.and_then(|number| u8::try_from(number).ok()).unwrap_or(0);
    text.push(if seconds < 0 { '-' } else { '+' });
    push_two(text, part(minutes.checked_div(60)));
    text.push(':');
    push_two(text, part(minutes.checked_rem(60)));
}

fn push_two(text: &mut String, number: u8) {
    for digit in [number.wrapping_div(10), number.wrapping_rem(10)] {
        text.push(char::from(b'0'.wrapping_add(digit)));
    }
}
