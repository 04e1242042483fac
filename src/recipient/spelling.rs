//! How people write phone numbers: digits of any script between signs that only help to read them.

use super::{RecipientError as Error, RecipientNotice as Notice, digit::digit_value};

/// The digits of a number, and what stood between them that matters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spelling {
    /// ASCII digits, at least one.
    pub(super) digits: String,
    pub(super) has_plus: bool,
    /// Whether the digits begin in brackets, as area codes do.
    pub(super) starts_bracketed: bool,
    /// Where in the digits a zero stands that has brackets of its own, as in `+44 (0)20`.
    bracketed_zero: Option<usize>,
}

/// More digits than any number has, with all that may be dialled before it.
const MAX_DIGITS: usize = 30;

/// The fewest digits that are a number, and not its end or an extension.
const NUMBER_DIGITS: usize = 7;

/// Words before an extension, ASCII letters in any case.
const EXTENSION_WORDS: [&str; 11] =
    ["ext", "extn", "extension", "x", "ramal", "int", "interno", "anexo", "poste", "доб", "Доб"];

impl Spelling {
    /// Reads `text`. Digits are never picked out of other text: whatever is neither a digit nor a sign between
    /// digits is told.
    pub(super) fn read(text: &str, notices: &mut Vec<Notice>) -> Result<Self, Error> {
        if is_spreadsheet_number(text) {
            return Err(Error::NumberFormat);
        }
        let mut spelling = Self {
            digits: String::new(),
            has_plus: false,
            starts_bracketed: false,
            bracketed_zero: None,
        };
        let mut has_foreign_signs = false;
        let mut bracket = None;
        let mut signs = text.chars();
        while let Some(sign) = signs.next() {
            let rest = signs.as_str();
            let count = spelling.digits.len();
            if let Some(digit) = digit_value(sign) {
                if count == MAX_DIGITS {
                    return Err(Error::TooLong);
                }
                has_foreign_signs |= !sign.is_ascii();
                spelling.digits.push(digit.into());
                continue;
            }
            match sign {
                '+' | '\u{ff0b}' => {
                    if count >= NUMBER_DIGITS {
                        return Err(Error::Multiple);
                    }
                    if spelling.has_plus || count > 0 {
                        return Err(Error::MalformedPlus);
                    }
                    has_foreign_signs |= sign != '+';
                    spelling.has_plus = true;
                }
                '(' | '\u{ff08}' => {
                    spelling.starts_bracketed |= count == 0 && !spelling.has_plus;
                    bracket = Some(count);
                }
                ')' | '\u{ff09}' => {
                    let inside =
                        bracket.take().and_then(|from| Some((from, spelling.digits.get(from..)?)));
                    if let Some((from, "0")) = inside
                        && from > 0
                    {
                        spelling.bracketed_zero = Some(from);
                    }
                }
                '/' | '\u{ff0f}' => {
                    if count >= NUMBER_DIGITS && count_digits(rest) >= NUMBER_DIGITS {
                        return Err(Error::Multiple);
                    }
                }
                ',' | ';' | '|' | '\u{3001}' | '\u{60c}' if count > 0 => {
                    return Err(behind(rest));
                }
                '#' if count >= NUMBER_DIGITS => return Err(Error::Extension),
                sign if is_separator(sign) => {}
                sign if is_letter(sign) => {
                    let is_extension = count > 4 && is_extension(sign, rest);
                    return Err(if is_extension { Error::Extension } else { Error::Letters });
                }
                _ => return Err(Error::InvalidCharacters),
            }
        }
        if spelling.digits.is_empty() {
            return Err(Error::InvalidCharacters);
        }
        if has_foreign_signs {
            notices.push(Notice::DigitsNormalized);
        }
        Ok(spelling)
    }

    /// The same number with other digits written before it, as a plus sign says.
    pub(super) fn led_by(mut self, digits: &str) -> Self {
        self.digits.insert_str(0, digits);
        self.has_plus = true;
        self
    }

    /// The ways to read the digits: as they stand, and without a zero in brackets, which is dialled at home only
    /// unless it belongs to the number, as in Italy.
    pub(super) fn readings(&self) -> Vec<String> {
        let mut readings = vec![self.digits.clone()];
        if let Some(at) = self.bracketed_zero
            && let Some((before, after)) = self.digits.split_at_checked(at)
        {
            readings.push([before, after.strip_prefix('0').unwrap_or(after)].concat());
        }
        readings
    }
}

/// What stands behind a sign that parts numbers, or one that waits before dialling on.
fn behind(rest: &str) -> Error {
    match count_digits(rest) {
        0 => Error::InvalidCharacters,
        count if count >= NUMBER_DIGITS => Error::Multiple,
        _ => Error::Extension,
    }
}

fn count_digits(text: &str) -> usize {
    text.chars().filter(|sign| digit_value(*sign).is_some()).count()
}

/// Whether a word, of which `first` is read already, is one that stands before an extension.
fn is_extension(first: char, rest: &str) -> bool {
    let word: String =
        core::iter::once(first).chain(rest.chars()).take_while(|sign| is_letter(*sign)).collect();
    EXTENSION_WORDS.iter().any(|known| known.eq_ignore_ascii_case(&word)) && count_digits(rest) > 0
}

/// `5.511987654321e12` and `5511987654321.0`, as spreadsheets write numbers.
fn is_spreadsheet_number(text: &str) -> bool {
    let (digits, rest) = split_digits(text.strip_prefix('+').unwrap_or(text));
    let (fraction, rest) = match rest.strip_prefix(['.', ',']) {
        Some(rest) => split_digits(rest),
        None => ("", rest),
    };
    let is_zero = !fraction.is_empty() && fraction.bytes().all(|digit| digit == b'0');
    match rest.strip_prefix(['e', 'E']) {
        Some(exponent) => {
            let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
            let (exponent, rest) = split_digits(exponent);
            !digits.is_empty() && !exponent.is_empty() && rest.is_empty()
        }
        None => digits.len() >= NUMBER_DIGITS && is_zero && rest.is_empty(),
    }
}

fn split_digits(text: &str) -> (&str, &str) {
    let end = text.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// Letters of any script, told by their blocks: the exact tables would weigh more than this module.
fn is_letter(sign: char) -> bool {
    sign.is_ascii_alphabetic()
        || matches!(sign, '\u{c0}'..='\u{1fff}' | '\u{2c00}'..='\u{2dff}' | '\u{3040}'..='\u{d7ff}' | '\u{f900}'..='\u{fdff}')
}

/// Spaces, dashes, dots and brackets, as numbers are printed and pasted: those of libphonenumber, and all spaces
/// of Unicode.
fn is_separator(sign: char) -> bool {
    matches!(
        sign,
        ' ' | '-' | '.' | '[' | ']' | '~' | '\u{b7}' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2053}'
                | '\u{2212}'
                | '\u{223c}'
                | '\u{30fc}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{ff0d}'
                | '\u{ff0e}'
                | '\u{ff3b}'
                | '\u{ff3d}'
                | '\u{ff5e}'
    ) || sign.is_whitespace()
}
