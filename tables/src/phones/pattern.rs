//! Patterns of digits, read from the regular expressions of the metadata.
//!
//! The metadata uses a small part of the notation: digits, classes of digits, groups, alternatives and counted
//! repetitions. Anything else is an error, so that a new release cannot be misread.

use anyhow::{Context, Result, ensure};

/// A set of digits: bit `d` stands for the digit `d`.
pub type Class = u16;

/// Every digit.
pub const ANY: Class = 0x3ff;

/// What a run of digits must look like.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Pattern {
    /// One digit of a set.
    Digit(Class),
    /// Patterns, one after the other.
    Sequence(Vec<Pattern>),
    /// One of several patterns.
    Either(Vec<Pattern>),
    /// A pattern, repeated from a least to a most number of times.
    Repeat(Box<Pattern>, u8, u8),
    /// A part that the rule for national prefixes refers to.
    Capture(Box<Pattern>),
    /// The end of the number.
    End,
}

impl Pattern {
    /// Reads a regular expression.
    pub fn parse(text: &str) -> Result<Self> {
        let mut reader = Reader { rest: text };
        let pattern = reader.either().with_context(|| text.to_owned())?;
        ensure!(reader.rest.is_empty(), "{text}: {} is left over", reader.rest);
        Ok(pattern)
    }

    /// The alternatives of the outermost level.
    pub fn alternatives(&self) -> &[Self] {
        match self {
            Self::Either(all) => all,
            one => std::slice::from_ref(one),
        }
    }

    /// One of several patterns; the pattern itself if there is only one.
    pub fn either(mut all: Vec<Self>) -> Self {
        if all.len() == 1 { all.remove(0) } else { Self::Either(all) }
    }
}

struct Reader<'t> {
    rest: &'t str,
}

impl Reader<'_> {
    fn take(&mut self, character: char) -> bool {
        let rest = self.rest.strip_prefix(character);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn either(&mut self) -> Result<Pattern> {
        let mut all = vec![self.sequence()?];
        while self.take('|') {
            all.push(self.sequence()?);
        }
        Ok(Pattern::either(all))
    }

    fn sequence(&mut self) -> Result<Pattern> {
        let mut parts = Vec::new();
        while !self.rest.is_empty() && !self.rest.starts_with(['|', ')']) {
            let part = self.atom()?;
            parts.push(self.repeated(part)?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Pattern::Sequence(parts) })
    }

    fn atom(&mut self) -> Result<Pattern> {
        if let Some(rest) = self.rest.strip_prefix("(?:") {
            self.rest = rest;
            return self.group();
        }
        if self.take('(') {
            return Ok(Pattern::Capture(Box::new(self.group()?)));
        }
        if self.take('[') {
            let (class, rest) = self.rest.split_once(']').context("a class without its end")?;
            self.rest = rest;
            return Ok(Pattern::Digit(members(class)?));
        }
        if self.take('$') {
            return Ok(Pattern::End);
        }
        if let Some(rest) = self.rest.strip_prefix("\\d") {
            self.rest = rest;
            return Ok(Pattern::Digit(ANY));
        }
        let digit = self.rest.chars().next().and_then(|character| character.to_digit(10));
        let digit = digit.with_context(|| format!("{} is not supported", self.rest))?;
        self.rest = &self.rest[1..];
        Ok(Pattern::Digit(1 << digit))
    }

    fn group(&mut self) -> Result<Pattern> {
        let inner = self.either()?;
        ensure!(self.take(')'), "a group without its end");
        Ok(inner)
    }

    fn repeated(&mut self, part: Pattern) -> Result<Pattern> {
        if self.take('?') {
            return Ok(Pattern::Repeat(Box::new(part), 0, 1));
        }
        if !self.take('{') {
            return Ok(part);
        }
        let (counts, rest) = self.rest.split_once('}').context("a count without its end")?;
        self.rest = rest;
        let (least, most) = counts.split_once(',').unwrap_or((counts, counts));
        Ok(Pattern::Repeat(Box::new(part), least.parse()?, most.parse()?))
    }
}

/// The digits of a class such as `0-35-9`.
fn members(class: &str) -> Result<Class> {
    let mut members = 0;
    let mut bytes = class.bytes().peekable();
    while let Some(first) = bytes.next() {
        let last = if bytes.next_if_eq(&b'-').is_some() {
            bytes.next().context("a range without its end")?
        } else {
            first
        };
        ensure!(first.is_ascii_digit() && last.is_ascii_digit() && first <= last, "[{class}]");
        for digit in first..=last {
            members |= 1 << (digit - b'0');
        }
    }
    Ok(members)
}
