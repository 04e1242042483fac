//! Guesses the notation of a text that is not an accepted time.

use super::{TimeError, spreadsheet, unix};
use crate::invisible::is_invisible;
use crate::search;

/// What a text probably is, which shows what a person should change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Hint {
    /// `20261215T130000Z`, the basic format of ISO 8601.
    BasicFormat,
    /// `2026-W51-2`.
    WeekDate,
    /// `2026-349`.
    OrdinalDate,
    /// `15/12/2026`, `12/15/2026` or `15-12-2026`: the order of day and month is unknown.
    DayMonthYear,
    /// `Tue Dec 15 2026 10:00:00 GMT-0300`, the text of a `Date`.
    DateToString,
    /// `10:00 PM`.
    TwelveHourClock,
    /// A decimal comma before a fraction of a second.
    DecimalComma,
    /// Digits of another script.
    NonAsciiDigits,
    /// Invisible characters from copied text.
    InvisibleMarks,
    /// A year of two digits.
    TwoDigitYear,
    /// A year of more than four digits, or with a sign.
    ExpandedYear,
    /// The year 0000.
    YearZero,
    /// A local time before 2020, for which there is no zone data.
    Before2020,
    /// `1.82059E+12`, a number from which a spreadsheet dropped digits.
    DigitsLost,
    /// A leading apostrophe or quotation mark, which spreadsheets and their files put around texts.
    Apostrophe,
    /// `14:00`, a time of day without a date.
    TimeOnly,
    /// A date in a calendar other than the Gregorian one.
    Calendar,
}

impl Hint {
    /// The name of the hint in an issue's params.
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
            Self::DigitsLost => "digits_lost",
            Self::Apostrophe => "apostrophe",
            Self::TimeOnly => "time_only",
            Self::Calendar => "calendar",
        }
    }
}

/// The beginnings of texts, with `0` for every digit and `a` for every letter, and what such texts are.
const SHAPES: &[(&str, Hint)] = &[
    ("00:00", Hint::TimeOnly),
    ("0:00", Hint::TimeOnly),
    ("0000-a00", Hint::WeekDate),
    ("0000a00", Hint::WeekDate),
    ("00000000", Hint::BasicFormat),
    ("0000-000", Hint::OrdinalDate),
    ("0/", Hint::DayMonthYear),
    ("00/", Hint::DayMonthYear),
    ("00-00-0000", Hint::DayMonthYear),
    ("00. ", Hint::DayMonthYear),
    ("0. ", Hint::DayMonthYear),
    ("00.00.", Hint::DayMonthYear),
    ("00.0.", Hint::DayMonthYear),
    ("0.00.", Hint::DayMonthYear),
    ("0.0.", Hint::DayMonthYear),
    ("aaa", Hint::DateToString),
];

/// The shape of a correct date.
const DAY: &str = "0000-00-00";

/// The reason why `text` is not an accepted time.
pub(super) fn hint(text: &str) -> TimeError {
    let shape = shape(text);
    if shape.starts_with(DAY)
        && let Some(abbreviation) = abbreviation(text)
    {
        return TimeError::ZoneAbbreviation(abbreviation.to_owned());
    }
    if let Some(local) = spreadsheet::day_of_text(text) {
        return TimeError::SpreadsheetDay(local);
    }
    let has = |class: fn(char) -> bool| text.chars().any(class);
    TimeError::Format(if has_twelve_hour_clock(text) {
        Some(Hint::TwelveHourClock)
    } else if has(is_disguised) {
        Some(Hint::InvisibleMarks)
    } else if has(is_foreign_digit) {
        Some(Hint::NonAsciiDigits)
    } else if search::begins(text, |mark| {
        matches!(mark, '\'' | '\u{2019}' | '"' | '\u{201c}' | '=')
    }) {
        Some(Hint::Apostrophe)
    } else if spreadsheet::lost_digits(text) {
        Some(Hint::DigitsLost)
    } else if has_decimal_comma(text, shape.starts_with(DAY)) {
        Some(Hint::DecimalComma)
    } else {
        let begun =
            SHAPES.iter().find(|(start, _)| shape.starts_with(start)).map(|(_, hint)| *hint);
        // Other texts begin with letters too.
        begun.filter(|hint| *hint != Hint::DateToString || has(|character| character == ':'))
    })
}

/// The beginning of a text, with `0` for every digit and `a` for every letter.
fn shape(text: &str) -> String {
    let begun = text.char_indices().nth(DAY.len()).and_then(|(end, _)| text.get(..end));
    search::changed(begun.unwrap_or(text), &|character| {
        Some(match character {
            '0'..='9' => '0',
            'a'..='z' | 'A'..='Z' => 'a',
            other => other,
        })
    })
}

/// The abbreviation of a zone after a time of day: `10:00 BRT`.
fn abbreviation(text: &str) -> Option<&str> {
    let end = search::trim_end(text, |character| character.is_ascii_uppercase());
    let letters = text.strip_prefix(end)?;
    let is_clock = search::ends(end.trim_end(), |character| character.is_ascii_digit());
    let fits = (3..=5).contains(&letters.len());
    (is_clock && fits && search::has(end, b':')).then_some(letters)
}

/// Whether a text contains `2:00 PM`, `2:00 p. m.` or, in Arabic, a digit followed by `م` or `ص`, at its end or before
/// an offset. Formatters put many kinds of spaces in between.
fn has_twelve_hour_clock(text: &str) -> bool {
    let text = search::changed(text, &|character| Some(character).filter(|seen| *seen != '.'));
    let is_digit = |character: char| character.is_ascii_digit() || is_foreign_digit(character);
    let mut rest = text.as_str();
    while let Some((_, after)) = search::split_where(rest, is_digit) {
        rest = after.trim_start();
        let half = search::behind_first(rest, |half| matches!(half, 'م' | 'ص')).or_else(|| {
            let latin = |half| matches!(half, 'a' | 'A' | 'p' | 'P');
            rest = search::behind_first(rest, latin)?.trim_start();
            search::behind_first(rest, |half| matches!(half, 'm' | 'M'))
        });
        let Some(after) = half else { continue };
        rest = after;
        // Ordinary words continue here, as in `10 amanhã`.
        let goes_on =
            |next: char| !next.is_whitespace() && (!next.is_ascii() || next.is_ascii_lowercase());
        if !search::begins(rest, goes_on) {
            return true;
        }
    }
    false
}

/// Whether a text has a comma before a fraction of a second, in a time of day or in Unix time.
fn has_decimal_comma(text: &str, begins_with_day: bool) -> bool {
    let Some((before, after)) = search::split_at(text, b",") else { return false };
    let is_digit = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_digit());
    let is_clock = begins_with_day && search::has(before, b':');
    let is_unix = before.len() >= unix::MIN_DIGITS && search::all_digits(before);
    (is_clock || is_unix) && is_digit(before.bytes().last()) && is_digit(after.bytes().next())
}

/// Decimal digits of other scripts in which formatters write dates.
fn is_foreign_digit(character: char) -> bool {
    matches!(
        character,
        '\u{660}'..='\u{669}'
            | '\u{6f0}'..='\u{6f9}'
            | '\u{966}'..='\u{96f}'
            | '\u{9e6}'..='\u{9ef}'
            | '\u{e50}'..='\u{e59}'
            | '\u{ff10}'..='\u{ff19}'
    )
}

/// Invisible characters, and spaces that look like the one between date and time.
fn is_disguised(character: char) -> bool {
    is_invisible(character) || (character.is_whitespace() && character != ' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_comma_is_only_found_after_a_whole_time() {
        assert!(has_decimal_comma("2026-12-15T10:00:00,5Z", true));
        assert!(has_decimal_comma("1820595600,5", false));
        // A time of day without a date needs more than a point.
        assert!(!has_decimal_comma("14:00:00,5", false));
        assert!(!has_decimal_comma("2026-12-15, 10:00", true));
        assert!(!has_decimal_comma("2026-12-15,10:00", true));
        assert!(!has_decimal_comma("15.12.2026,10:00", false));
        assert!(!has_decimal_comma("2026-12-15T10:00:00Z,5", true));
    }
}
