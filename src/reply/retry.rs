//! How long a gateway asks its clients to wait.

use time::{Date, Month};

use super::HttpReply;
use crate::{digits::decimal, search};

/// Numbers from here on are Unix times, and smaller ones are durations: servers send both in `X-RateLimit-Reset`. As a
/// time this is September 2001, as a duration 31 years.
const UNIX_FROM: i64 = 1_000_000_000;

/// The longest duration that is believed: a year, in seconds.
const LONGEST: u32 = 31_622_400;

const MONTHS: &str = "janfebmaraprmayjunjulaugsepoctnovdec";

/// How many seconds to wait from `now`, which is in Unix seconds: according to `Retry-After` or, if a rate limit was
/// reached, the reset of the limit.
pub(super) fn seconds(reply: &HttpReply<'_>, is_limited: bool, now: i64) -> Option<u32> {
    // For an instant in the past there is nothing to wait for.
    let until = |instant: i64| instant.checked_sub(now).map(|wait| wait.max(0));
    let asked = reply.header("retry-after").and_then(|text| {
        let text = text.trim();
        decimal(text).or_else(|| until(http_date(text)?))
    });
    let reset = || {
        let names = ["x-ratelimit-reset", "ratelimit-reset"];
        let text = names.into_iter().find_map(|name| reply.header(name))?;
        let number = decimal(text.trim())?;
        if number < UNIX_FROM { Some(number) } else { until(number) }
    };
    let wait = asked.or_else(|| if is_limited { reset() } else { None })?;
    u32::try_from(wait).ok().filter(|wait| *wait <= LONGEST)
}

/// The Unix seconds of a date in one of the three forms of
/// [RFC 9110 section 5.6.7](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7):
/// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`.
fn http_date(text: &str) -> Option<i64> {
    let mut parts = search::split(text, b" ,-:").filter(|part| !part.is_empty()).skip(1);
    let mut next = || parts.next();
    let (first, second, third) = (next()?, next()?, next()?);
    let (day, month, [year, hour, minute, seconds]) = if let Some(day) = decimal::<i64>(first) {
        (day, second, [third, next()?, next()?, next()?])
    } else {
        let (minute, seconds, year) = (next()?, next()?, next()?);
        (decimal(second)?, first, [year, third, minute, seconds])
    };
    // Years with two digits are in this century.
    let century = if year.len() == 2 { 2000 } else { 0 };
    let year = decimal::<i32>(year)?.checked_add(century)?;
    let small = decimal::<u8>;
    let date = Date::from_calendar_date(year, month_of(month)?, day.try_into().ok()?).ok()?;
    // A leap second counts as the one before it.
    let time = date.with_hms(small(hour)?, small(minute)?, small(seconds)?.min(59)).ok()?;
    Some(time.assume_utc().unix_timestamp())
}

fn month_of(name: &str) -> Option<Month> {
    let at = search::find(MONTHS, &name.to_ascii_lowercase())
        .filter(|at| name.len() == 3 && at % 3 == 0)?;
    Month::try_from(u8::try_from(at / 3).ok()?.checked_add(1)?).ok()
}
