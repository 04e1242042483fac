//! A frame and an answer, where JavaScript writes and reads them. The texts of an answer stay until the next one, and numbers
//! at a place that does not change say where all is.

use super::{answer, frame::Frame};
use crate::{
    issue::{Report, Voice},
    time::Time,
    wire::{ANSWER_NUMBERS, Answer},
};

/// How many bytes of a frame's text are kept room for: what is longer is rare, and the room for it is given back.
const MOST_KEPT: usize = 1 << 16;

/// Where JavaScript writes a frame.
pub(super) struct Room {
    slots: Vec<f64>,
    text: Vec<u8>,
}

impl Room {
    /// None yet.
    pub(super) const fn new() -> Self {
        Self { slots: Vec::new(), text: Vec::new() }
    }

    /// Makes room for a frame of so many numbers and bytes of text, and for one that is a little larger.
    pub(super) fn make(&mut self, slots: usize, bytes: usize) {
        let enough = |least: usize| least.checked_next_power_of_two().unwrap_or(least);
        if slots > self.slots.len() {
            self.slots = vec![0.0; enough(slots)];
        }
        if bytes > self.text.len() {
            self.text = vec![0; enough(bytes)];
        }
    }

    /// Gives back what few frames need. True where it did.
    pub(super) fn tidy(&mut self) -> bool {
        let is_large = self.text.len() > MOST_KEPT;
        if is_large {
            *self = Self::new();
        }
        is_large
    }

    /// The frame that was written: so many numbers, and a text of so many bytes.
    pub(super) fn frame(&self, slots: usize, bytes: usize) -> Frame<'_> {
        let slots = self.slots.get(..slots).unwrap_or_default();
        // The encoder writes nothing else.
        Frame::new(slots, core::str::from_utf8(self.text(bytes)).unwrap_or_default())
    }

    /// The text that was written, in bytes.
    pub(super) fn text(&self, bytes: usize) -> &[u8] {
        self.text.get(..bytes).unwrap_or_default()
    }
}

/// An answer in the module's memory.
pub(super) struct Kept {
    /// What [`Answer`] says, each by its number.
    numbers: [f64; ANSWER_NUMBERS],
    body: String,
    report: String,
    key: String,
    zone: String,
}

impl Kept {
    /// Nothing was answered yet.
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

    /// What was found odd, or why there is nothing else.
    pub(super) fn report(&mut self, report: String) {
        self.report = report;
        let place = place(&self.report);
        self.put(Answer::Report, place);
    }

    /// A body, if one was made, and what was found on the way.
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

    /// A fingerprint, or none.
    pub(super) fn key(&mut self, key: Option<String>) {
        self.key = key.unwrap_or_default();
        let place = place(&self.key);
        self.put(Answer::Key, place);
    }

    /// Where a frame is written, and how large it may be.
    pub(super) fn room(&mut self, Room { slots, text }: &Room) {
        let at = number(slots.as_ptr().expose_provenance());
        self.put(Answer::Slots, (at, number(slots.len())));
        let at = number(text.as_ptr().expose_provenance());
        self.put(Answer::Written, (at, number(text.len())));
    }

    /// The start of an event, where the host's data of its zone has a say in how it is shown.
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

    /// A text is two numbers: its address and its bytes.
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
    /// Answers to lines, written by `write`, and how many there were.
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
