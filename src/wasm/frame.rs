//! Values from JavaScript: numbers in one array, all text in one string, each copied once.
//!
//! A value is a pair of slots: a tag, and a number whose meaning depends on the tag. The text of all strings is in
//! `text`, in order; the number says how many UTF-16 code units belong to the value. Of a text that is far too long
//! only the start is passed, and a third slot holds the length of the start.

use std::borrow::Cow;

#[cfg(waevent_module = "define")]
use crate::wire::DESCRIPTION_DEPTH;
use crate::{
    input::{Kind, Lines, Value},
    wire::{DATA_DEPTH, Tag, numbered_field},
};

/// A reader of one frame.
pub struct Frame<'a> {
    slots: core::slice::Iter<'a, f64>,
    text: &'a str,
    /// Set if slots and text do not match: nothing after that can be trusted.
    is_broken: bool,
}

impl<'a> Frame<'a> {
    /// A reader of the frame that `read.js` wrote.
    #[must_use]
    pub fn new(slots: &'a [f64], text: &'a str) -> Self {
        Self { slots: slots.iter(), text, is_broken: false }
    }

    /// The next value; absent at the end of the frame.
    pub fn value(&mut self) -> Value<'a> {
        self.value_of_depth(DATA_DEPTH)
    }

    /// The next value as a description. It is read one level deeper than descriptions may be, so that an excess is
    /// reported.
    #[cfg(waevent_module = "define")]
    pub(super) fn description(&mut self) -> Value<'a> {
        self.value_of_depth(DESCRIPTION_DEPTH)
    }

    fn value_of_depth(&mut self, depth: u8) -> Value<'a> {
        let value = self.value_within(depth);
        if self.is_broken { Value::Other(Kind::Unreadable) } else { value }
    }

    fn value_within(&mut self, depth: u8) -> Value<'a> {
        let Some(tag) = self.slot().and_then(Tag::of) else { return Value::Absent };
        let Some(number) = self.slots.next().copied() else { return Value::Absent };
        match tag {
            Tag::Absent => Value::Absent,
            Tag::Boolean => Value::Bool(number != 0.0),
            Tag::Number => Value::Number(number),
            Tag::Text => Value::Text(Cow::Borrowed(self.take(count(number)))),
            Tag::BigInt => Value::BigInt(Cow::Borrowed(self.take(count(number)))),
            Tag::LoneSurrogate => Value::LoneSurrogate(count(number)),
            Tag::Instant => Value::Instant(number),
            Tag::Record => match depth.checked_sub(1) {
                Some(depth) => self.record(count(number), depth),
                None => Value::Other(Kind::Object),
            },
            Tag::List => match depth.checked_sub(1) {
                Some(depth) => self.list(count(number), depth),
                None => Value::Other(Kind::Array),
            },
            Tag::DateText => Value::DateText(Cow::Borrowed(self.take(count(number)))),
            Tag::Other => {
                Kind::ALL.get(count(number)).map_or(Value::Absent, |kind| Value::Other(*kind))
            }
            Tag::Unread => Value::Unread(count(number)),
            Tag::LongText => {
                let start = self.slot().unwrap_or(0);
                Value::LongText { start: Cow::Borrowed(self.take(start)), units: count(number) }
            }
            Tag::Gateway => Value::Gateway(Lines::new(self.take(count(number)))),
        }
    }

    fn record(&mut self, length: usize, depth: u8) -> Value<'a> {
        let mut fields = Vec::with_capacity(length.min(64));
        for _ in 0..length {
            let name = Cow::Borrowed(self.name());
            fields.push((name, self.value_within(depth)));
        }
        Value::Record(fields)
    }

    /// The name of a field: a negative number if the name is numbered, otherwise the length of the name.
    fn name(&mut self) -> &'a str {
        let slot = self.slots.next().copied().unwrap_or_default();
        if slot < 0.0 { numbered_field(count(-1.0 - slot)) } else { self.take(count(slot)) }
    }

    fn list(&mut self, length: usize, depth: u8) -> Value<'a> {
        let mut items = Vec::with_capacity(length.min(64));
        for _ in 0..length {
            items.push(self.value_within(depth));
        }
        Value::List(items)
    }

    fn slot(&mut self) -> Option<usize> {
        self.slots.next().map(|number| count(*number))
    }

    /// The next `length` UTF-16 code units of the text.
    fn take(&mut self, length: usize) -> &'a str {
        // Most names and texts are ASCII. That is quick to check, even if other texts of the frame are not ASCII.
        let is_ascii = self.text.as_bytes().get(..length).is_some_and(<[u8]>::is_ascii);
        let bytes = if is_ascii { Some(length) } else { bytes_of(self.text, length) };
        let Some((taken, rest)) = bytes.and_then(|bytes| self.text.split_at_checked(bytes)) else {
            self.is_broken = true;
            return "";
        };
        self.text = rest;
        taken
    }
}

/// How many bytes the first `length` UTF-16 code units of `text` take; `None` if they end inside a character or `text`
/// is shorter.
fn bytes_of(text: &str, length: usize) -> Option<usize> {
    let (mut left, mut at) = (length, 0_usize);
    for word in text.as_bytes().as_chunks().0 {
        let Some(after) = left.checked_sub(units_of(u64::from_ne_bytes(*word))) else { break };
        left = after;
        at = at.wrapping_add(size_of::<u64>());
    }
    for byte in text.as_bytes().get(at..)? {
        // Each character has one byte that is not a continuation byte. It is 0xf0 or more if the character has two
        // units.
        let units = usize::from(byte & 0xc0 != 0x80).wrapping_add(usize::from(*byte >= 0xf0));
        if left == 0 && units > 0 {
            return Some(at);
        }
        left = left.checked_sub(units)?;
        at = at.wrapping_add(1);
    }
    (left == 0).then_some(at)
}

/// How many UTF-16 code units begin in eight bytes, computed at once.
const fn units_of(word: u64) -> usize {
    const HIGH_BITS: u64 = u64::from_ne_bytes([0x80; 8]);
    let begin_none = word & !(word << 1) & HIGH_BITS;
    let begin_two = word & (word << 1) & (word << 2) & (word << 3) & HIGH_BITS;
    let units = 8_u32.wrapping_sub(begin_none.count_ones()).wrapping_add(begin_two.count_ones());
    units as usize
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
fn count(number: f64) -> usize {
    number as usize
}
