//! Looks fields up in JSON text that somebody else wrote, and builds nothing.
//!
//! A text is checked whole, once, so that half a text is never taken for a whole one. A [`Json`] is then
//! a piece of that text, and looking into it reads the piece again: time grows with the length of the
//! text for each look-up, and memory not at all.

use std::borrow::Cow;

use crate::search;

/// The deepest nesting of objects and lists that is read. What gateways send is less than 20 deep.
const MAX_DEPTH: u32 = 64;

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

    /// The value that the names in `path` lead to, from object to object.
    pub(crate) fn at(self, path: &[&str]) -> Option<Self> {
        path.iter().try_fold(self, |value, name| value.get(name))
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

    /// The text of a string; half of a surrogate pair becomes U+FFFD.
    pub(crate) fn text(self) -> Option<Cow<'t, str>> {
        let quoted = self.0.strip_prefix('"')?.strip_suffix('"')?;
        Some(unescape(quoted))
    }

    /// The digits of a number without fraction and exponent, exact beyond 2^53.
    pub(crate) fn integer(self) -> Option<&'t str> {
        let digits = self.0.strip_prefix('-').unwrap_or(self.0);
        digits.bytes().all(|byte| byte.is_ascii_digit()).then_some(self.0)
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

    /// True for an object.
    pub(crate) fn is_object(self) -> bool {
        self.0.starts_with('{')
    }
}

/// Walks over JSON text from its start. Each step is none where the grammar does not fit.
struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Scanner<'t> {
    const fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// Behind the bracket that opens `text`; at the end of it where it begins with another sign.
    fn inside(text: &'t str, bracket: u8) -> Self {
        let mut scanner = Self::new(text);
        if !scanner.eat(bracket) {
            scanner.at = text.len();
        }
        scanner
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at = self.at.saturating_add(1);
        Some(byte)
    }

    /// Goes over `byte`, where it is the next one.
    fn eat(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        if is_next {
            self.next();
        }
        is_next
    }

    fn skip_space(&mut self) {
        self.skip(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    }

    fn skip_comma(&mut self) {
        self.skip_space();
        self.eat(b',');
    }

    /// Goes over the bytes that `fits` holds for, and tells whether there were any.
    fn skip(&mut self, fits: impl Fn(u8) -> bool) -> bool {
        let start = self.at;
        while self.peek().is_some_and(&fits) {
            self.next();
        }
        self.at > start
    }

    /// A value with the space before it. It nests no deeper than `depth`, and so does this function.
    fn value(&mut self, depth: u32) -> Option<Json<'t>> {
        self.skip_space();
        let start = self.at;
        match self.peek()? {
            b'{' => self.members(b'}', depth, |inner| inner.key().map(|_| ()))?,
            b'[' => self.members(b']', depth, |_| Some(()))?,
            b'"' => self.string().map(|_| ())?,
            b't' => self.word("true")?,
            b'f' => self.word("false")?,
            b'n' => self.word("null")?,
            _ => self.number()?,
        }
        self.text.get(start..self.at).map(Json)
    }

    /// The values up to the bracket that closes them, with what stands before each.
    fn members(
        &mut self,
        close: u8,
        depth: u32,
        before: impl Fn(&mut Self) -> Option<()>,
    ) -> Option<()> {
        let depth = depth.checked_sub(1)?;
        self.next();
        self.skip_space();
        if self.eat(close) {
            return Some(());
        }
        loop {
            before(self)?;
            self.value(depth)?;
            self.skip_space();
            match self.next()? {
                b',' => {}
                byte => return (byte == close).then_some(()),
            }
        }
    }

    /// The name of a field as it is written, with its colon.
    fn key(&mut self) -> Option<&'t str> {
        self.skip_space();
        let name = self.string()?;
        self.skip_space();
        self.eat(b':').then_some(name)
    }

    /// What stands between quotation marks, as it is written.
    fn string(&mut self) -> Option<&'t str> {
        if !self.eat(b'"') {
            return None;
        }
        let start = self.at;
        loop {
            let end = self.at;
            match self.next()? {
                b'"' => return self.text.get(start..end),
                b'\\' => self.escape()?,
                byte if byte < b' ' => return None,
                _ => {}
            }
        }
    }

    fn escape(&mut self) -> Option<()> {
        match self.next()? {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Some(()),
            b'u' => {
                (0..4).all(|_| self.next().is_some_and(|b| b.is_ascii_hexdigit())).then_some(())
            }
            _ => None,
        }
    }

    fn word(&mut self, word: &str) -> Option<()> {
        word.bytes().all(|byte| self.eat(byte)).then_some(())
    }

    fn number(&mut self) -> Option<()> {
        self.eat(b'-');
        if !self.eat(b'0') {
            self.digits()?;
        }
        if self.eat(b'.') {
            self.digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _ = self.eat(b'+') || self.eat(b'-');
            self.digits()?;
        }
        Some(())
    }

    fn digits(&mut self) -> Option<()> {
        self.skip(|byte| byte.is_ascii_digit()).then_some(())
    }
}

/// The text that a string spells.
fn unescape(written: &str) -> Cow<'_, str> {
    if !search::has(written, b'\\') {
        return Cow::Borrowed(written);
    }
    let mut text = String::with_capacity(written.len());
    let mut rest = written;
    while let Some((plain, escaped)) = rest.split_once('\\') {
        text.push_str(plain);
        let mut signs = escaped.chars();
        text.extend(signs.next().map(|sign| match sign {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => code_point(&mut signs),
            itself => itself,
        }));
        rest = signs.as_str();
    }
    text.push_str(rest);
    Cow::Owned(text)
}

/// The character behind `\u`: four digits, or the two halves of a surrogate pair.
fn code_point(signs: &mut core::str::Chars<'_>) -> char {
    let high = code_unit(signs);
    let mut ahead = signs.clone();
    if (0xd800..0xdc00).contains(&high) && ahead.next() == Some('\\') && ahead.next() == Some('u') {
        let low = code_unit(&mut ahead);
        if (0xdc00..0xe000).contains(&low) {
            *signs = ahead;
            let offset = (high & 0x3ff) << 10 | (low & 0x3ff);
            return char::from_u32(offset.saturating_add(0x10000))
                .unwrap_or(char::REPLACEMENT_CHARACTER);
        }
    }
    char::from_u32(high).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// Four hexadecimal digits.
fn code_unit(signs: &mut core::str::Chars<'_>) -> u32 {
    let digits = signs.by_ref().take(4).filter_map(|sign| sign.to_digit(16));
    digits.fold(0, |unit, digit| unit << 4 | digit)
}
