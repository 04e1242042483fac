//! Looks up fields in JSON text that others wrote, without building a tree.
//!
//! A text is checked once as a whole, so a truncated text is never accepted. A [`Json`] is then a slice of that text,
//! and each look-up reads the slice again. That takes time proportional to its length, and no memory.

use std::borrow::Cow;

use super::{scan::Scanner, unescape::unescape};
use crate::search;

/// The deepest nesting of objects and lists that is read. Gateways send less than 20 levels.
pub(super) const MAX_DEPTH: usize = 64;

/// A value in a JSON text: its spelling, which was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Json<'t>(pub(super) &'t str);

impl<'t> Json<'t> {
    /// Reads the value in `text`; `None` if it is not JSON from start to end, or nested too deeply. A byte order mark
    /// at the start is skipped, as RFC 8259 section 8.1 allows.
    pub(crate) fn parse(text: &'t str) -> Option<Self> {
        let mut scanner = Scanner::new(text.strip_prefix('\u{feff}').unwrap_or(text));
        let value = scanner.value(MAX_DEPTH)?;
        scanner.skip_space();
        scanner.peek().is_none().then_some(value)
    }

    /// The field `name` of an object. If several fields have this name, the last one counts, as in JavaScript.
    pub(crate) fn get(self, name: &str) -> Option<Self> {
        self.fields().filter(|(key, _)| key == name).last().map(|(_, value)| value)
    }

    /// The fields of an object, in order; empty for other values.
    pub(crate) fn fields(self) -> impl Iterator<Item = (Cow<'t, str>, Self)> {
        let mut scanner = Scanner::inside(self.0, b'{');
        core::iter::from_fn(move || {
            let name = scanner.key()?;
            let value = scanner.value(MAX_DEPTH)?;
            scanner.skip_comma();
            Some((unescape(name), value))
        })
    }

    /// The items of a list; empty for other values.
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

    /// The text of a string, with U+FFFD in place of each lone surrogate.
    pub(crate) fn text(self) -> Option<Cow<'t, str>> {
        let quoted = self.0.strip_prefix('"')?.strip_suffix('"')?;
        Some(unescape(quoted))
    }

    /// Whether the value is a string.
    pub(crate) fn is_text(self) -> bool {
        self.0.starts_with('"')
    }

    /// The digits of a number without a fraction and an exponent, exact beyond 2^53 too.
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

    /// Whether the value is null, an empty text, an empty list or an empty object.
    pub(crate) fn is_empty(self) -> bool {
        match self.0.as_bytes().first() {
            Some(b'"' | b'{' | b'[') => {
                let inner = self.0.get(1..self.0.len().saturating_sub(1)).unwrap_or_default();
                inner.trim().is_empty()
            }
            _ => self.0 == "null",
        }
    }

    /// The floating-point number nearest to a number, as in JavaScript.
    pub(crate) fn number(self) -> Option<f64> {
        let is_number =
            self.0.starts_with(|character: char| character == '-' || character.is_ascii_digit());
        is_number.then(|| super::number::number(self.0))
    }

    /// Whether the value is a list.
    #[cfg(any(test, target_arch = "wasm32"))]
    pub(crate) fn is_list(self) -> bool {
        self.0.starts_with('[')
    }

    /// Whether the value is an object.
    pub(crate) fn is_object(self) -> bool {
        self.0.starts_with('{')
    }
}
