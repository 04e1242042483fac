//! Times as text: [RFC 3339](https://www.rfc-editor.org/rfc/rfc3339) with the suffixes of [RFC
//! 9557](https://www.rfc-editor.org/rfc/rfc9557), and the local times of `<input type="datetime-local">`. The seconds
//! are optional, and a space may replace the `T`. If the caller sets the order of day and month, dates that begin with
//! one of them are read too: `10/09/2027`.
//!
//! The `time` crate knows the calendar. Its own parser does not say which part is wrong and how to correct it, so the
//! text is parsed here.

use time::{Date, Month, PrimitiveDateTime};

use super::{
    DateOrder, TimeError,
    hint::{Hint, hint},
    offset::{self, Offset},
    suffix::{self, Suffix},
};
use crate::digits::decimal;

/// A time as it is written, without regard to other zones.
pub(super) struct Written<'t> {
    pub(super) local: PrimitiveDateTime,
    /// Whether a fraction of a second other than zero was written.
    pub(super) has_fraction: bool,
    pub(super) offset: Offset,
    /// The zone in brackets.
    pub(super) suffix: Option<Suffix<'t>>,
}

/// Parses `text`. `order` is the order of day and month in dates that begin with one of them.
pub(super) fn parse(text: &str, order: Option<DateOrder>) -> Result<Written<'_>, TimeError> {
    parse_known(text, order).map_err(|error| match error {
        TimeError::Format(_) => hint(text),
        other => other,
    })
}

fn parse_known(text: &str, order: Option<DateOrder>) -> Result<Written<'_>, TimeError> {
    let mut scan = Scan(text);
    let ordered = match order {
        Some(order) if scan.begins_with_day_or_month() => Some(scan.ordered_date(order)?),
        _ => None,
    };
    let date = ordered.map_or_else(|| scan.date(), Ok)?;
    if scan.0.is_empty() || scan.0.starts_with('[') {
        return Err(TimeError::DateOnly);
    }
    scan.any_of(b"Tt ")?;
    // Dates with days such as `9` may be followed by hours such as `9`.
    let (clock, has_fraction) = scan.clock(if ordered.is_some() { 1 } else { 2 })?;
    let offset = scan.offset()?;
    let suffix = suffix::parse(scan.0)?;
    Ok(Written { local: PrimitiveDateTime::new(date, clock), has_fraction, offset, suffix })
}

/// The text still to be read.
struct Scan<'t>(&'t str);

impl<'t> Scan<'t> {
    /// Takes the next character if it is one of `characters`, which are ASCII.
    fn take(&mut self, bytes: &[u8]) -> Option<u8> {
        let byte = *self.0.as_bytes().first()?;
        let is_one = bytes.contains(&byte);
        self.0 = self.0.get(1..).filter(|_| is_one)?;
        Some(byte)
    }

    fn any_of(&mut self, bytes: &[u8]) -> Result<u8, TimeError> {
        self.take(bytes).ok_or(TimeError::Format(None))
    }

    /// Takes all ASCII digits that follow.
    fn digits(&mut self) -> &'t str {
        let end = self.0.bytes().position(|byte| !byte.is_ascii_digit());
        let (digits, rest) =
            end.and_then(|end| self.0.split_at_checked(end)).unwrap_or((self.0, ""));
        self.0 = rest;
        digits
    }

    fn two_digits(&mut self) -> Result<u8, TimeError> {
        self.digits_from(2)
    }

    /// Reads a number of two digits, or of one if `least` is 1.
    fn digits_from(&mut self, least: usize) -> Result<u8, TimeError> {
        let value = |digit: &u8| digit.wrapping_sub(b'0');
        match self.digits().as_bytes() {
            [ten, one] => Ok(value(ten).wrapping_mul(10).wrapping_add(value(one))),
            [one] if least == 1 => Ok(value(one)),
            _ => Err(TimeError::Format(None)),
        }
    }

    fn date(&mut self) -> Result<Date, TimeError> {
        let expanded = self.take(b"+-").is_some();
        let digits = self.digits();
        let year: i32 = decimal(digits).unwrap_or(0);
        self.any_of(b"-")?;
        let month = self.two_digits()?;
        self.any_of(b"-")?;
        let day = self.digits();
        match (digits.len(), day.len()) {
            (4, 2) if !expanded => {}
            (5.. | 4, 2) => return Err(TimeError::YearRange(Hint::ExpandedYear)),
            (2, 2) => return Err(TimeError::YearRange(Hint::TwoDigitYear)),
            _ => return Err(TimeError::Format(None)),
        }
        date_of(year, month, decimal(day).unwrap_or(0))
    }

    /// Whether one or two digits are followed by something else.
    fn begins_with_day_or_month(&self) -> bool {
        matches!(self.0.bytes().position(|byte| !byte.is_ascii_digit()), Some(1 | 2))
    }

    fn ordered_date(&mut self, order: DateOrder) -> Result<Date, TimeError> {
        let first = self.digits();
        let separator = self.any_of(b"/-.")?;
        let second = self.digits();
        self.any_of(&[separator])?;
        let year = self.digits();
        match (second.len(), year.len()) {
            (1 | 2, 4) => {}
            (1 | 2, 2) => return Err(TimeError::YearRange(Hint::TwoDigitYear)),
            _ => return Err(TimeError::Format(None)),
        }
        let (day, month) = match order {
            DateOrder::DayFirst => (first, second),
            DateOrder::MonthFirst => (second, first),
        };
        let number = |digits| decimal(digits).unwrap_or(0);
        date_of(decimal(year).unwrap_or(0), number(month), number(day))
    }

    /// Reads the time of day, whose hour has at least `least` digits. Returns too whether the seconds have a fraction
    /// other than zero.
    fn clock(&mut self, least: usize) -> Result<(time::Time, bool), TimeError> {
        let hour = self.digits_from(least)?;
        self.any_of(b":")?;
        let minute = self.two_digits()?;
        let mut second = 0;
        let mut has_fraction = false;
        if self.take(b":").is_some() {
            second = self.two_digits()?;
            if self.take(b".").is_some() {
                let fraction = self.digits();
                if fraction.is_empty() {
                    return Err(TimeError::Format(None));
                }
                has_fraction = fraction.bytes().any(|digit| digit != b'0');
            }
        }
        if second == 60 {
            return Err(TimeError::LeapSecond);
        }
        let part = if hour > 23 {
            "hour"
        } else if minute > 59 {
            "minute"
        } else {
            "second"
        };
        let clock =
            time::Time::from_hms(hour, minute, second).map_err(|_| TimeError::OutOfRange(part))?;
        Ok((clock, has_fraction))
    }

    /// Reads what follows the time of day, up to the suffixes.
    fn offset(&mut self) -> Result<Offset, TimeError> {
        let end = self.0.bytes().position(|byte| byte == b'[').unwrap_or(self.0.len());
        let (written, suffixes) = self.0.split_at_checked(end).unwrap_or((self.0, ""));
        self.0 = suffixes;
        if written.is_empty() { Ok(Offset::None) } else { offset::read(written) }
    }
}

/// The date, if it exists in the calendar.
fn date_of(year: i32, month: u8, day: u8) -> Result<Date, TimeError> {
    if year == 0 {
        return Err(TimeError::YearRange(Hint::YearZero));
    }
    let month = Month::try_from(month).map_err(|_| TimeError::OutOfRange("month"))?;
    Date::from_calendar_date(year, month, day).map_err(|_| TimeError::OutOfRange("day"))
}
