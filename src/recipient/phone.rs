//! Phone numbers in international notation.

use super::{RecipientError, RecipientNotice};

/// The fewest digits taken. E.164 names no minimum; the shortest numbers in use have 7 with their
/// country code.
const MIN_DIGITS: usize = 7;

/// The most digits that [E.164](https://www.itu.int/rec/T-REC-E.164) allows.
const MAX_DIGITS: usize = 15;

/// A phone number, and the ids under which WhatsApp may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// A plus sign and the digits.
    e164: String,
}

impl Phone {
    /// The number as [E.164](https://www.itu.int/rec/T-REC-E.164) writes it: `+5511999999999`.
    #[must_use]
    pub fn e164(&self) -> &str {
        &self.e164
    }

    /// The digits to use on WhatsApp: the first of [`whatsapp_ids`](Self::whatsapp_ids).
    #[must_use]
    pub fn whatsapp_id(&self) -> &str {
        self.e164.strip_prefix('+').unwrap_or(&self.e164)
    }

    /// The digits under which WhatsApp may know the number, the ones to try first leading.
    #[must_use]
    pub fn whatsapp_ids(&self) -> [&str; 1] {
        [self.whatsapp_id()]
    }

    /// True where no offline rule can tell which of the ids exists.
    #[must_use]
    pub const fn lookup_recommended(&self) -> bool {
        false
    }

    /// A number from the bare digits of a WhatsApp id, which always lead with the country code.
    pub(super) fn from_id(digits: &str) -> Result<Self, RecipientError> {
        if digits.bytes().all(|byte| byte.is_ascii_digit()) {
            Self::from_digits(digits)
        } else {
            Err(RecipientError::InvalidCharacters)
        }
    }

    /// A number from the digits of an id that a gateway reports, which are not judged.
    pub(super) fn of_wire(digits: &str) -> Self {
        Self { e164: ["+", digits].concat() }
    }

    /// A number as people write it: digits, common separators, and a plus sign at most.
    ///
    /// Digits without a plus count as international, unless the brackets of an area code lead them, or a
    /// country is named in which they may be national: which they are takes numbering tables to tell.
    pub(super) fn parse(
        text: &str,
        has_country: bool,
        notices: &mut Vec<RecipientNotice>,
    ) -> Result<Self, RecipientError> {
        let (international, rest) = match text.strip_prefix('+') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        // A trunk zero in brackets is dialled at home only. Which countries drop it is not known here.
        if text.contains("(0)") {
            return Err(RecipientError::InvalidCharacters);
        }
        let mut digits = String::with_capacity(MAX_DIGITS);
        for sign in rest.chars() {
            if sign.is_ascii_digit() {
                digits.push(sign);
            } else if sign == '+' {
                return Err(RecipientError::MalformedPlus);
            } else if is_letter(sign) {
                return Err(RecipientError::Letters);
            } else if !is_separator(sign) {
                return Err(RecipientError::InvalidCharacters);
            }
        }
        let phone = Self::from_digits(&digits)?;
        if !international && (has_country || text.starts_with('(')) {
            return Err(RecipientError::CountryMissing);
        }
        if !international {
            notices.push(RecipientNotice::CountryCodeAssumed);
        }
        Ok(phone)
    }

    fn from_digits(digits: &str) -> Result<Self, RecipientError> {
        if digits.len() < MIN_DIGITS {
            Err(RecipientError::TooShort)
        } else if digits.len() > MAX_DIGITS {
            Err(RecipientError::TooLong)
        } else if digits.starts_with('0') {
            Err(RecipientError::CountryMissing)
        } else {
            Ok(Self { e164: ["+", digits].concat() })
        }
    }
}

/// Letters of any script, told by their blocks: the exact tables would weigh more than this module.
fn is_letter(sign: char) -> bool {
    let is_digit = matches!(
        sign,
        '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' | '\u{966}'..='\u{96f}' | '\u{9e6}'..='\u{9ef}'
    );
    sign.is_ascii_alphabetic()
        || !is_digit
            && matches!(sign, '\u{c0}'..='\u{1fff}' | '\u{2c00}'..='\u{2dff}' | '\u{3040}'..='\u{d7ff}' | '\u{f900}'..='\u{fdff}')
}

/// Spaces, dashes, dots, slashes and brackets, as numbers are printed and pasted.
fn is_separator(sign: char) -> bool {
    matches!(
        sign,
        ' ' | '\u{a0}' | '\u{2007}' | '\u{202f}' | '-' | '\u{2010}'
            ..='\u{2015}' | '\u{2212}' | '.' | '/' | '(' | ')'
    )
}
