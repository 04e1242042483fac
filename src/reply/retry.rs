//! How long a gateway asks to wait.

use time::{Date, Month};

use super::HttpReply;

/// Numbers from here on are Unix time, and smaller ones a span: servers give both in `X-RateLimit-Reset`. It is
/// September 2001, or 31 years.
const UNIX_FROM: i64 = 1_000_000_000;

/// The longest span that is believed: a year, in seconds.
const LONGEST: i64 = 31_622_400;

const MONTHS: &str = "janfebmaraprmayjunjulaugsepoctnovdec";

/// The seconds to wait from `now`, in Unix seconds, by `Retry-After` and, where requests are limited, by the
/// limit's reset.
pub(super) fn seconds(reply: &HttpReply<'_>, is_limited: bool, now: i64) -> Option<u32> {
    let asked = reply.header("retry-after").and_then(|text| {
        let text = text.trim();
        text.parse().ok().or_else(|| http_date(text)?.checked_sub(now).map(|wait| wait.max(0)))
    });
    let reset = || {
        let names = ["x-ratelimit-reset", "ratelimit-reset"];
        let text = names.into_iter().find_map(|name| reply.header(name))?;
        let number: i64 = text.trim().parse().ok()?;
        if number < UNIX_FROM {
            Some(number)
        } else {
            number.checked_sub(now).map(|wait| wait.max(0))
        }
    };
    let wait = asked.or_else(|| if is_limited { reset() } else { None })?;
    (0..=LONGEST).contains(&wait).then(|| u32::try_from(wait).ok()).flatten()
}

/// The Unix seconds of a date in one of the three forms of
/// [RFC 9110 section 5.6.7](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7).
fn http_date(text: &str) -> Option<i64> {
    let mut parts = text.split([' ', ',', '-', ':']).filter(|part| !part.is_empty()).skip(1);
    let first = parts.next()?;
    let is_asctime = first.starts_with(|sign: char| sign.is_ascii_alphabetic());
    let second = parts.next()?;
    let (day, month) = if is_asctime { (second, first) } else { (first, second) };
    let mut number = || parts.next()?.parse::<u8>().ok();
    let (year, hour, minute, second);
    if is_asctime {
        (hour, minute, second) = (number()?, number()?, number()?);
        year = parts.next()?.parse().ok()?;
    } else {
        let written = parts.next()?;
        let short: i32 = written.parse().ok()?;
        // Two digits are of the obsolete form, and of this century.
        year = if written.len() == 2 { short.checked_add(2000)? } else { short };
        let mut number = || parts.next()?.parse::<u8>().ok();
        (hour, minute, second) = (number()?, number()?, number()?);
    }
    let date = Date::from_calendar_date(year, month_of(month)?, day.parse().ok()?).ok()?;
    Some(date.with_hms(hour, minute, second.min(59)).ok()?.assume_utc().unix_timestamp())
}

fn month_of(name: &str) -> Option<Month> {
    let at = MONTHS.find(&name.to_ascii_lowercase()).filter(|at| name.len() == 3 && at % 3 == 0)?;
    Month::try_from(u8::try_from(at / 3).ok()?.checked_add(1)?).ok()
}
