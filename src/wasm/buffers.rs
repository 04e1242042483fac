//! What JavaScript writes and reads: one place for the frame of a question, and one for its answer. Nothing is made for a
//! single question.

use std::sync::{Mutex, MutexGuard, PoisonError};

use wasm_bindgen::prelude::*;

use super::{
    builder::Builder,
    kept::{Kept, Room},
};

/// The buffers of the instance, which is asked one thing at a time: an answer is read before the next question.
static BUFFERS: Mutex<Buffers> = Mutex::new(Buffers { room: Room::new(), kept: Kept::new() });

pub(super) struct Buffers {
    /// The frame that is read.
    pub(super) room: Room,
    /// The last answer.
    pub(super) kept: Kept,
}

/// The buffers, to read a question from them and to answer it there.
pub(super) fn buffers() -> MutexGuard<'static, Buffers> {
    BUFFERS.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Buffers {
    /// Gives back what few frames need.
    pub(super) fn tidy(&mut self) {
        if self.room.tidy() {
            self.kept.room(&self.room);
        }
    }
}

/// The address of the numbers that say what was answered last: those of [`Answer`](crate::wire::Answer).
#[wasm_bindgen]
#[must_use]
pub fn at() -> usize {
    buffers().kept.at()
}

/// Makes room for a frame of so many numbers and bytes of text.
#[wasm_bindgen(js_name = makeRoom)]
pub fn make_room(slots: usize, bytes: usize) {
    let Buffers { room, kept } = &mut *buffers();
    room.make(slots, bytes);
    kept.room(room);
}

/// The frame that was written there holds a question's options, and what it is about. Answers with a report.
#[wasm_bindgen]
pub fn ask(question: usize, slots: usize, bytes: usize, now: f64, is_host_stale: bool) {
    let mut buffers = buffers();
    let frame = buffers.room.frame(slots, bytes);
    let report = super::answer_to(question, frame, now, is_host_stale);
    buffers.kept.report(report);
    buffers.tidy();
}

/// The frame holds options and a target. Answers with what was odd about them, and the draft of a request; no builder is made
/// where they are faulty.
#[wasm_bindgen]
#[must_use]
pub fn open(slots: usize, bytes: usize, now: f64) -> Option<Builder> {
    let mut buffers = buffers();
    let (builder, report) = Builder::open(buffers.room.frame(slots, bytes), now);
    buffers.kept.report(report);
    buffers.tidy();
    builder
}
