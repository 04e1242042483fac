//! Looks fields up in JSON text that somebody else wrote, and builds nothing.
//!
//! A text is checked whole, once, so that half a text is never taken for a whole one. A [`Json`] is then
//! a piece of that text, and looking into it reads the piece again: time grows with the length of the
//! text for each look-up, and memory not at all.

use std::borrow::Cow;

use super::{scan::Scanner, unescape::unescape};
use crate::search;

/// The deepest nesting of objects and lists that is read. What gateways send is less than 20 deep.
pub(super) const MAX_DEPTH: usize = 64;

/// A value in a JSON text: its spelling, which has been checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Json<'t>(pub(super) &'t str);

impl<'t> Json<'t> {
    /// The value that `text` spells; none where it is not JSON from end to end, or nested too deep. A
    /// byte order mark in front is passed over, as RFC 8259 section 8.1 allows.
    pub(crate) fn parse(text: &'t str) -> Option<Self> {
        let mut scanner = Scanner::new(text.strip_prefix('\u{feff}').unwrap_or(text));
        let value = scanner.value(MAX_DEPTH)?;
        scanner.skip_space();
        scanner.peek().is_none().then_some(value)
    }

    /// The field `name` of an object; of fields of the same name the last, as in JavaScript.
    pub(crate) fn get(self, name: &str) -> Option<Self> {
        self.fields().filter(|(key, _)| key == name).last().map(|(_, value)| value)
    }

    /// The fields of an object, in its order; none of anything else.
    pub(crate) fn fields(self) -> impl Iterator<Item = (Cow<'t, str>, Self)> {
        let mut scanner = Scanner::inside(self.0, b'{');
        core::iter::from_fn(move || {
            let name = scanner.key()?;
            let value = scanner.value(MAX_DEPTH)?;
            scanner.skip_comma();
            Some((unescape(name), value))
        })
    }

    /// The items of a list; none of anything else.
    pub(crate) fn items(self) -> impl Iterator<Item = Self> {
        let mut scanner = Scanner::inside(self.0, b'[');
        core::iter::from_fn(move || {
            let value = scanner.value(MAX_DEPTH)?;
            scanner.skip_comma();
            Some(value)
        })
    }

    /// The value as it is written.
    pub(crate) const fn spelling(self) -> &'t str {
        self.0
    }

    /// The text of a string; half of a surrogate pair becomes U+FFFD.
    pub(crate) fn text(self) -> Option<Cow<'t, str>> {
        let quoted = self.0.strip_prefix('"')?.strip_suffix('"')?;
        Some(unescape(quoted))
    }

    /// True for a string.
    pub(crate) fn is_text(self) -> bool {
        self.0.starts_with('"')
    }

    /// The digits of a number without fraction and exponent, exact beyond 2^53.
    pub(crate) fn integer(self) -> Option<&'t str> {
        let digits = self.0.strip_prefix('-').unwrap_or(self.0);
        search::all_digits(digits).then_some(self.0)
    }

    /// The value of `true` or `false`.
    pub(crate) fn boolean(self) -> Option<bool> {
        match self.0 {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        }
    }

    /// True for null, an empty text, and a list or an object with nothing in it.
    pub(crate) fn is_empty(self) -> bool {
        match self.0.as_bytes().first() {
            Some(b'"' | b'{' | b'[') => {
                let inner = self.0.get(1..self.0.len().saturating_sub(1)).unwrap_or_default();
                inner.trim().is_empty()
            }
            _ => self.0 == "null",
        }
    }

    /// The floating-point number that is nearest to a number, as in JavaScript.
    pub(crate) fn number(self) -> Option<f64> {
        let is_number =
            self.0.starts_with(|character: char| character == '-' || character.is_ascii_digit());
        is_number.then(|| super::number::number(self.0))
    }

    /// True for a list.
    #[cfg(any(test, target_arch = "wasm32"))]
    pub(crate) fn is_list(self) -> bool {
        self.0.starts_with('[')
    }

    /// True for an object.
    pub(crate) fn is_object(self) -> bool {
        self.0.starts_with('{')
    }
}
