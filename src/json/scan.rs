//! The grammar of JSON.

use super::Json;

/// Reads JSON text from its start. Each step returns `None` if the text does not match the grammar.
pub(crate) struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Scanner<'t> {
    pub(crate) const fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// Starts after the bracket that opens `text`, or at the end if `text` does not begin with `bracket`.
    pub(crate) fn inside(text: &'t str, bracket: u8) -> Self {
        let mut scanner = Self::new(text);
        if !scanner.eat(bracket) {
            scanner.at = text.len();
        }
        scanner
    }

    pub(crate) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(crate) fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at = self.at.saturating_add(1);
        Some(byte)
    }

    /// Skips `byte` if it is next, and returns whether it was.
    pub(crate) fn eat(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        if is_next {
            self.next();
        }
        is_next
    }

    pub(crate) fn skip_space(&mut self) {
        self.skip(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    }

    pub(crate) fn skip_comma(&mut self) {
        self.skip_space();
        self.eat(b',');
    }

    /// Skips the bytes for which `fits` holds, and returns whether there were any.
    fn skip(&mut self, fits: impl Fn(u8) -> bool) -> bool {
        let start = self.at;
        while self.peek().is_some_and(&fits) {
            self.next();
        }
        self.at > start
    }

    /// Reads a value and the white space before it. It may nest `depth` levels. Open brackets are kept in a list, so no
    /// depth overflows the stack.
    pub(crate) fn value(&mut self, depth: usize) -> Option<Json<'t>> {
        self.skip_space();
        let start = self.at;
        let mut open: Vec<u8> = Vec::new();
        loop {
            self.skip_space();
            match self.peek()? {
                bracket @ (b'{' | b'[') if open.len() < depth => {
                    self.next();
                    self.skip_space();
                    let close = if bracket == b'{' { b'}' } else { b']' };
                    if !self.eat(close) {
                        open.push(close);
                        self.begin_member(close)?;
                        continue;
                    }
                }
                b'"' => {
                    self.string()?;
                }
                b't' => self.word("true")?,
                b'f' => self.word("false")?,
                b'n' => self.word("null")?,
                _ => self.number()?,
            }
            // A value has ended, and perhaps the object or list around it too.
            loop {
                let Some(close) = open.last().copied() else {
                    return self.text.get(start..self.at).map(Json);
                };
                self.skip_space();
                if self.eat(b',') {
                    self.begin_member(close)?;
                    break;
                }
                if !self.eat(close) {
                    return None;
                }
                open.pop();
            }
        }
    }

    /// Reads the name before a value, if `close` ends an object.
    fn begin_member(&mut self, close: u8) -> Option<()> {
        if close == b'}' {
            self.key()?;
        }
        Some(())
    }

    /// Reads the name of a field and its colon. Returns the name as it is written.
    pub(crate) fn key(&mut self) -> Option<&'t str> {
        self.skip_space();
        let name = self.string()?;
        self.skip_space();
        self.eat(b':').then_some(name)
    }

    /// Reads a string and returns what is between its quotation marks, as it is written. If the string has no end,
    /// nothing is skipped.
    pub(crate) fn string(&mut self) -> Option<&'t str> {
        let before = self.at;
        if !self.eat(b'"') {
            return None;
        }
        let start = self.at;
        loop {
            let end = self.at;
            match self.next() {
                Some(b'"') => return self.text.get(start..end),
                Some(b'\\') if self.escape().is_some() => {}
                Some(byte) if byte >= b' ' && byte != b'\\' => {}
                _ => {
                    self.at = before;
                    return None;
                }
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

    /// Skips `word`, or nothing.
    fn word(&mut self, word: &str) -> Option<()> {
        let rest = self.text.as_bytes().get(self.at..)?;
        rest.starts_with(word.as_bytes()).then(|| self.at = self.at.saturating_add(word.len()))
    }

    /// Skips a number, or nothing.
    fn number(&mut self) -> Option<()> {
        let before = self.at;
        let number = self.digits_of_number();
        if number.is_none() {
            self.at = before;
        }
        number
    }

    fn digits_of_number(&mut self) -> Option<()> {
        self.eat(b'-');
        if !self.eat(b'0') {
            self.digits()?;
        }
        if self.eat(b'.') {
            self.digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            if !self.eat(b'+') {
                self.eat(b'-');
            }
            self.digits()?;
        }
        Some(())
    }

    fn digits(&mut self) -> Option<()> {
        self.skip(|byte| byte.is_ascii_digit()).then_some(())
    }
}
