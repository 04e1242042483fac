//! Times as text: [RFC 3339](https://www.rfc-editor.org/rfc/rfc3339), with the seconds optional and a
//! space allowed for the `T`.
//!
//! The `time` crate does the calendar. Its own parser tells neither which part is wrong nor what to
//! do about it, so the text is taken apart here.

use time::{Date, Month, OffsetDateTime, PrimitiveDateTime, UtcOffset};

use super::{Time, TimeError, TimeNotice};

/// Reads a time; `zone` is the zone of a local one.
pub(super) fn parse(
    text: &str,
    zone: Option<&str>,
    notices: &mut Vec<TimeNotice>,
) -> Result<Time, TimeError> {
    let mut scan = Scan(text);
    let date = scan.date()?;
    if scan.is_at_end() {
        return Err(TimeError::DateOnly);
    }
    scan.any_of(&['T', 't', ' '])?;
    let (clock, has_fraction) = scan.clock()?;
    let offset = scan.offset()?;
    let local = PrimitiveDateTime::new(date, clock);
    let time = match offset {
        Offset::Zulu => Time::from_local(local.assume_utc(), true),
        Offset::Unknown => {
            notices.push(TimeNotice::LocalOffsetUnknown);
            Time::from_local(local.assume_utc(), true)
        }
        Offset::Fixed(offset) => {
            if is_unusual(offset) {
                notices.push(TimeNotice::OffsetUnusual);
            }
            Time::from_local(local.assume_offset(offset), false)
        }
        // No zone data is embedded, so no local time can be resolved.
        Offset::None => {
            return Err(
                zone.map_or(TimeError::ZoneMissing, |zone| TimeError::ZoneUnknown(zone.to_owned()))
            );
        }
    };
    if has_fraction {
        notices.push(TimeNotice::FractionDropped);
    }
    Ok(time)
}

enum Offset {
    None,
    Zulu,
    Unknown,
    Fixed(UtcOffset),
}

/// The text still to be read.
struct Scan<'a>(&'a str);

impl Scan<'_> {
    fn is_at_end(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes the next sign if it is one of `signs`.
    fn take(&mut self, signs: &[char]) -> Option<char> {
        let sign = self.0.chars().next().filter(|sign| signs.contains(sign))?;
        self.0 = self.0.strip_prefix(sign)?;
        Some(sign)
    }

    fn any_of(&mut self, signs: &[char]) -> Result<char, TimeError> {
        self.take(signs).ok_or(TimeError::Format)
    }

    /// Takes all ASCII digits that follow.
    fn digits(&mut self) -> &str {
        let end = self.0.find(|sign: char| !sign.is_ascii_digit());
        let (digits, rest) =
            end.and_then(|end| self.0.split_at_checked(end)).unwrap_or((self.0, ""));
        self.0 = rest;
        digits
    }

    fn two_digits(&mut self) -> Result<u8, TimeError> {
        let digits = self.digits();
        if digits.len() == 2 {
            digits.parse().map_err(|_| TimeError::Format)
        } else {
            Err(TimeError::Format)
        }
    }

    fn date(&mut self) -> Result<Date, TimeError> {
        let expanded = self.take(&['+', '-']).is_some();
        let digits = self.digits();
        let length = digits.len();
        let year: i32 = digits.parse().unwrap_or(0);
        self.any_of(&['-'])?;
        if expanded || length > 4 {
            return Err(TimeError::YearRange);
        }
        if length < 4 {
            return Err(TimeError::Format);
        }
        let month = self.two_digits()?;
        self.any_of(&['-'])?;
        let day = self.two_digits()?;
        if year == 0 {
            return Err(TimeError::YearRange);
        }
        let month = Month::try_from(month).map_err(|_| TimeError::OutOfRange("month"))?;
        Date::from_calendar_date(year, month, day).map_err(|_| TimeError::OutOfRange("day"))
    }

    /// The time of day, and whether a fraction that is not zero followed the seconds.
    fn clock(&mut self) -> Result<(time::Time, bool), TimeError> {
        let hour = self.two_digits()?;
        self.any_of(&[':'])?;
        let minute = self.two_digits()?;
        let mut second = 0;
        let mut has_fraction = false;
        if self.take(&[':']).is_some() {
            second = self.two_digits()?;
            if self.take(&['.']).is_some() {
                let fraction = self.digits();
                if fraction.is_empty() {
                    return Err(TimeError::Format);
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

    fn offset(&mut self) -> Result<Offset, TimeError> {
        if self.is_at_end() {
            return Ok(Offset::None);
        }
        if self.take(&['Z', 'z']).is_some() {
            return if self.is_at_end() { Ok(Offset::Zulu) } else { Err(TimeError::Format) };
        }
        // U+2212 comes from pages that set a minus sign in type.
        let sign = self.any_of(&['+', '-', '\u{2212}'])?;
        let misspelt = |_| TimeError::OffsetFormat;
        let hours = self.two_digits().map_err(misspelt)?;
        self.any_of(&[':']).map_err(misspelt)?;
        let minutes = self.two_digits().map_err(misspelt)?;
        if self.0.starts_with('[') {
            return Err(TimeError::Format);
        }
        if sign == '\u{2212}' || !self.is_at_end() {
            return Err(TimeError::OffsetFormat);
        }
        if hours > 23 || minutes > 59 {
            return Err(TimeError::OffsetRange);
        }
        if sign == '-' && hours == 0 && minutes == 0 {
            return Ok(Offset::Unknown);
        }
        let signed = |part: u8| {
            i8::try_from(part).map(|part| if sign == '-' { part.saturating_neg() } else { part })
        };
        let (Ok(hours), Ok(minutes)) = (signed(hours), signed(minutes)) else {
            return Err(TimeError::OffsetRange);
        };
        UtcOffset::from_hms(hours, minutes, 0)
            .map(Offset::Fixed)
            .map_err(|_| TimeError::OffsetRange)
    }
}

/// Clocks run from 12 hours behind UTC to 14 hours ahead, in steps of a quarter of an hour.
fn is_unusual(offset: UtcOffset) -> bool {
    let minutes = offset.whole_minutes();
    !(-720..=840).contains(&minutes) || minutes.checked_rem(15) != Some(0)
}

/// Writes the time in its own offset, `Z` where it was written so.
pub(super) fn print(local: OffsetDateTime, zulu: bool) -> String {
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
    if zulu {
        text.push('Z');
    } else {
        let (hours, minutes, _) = local.offset().as_hms();
        text.push(if local.offset().is_negative() { '-' } else { '+' });
        push_two(&mut text, hours.unsigned_abs());
        text.push(':');
        push_two(&mut text, minutes.unsigned_abs());
    }
    text
}

fn push_two(text: &mut String, number: u8) {
    for digit in [number.checked_div(10), number.checked_rem(10)] {
        let digit = digit.and_then(|digit| char::from_digit(u32::from(digit), 10));
        text.push(digit.unwrap_or('0'));
    }
}
