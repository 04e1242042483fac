//! The buffers for a frame and an answer. The texts of an answer stay until the next one; numbers at a fixed address
//! say where they are.

use super::{answer, frame::Frame};
use crate::{
    issue::{Report, Voice},
    time::Time,
    wire::{ANSWER_NUMBERS, Answer},
};

/// Room for this many bytes of a frame's text is kept. Longer texts are rare, so their memory is freed.
const MOST_KEPT: usize = 1 << 16;

/// Where JavaScript writes a frame.
pub(super) struct Room {
    slots: Vec<f64>,
    text: Vec<u8>,
}

impl Room {
    /// Empty room.
    pub(super) const fn new() -> Self {
        Self { slots: Vec::new(), text: Vec::new() }
    }

    /// Makes room for a frame of `slots` numbers and `bytes` bytes of text, rounded up for slightly larger ones.
    pub(super) fn make(&mut self, slots: usize, bytes: usize) {
        let enough = |least: usize| least.checked_next_power_of_two().unwrap_or(least);
        if slots > self.slots.len() {
            self.slots = vec![0.0; enough(slots)];
        }
        if bytes > self.text.len() {
            self.text = vec![0; enough(bytes)];
        }
    }

    /// Frees memory that few frames need. Returns whether it did.
    pub(super) fn tidy(&mut self) -> bool {
        let is_large = self.text.len() > MOST_KEPT;
        if is_large {
            *self = Self::new();
        }
        is_large
    }

    /// The frame that was written: `slots` numbers, and `bytes` bytes of text.
    pub(super) fn frame(&self, slots: usize, bytes: usize) -> Frame<'_> {
        let slots = self.slots.get(..slots).unwrap_or_default();
        // JavaScript's encoder writes nothing but UTF-8.
        Frame::new(slots, core::str::from_utf8(self.text(bytes)).unwrap_or_default())
    }

    /// The text that was written, in bytes.
    pub(super) fn text(&self, bytes: usize) -> &[u8] {
        self.text.get(..bytes).unwrap_or_default()
    }
}

/// An answer in the module's memory.
pub(super) struct Kept {
    /// The numbers of [`Answer`], each at its place.
    numbers: [f64; ANSWER_NUMBERS],
    body: String,
    report: String,
    key: String,
    zone: String,
}

impl Kept {
    /// No answer yet.
    pub(super) const fn new() -> Self {
        Self {
            numbers: [0.0; ANSWER_NUMBERS],
            body: String::new(),
            report: String::new(),
            key: String::new(),
            zone: String::new(),
        }
    }

    /// The address of the numbers.
    pub(super) fn at(&self) -> usize {
        self.numbers.as_ptr().expose_provenance()
    }

    /// Stores a report.
    pub(super) fn report(&mut self, report: String) {
        self.report = report;
        let place = place(&self.report);
        self.put(Answer::Report, place);
    }

    /// Stores a body, if one was built, and its report.
    pub(super) fn body(&mut self, body: Option<String>, report: Report, voice: &Voice) {
        let text = if body.is_some() && report.is_silent() {
            String::new()
        } else {
            answer::written(body.as_ref().map(|_| "null"), report, voice)
        };
        self.report(text);
        self.body = body.unwrap_or_default();
        let place = place(&self.body);
        self.put(Answer::Body, place);
    }

    /// Stores a fingerprint, or an empty text.
    pub(super) fn key(&mut self, key: Option<String>) {
        self.key = key.unwrap_or_default();
        let place = place(&self.key);
        self.put(Answer::Key, place);
    }

    /// Stores where a frame is written, and how large it may be.
    pub(super) fn room(&mut self, Room { slots, text }: &Room) {
        let at = number(slots.as_ptr().expose_provenance());
        self.put(Answer::Slots, (at, number(slots.len())));
        let at = number(text.as_ptr().expose_provenance());
        self.put(Answer::Written, (at, number(text.len())));
    }

    /// Stores the start of an event and its zone. If it names one, the host's zone data affects how the start is shown.
    pub(super) fn start(&mut self, start: Option<&Time>) {
        let zone = start.and_then(Time::time_zone).unwrap_or_default();
        if !zone.is_empty() && zone != self.zone {
            zone.clone_into(&mut self.zone);
            self.set(Answer::ZoneNumber, self.get(Answer::ZoneNumber) + 1.0);
        }
        let (at, bytes) = place(&self.zone);
        self.put(Answer::Zone, (at, if zone.is_empty() { 0.0 } else { bytes }));
        if let Some(start) = start {
            #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
            self.set(Answer::StartSeconds, start.epoch_seconds() as f64);
            self.set(Answer::StartOffset, f64::from(start.offset_seconds()));
        }
    }

    /// Stores the two numbers of a text: its address and its length in bytes.
    fn put(&mut self, what: Answer, (at, bytes): (f64, f64)) {
        let numbers = self.numbers.get_mut(what as usize..).unwrap_or_default();
        if let [place, length, ..] = numbers {
            (*place, *length) = (at, bytes);
        }
    }

    fn set(&mut self, what: Answer, number: f64) {
        if let Some(place) = self.numbers.get_mut(what as usize) {
            *place = number;
        }
    }

    fn get(&self, what: Answer) -> f64 {
        self.numbers.get(what as usize).copied().unwrap_or_default()
    }
}

#[cfg(not(waevent_module = "lite"))]
impl Kept {
    /// Stores the results of lines, written by `write`, and their counts.
    pub(super) fn lines(&mut self, write: impl FnOnce(&mut String) -> crate::lines::Counts) {
        self.body.clear();
        let counts = write(&mut self.body);
        let place = place(&self.body);
        self.put(Answer::Body, place);
        self.set(Answer::Lines, number(counts.lines));
        self.set(Answer::Built, number(counts.built));
        self.set(Answer::Refused, number(counts.refused));
    }
}

fn place(text: &str) -> (f64, f64) {
    (number(text.as_ptr().expose_provenance()), number(text.len()))
}

#[expect(clippy::cast_precision_loss, reason = "addresses and counts are far below 2^53")]
fn number(number: usize) -> f64 {
    number as f64
}
