//! How people write phone numbers: digits of any script, with characters between them that only make them easier to
//! read.

use super::{
    RecipientError as Error, RecipientNotice as Notice, digit::digit_value, numbering::Typed,
    spreadsheet,
};
use crate::search;

/// The digits of a number, and what matters of the characters between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spelling {
    /// At least one.
    pub(super) digits: Typed,
    pub(super) has_plus: bool,
    /// Whether the digits begin in brackets, as area codes do.
    pub(super) starts_bracketed: bool,
    /// The index of a zero that is alone in brackets, as in `+44 (0)20`.
    bracketed_zero: Option<usize>,
    /// The number of digits after the last character that is not a digit.
    pub(super) last_group: usize,
}

/// The fewest digits that count as a number, and not as its end or an extension.
const NUMBER_DIGITS: usize = 7;

/// The most digits that are written of a second number that only ends differently.
const LAST_DIGITS: usize = 4;

/// The most digits that are dialled for one number: the 15 of E.164, and the prefixes before them.
const MOST_DIALLED_DIGITS: usize = 19;

/// Words before an extension; their ASCII letters are read in any case.
const EXTENSION_WORDS: &str = "ext extn extension extensión extensão extensao x ramal int interno anexo poste durchwahl доб Доб تحويلة داخلي";

impl Spelling {
    /// Reads `text`. Digits are never picked out of other text: anything but digits and the characters between them is
    /// an error.
    pub(super) fn read(text: &str, notices: &mut Vec<Notice>) -> Result<Self, Error> {
        if spreadsheet::is_number(text) {
            return Err(Error::NumberFormat);
        }
        let mut spelling = Self {
            digits: Typed::EMPTY,
            has_plus: false,
            starts_bracketed: false,
            bracketed_zero: None,
            last_group: 0,
        };
        let mut has_foreign_characters = false;
        let mut bracket = None;
        let mut has_spaces = false;
        let mut has_slash = false;
        let mut characters = text.chars();
        loop {
            let from_here = characters.as_str();
            let Some(character) = characters.next() else { break };
            let rest = characters.as_str();
            let count = spelling.digits.len();
            if let Some(digit) = digit_value(character) {
                has_foreign_characters |= !character.is_ascii();
                spelling.digits.push(digit);
                spelling.last_group = spelling.last_group.saturating_add(1);
                continue;
            }
            spelling.last_group = 0;
            // Whatever is between two numbers: a comma, colons, a word.
            if !is_within_number(character)
                && count >= NUMBER_DIGITS
                && has_number(rest)
                && !is_extension(from_here)
            {
                return Err(Error::Multiple);
            }
            match character {
                '+' | '\u{ff0b}' => {
                    if spelling.has_plus || count > 0 {
                        return Err(Error::MalformedPlus);
                    }
                    has_foreign_characters |= character != '+';
                    spelling.has_plus = true;
                }
                '(' | '\u{ff08}' => {
                    spelling.starts_bracketed |= count == 0;
                    bracket = Some(count);
                }
                ')' | '\u{ff09}' => {
                    let inside = |from: &usize| spelling.digits.as_bytes().get(*from..);
                    let from = bracket.take().filter(|from| inside(from) == Some(&b"0"[..]));
                    spelling.bracketed_zero = from.or(spelling.bracketed_zero);
                }
                '/' | '\u{ff0f}' => {
                    // `030 123456/57` stands for two numbers that end differently, `06/12/34/56/78` for one.
                    let is_lone = !has_slash && search::split_where(rest, is_slash).is_none();
                    let behind = count_digits(rest);
                    let is_tail = is_lone && (1..=LAST_DIGITS).contains(&behind);
                    if count >= NUMBER_DIGITS && is_tail {
                        return Err(Error::Multiple);
                    }
                    has_slash = true;
                }
                ',' | ';' | '|' | '\u{3001}' | '\u{60c}' | '\u{ff0c}' | '\u{ff1b}' if count > 0 => {
                    return Err(after_pause(rest));
                }
                '#' if count >= NUMBER_DIGITS => return Err(Error::Extension),
                character if is_separator(character) => has_spaces |= character.is_whitespace(),
                character if is_letter(character) => {
                    let is_extension = is_extension(from_here);
                    return Err(if is_extension { Error::Extension } else { Error::Letters });
                }
                _ => return Err(Error::InvalidCharacters),
            }
        }
        if spelling.digits.len() == 0 {
            return Err(Error::InvalidCharacters);
        }
        if has_spaces && spelling.digits.len() > MOST_DIALLED_DIGITS {
            return Err(Error::Multiple);
        }
        if has_foreign_characters {
            notices.push(Notice::DigitsNormalized);
        }
        Ok(spelling)
    }

    /// Reads a text in the most common form: a plus sign, and digits with spaces and dashes between them. `None` for
    /// any other text, and if there is anything to report. A text in this form is never a link or an id.
    pub(super) fn plain(text: &str) -> Option<Self> {
        let mut digits = Typed::EMPTY;
        let mut last_group: usize = 0;
        for byte in text.strip_prefix('+')?.bytes() {
            match byte {
                b'0'..=b'9' => {
                    digits.push(byte);
                    last_group = last_group.saturating_add(1);
                }
                b' ' | b'-' => last_group = 0,
                _ => return None,
            }
        }
        let is_one = (1..=MOST_DIALLED_DIGITS).contains(&digits.len());
        is_one.then_some(Self {
            digits,
            has_plus: true,
            starts_bracketed: false,
            bracketed_zero: None,
            last_group,
        })
    }

    /// The same number as an international one, with these digits before its own.
    pub(super) fn led_by(self, digits: &Typed) -> Self {
        let mut all = *digits;
        for digit in self.digits.as_bytes() {
            all.push(*digit);
        }
        let bracketed_zero = self.bracketed_zero.map(|at| at.saturating_add(digits.len()));
        Self { digits: all, has_plus: true, bracketed_zero, ..self }
    }

    /// The ways to read the digits: all of them, and those of [`without_bracketed_zero`](Self::without_bracketed_zero).
    pub(super) fn readings<'s>(&'s self, without_zero: Option<&'s Typed>) -> [Option<&'s [u8]>; 2] {
        [Some(self.digits.as_bytes()), without_zero.map(Typed::as_bytes)]
    }

    /// The digits without a zero in brackets. Such a zero is only dialled within the country, unless it belongs to the
    /// number, as in Italy. `None` if there is no such zero.
    pub(super) fn without_bracketed_zero(&self) -> Option<Typed> {
        let digits = self.digits.as_bytes();
        let (before, after) = digits.split_at_checked(self.bracketed_zero?)?;
        let mut rest = Typed::EMPTY;
        rest.push_all(before);
        rest.push_all(after.strip_prefix("0".as_bytes()).unwrap_or(after));
        Some(rest)
    }
}

/// The error for a character that pauses dialling, by what follows it.
fn after_pause(rest: &str) -> Error {
    match count_digits(rest) {
        0 => Error::InvalidCharacters,
        _ => Error::Extension,
    }
}

/// Whether a text has at least as many digits as a number.
pub(super) fn has_number(text: &str) -> bool {
    count_digits(text) >= NUMBER_DIGITS
}

fn count_digits(text: &str) -> usize {
    text.chars().filter(|character| digit_value(*character).is_some()).count()
}

/// Whether a text begins with a word for an extension, and contains digits.
fn is_extension(text: &str) -> bool {
    let end = text.char_indices().find(|(_, character)| !is_letter(*character));
    let word = end.map_or(text, |(end, _)| text.get(..end).unwrap_or_default());
    search::word(EXTENSION_WORDS, word).is_some() && count_digits(text) > 0
}

/// Whether a character is a letter of any script. Letters are recognised by their blocks: exact tables would be larger
/// than this module.
fn is_letter(character: char) -> bool {
    let is_symbol = matches!(character, '\u{d7}' | '\u{f7}' | '\u{66a}'..='\u{66d}');
    character.is_ascii_alphabetic()
        || (!is_symbol
            && matches!(character, '\u{c0}'..='\u{1fff}' | '\u{2c00}'..='\u{2dff}' | '\u{3040}'..='\u{d7ff}' | '\u{f900}'..='\u{fdff}'))
}

/// Whether a character occurs in the middle of numbers.
fn is_within_number(character: char) -> bool {
    matches!(character, '(' | ')' | '\u{ff08}' | '\u{ff09}') || is_separator(character)
}

const fn is_slash(character: char) -> bool {
    matches!(character, '/' | '\u{ff0f}')
}

/// Whether a character is one of the spaces, dashes, dots and brackets in printed and pasted numbers: those of
/// libphonenumber, and all white space of Unicode.
fn is_separator(character: char) -> bool {
    matches!(
        character,
        '-' | '.' | '[' | ']' | '~' | '\u{b7}' | '\u{2010}'
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
    ) || character.is_whitespace()
}
