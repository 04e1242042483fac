//! What a text that is no accepted time probably is.

use super::TimeError;
use crate::invisible::is_invisible;

/// What was probably meant, so that a person can be told what to change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Hint {
    /// `20261215T130000Z`, the basic format of ISO 8601.
    BasicFormat,
    /// `2026-W51-2`.
    WeekDate,
    /// `2026-349`.
    OrdinalDate,
    /// `15/12/2026`, `12/15/2026` or `15-12-2026`: nobody can tell which.
    DayMonthYear,
    /// `Tue Dec 15 2026 10:00:00 GMT-0300`, the text of a `Date`.
    DateToString,
    /// `10:00 PM`.
    TwelveHourClock,
    /// A comma before the fraction.
    DecimalComma,
    /// Digits of another script.
    NonAsciiDigits,
    /// Marks that cannot be seen, from copied text.
    InvisibleMarks,
    /// A year of two digits.
    TwoDigitYear,
    /// A year of more than four digits, or with a sign.
    ExpandedYear,
    /// The year 0000.
    YearZero,
    /// A local time before 2020: what zones did then is not embedded.
    Before2020,
}

impl Hint {
    /// The spelling in an issue's params.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::BasicFormat => "basic_format",
            Self::WeekDate => "week_date",
            Self::OrdinalDate => "ordinal_date",
            Self::DayMonthYear => "day_month_year",
            Self::DateToString => "date_to_string",
            Self::TwelveHourClock => "twelve_hour_clock",
            Self::DecimalComma => "decimal_comma",
            Self::NonAsciiDigits => "non_ascii_digits",
            Self::InvisibleMarks => "invisible_marks",
            Self::TwoDigitYear => "two_digit_year",
            Self::ExpandedYear => "expanded_year",
            Self::YearZero => "year_zero",
            Self::Before2020 => "before_2020",
        }
    }
}

/// Why `text` is no accepted time.
pub(super) fn hint(text: &str) -> TimeError {
    let shape = shape(text);
    let starts = |pattern: &str| shape.starts_with(pattern);
    if starts("0000-00-00")
        && let Some(abbreviation) = abbreviation(text)
    {
        return TimeError::ZoneAbbreviation(abbreviation.to_owned());
    }
    let hint = if text.chars().any(is_invisible) {
        Hint::InvisibleMarks
    } else if text.chars().any(is_foreign_digit) {
        Hint::NonAsciiDigits
    } else if has_twelve_hour_clock(text) {
        Hint::TwelveHourClock
    } else if starts("0000-a00") || starts("0000a00") {
        Hint::WeekDate
    } else if starts("00000000") {
        Hint::BasicFormat
    } else if starts("0000-000") {
        Hint::OrdinalDate
    } else if starts("0/") || starts("00/") || starts("00-00-0000") || starts("00.") || starts("0.")
    {
        Hint::DayMonthYear
    } else if starts("aaa") && text.bytes().any(|sign| sign == b':') {
        Hint::DateToString
    } else if text.bytes().any(|sign| sign == b',') && starts("0000-00-00") {
        Hint::DecimalComma
    } else {
        return TimeError::Format(None);
    };
    TimeError::Format(Some(hint))
}

/// The text with every digit as `0` and every letter as `a`.
fn shape(text: &str) -> String {
    let class = |sign: char| match sign {
        '0'..='9' => '0',
        'a'..='z' | 'A'..='Z' => 'a',
        other => other,
    };
    text.chars().take(10).map(class).collect()
}

/// The letters of a zone behind a time of day: `10:00 BRT`.
fn abbreviation(text: &str) -> Option<&str> {
    let end = text.trim_end_matches(|sign: char| sign.is_ascii_uppercase());
    let letters = text.strip_prefix(end)?;
    let is_clock = end.trim_end().ends_with(|sign: char| sign.is_ascii_digit());
    let fits = (3..=5).contains(&letters.len());
    (is_clock && fits && end.bytes().any(|sign| sign == b':')).then_some(letters)
}

fn has_twelve_hour_clock(text: &str) -> bool {
    let end = text.trim_end_matches('.').trim_end_matches(['m', 'M']).trim_end_matches('.');
    end.len() < text.len()
        && end.ends_with(['a', 'A', 'p', 'P'])
        && end
            .trim_end_matches(['a', 'A', 'p', 'P', ' '])
            .ends_with(|sign: char| sign.is_ascii_digit())
}

/// Decimal digits of the scripts that formatters write dates in.
const fn is_foreign_digit(sign: char) -> bool {
    matches!(
        sign,
        '\u{660}'..='\u{669}'
            | '\u{6f0}'..='\u{6f9}'
            | '\u{966}'..='\u{96f}'
            | '\u{9e6}'..='\u{9ef}'
            | '\u{e50}'..='\u{e59}'
            | '\u{ff10}'..='\u{ff19}'
    )
}
