//! The memory that JavaScript writes and reads: one buffer for the frame of a question, and one for its answer. All
//! questions share them.

use std::sync::{Mutex, MutexGuard, PoisonError};

use wasm_bindgen::prelude::*;

use super::{
    builder::Builder,
    kept::{Kept, Room},
};

/// The buffers of the instance. It answers one question at a time: each answer is read before the next question.
static BUFFERS: Mutex<Buffers> = Mutex::new(Buffers { room: Room::new(), kept: Kept::new() });

pub(super) struct Buffers {
    /// The frame of the question.
    pub(super) room: Room,
    /// The last answer.
    pub(super) kept: Kept,
}

/// Locks the buffers.
pub(super) fn buffers() -> MutexGuard<'static, Buffers> {
    BUFFERS.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Buffers {
    /// Frees memory that few frames need.
    pub(super) fn tidy(&mut self) {
        if self.room.tidy() {
            self.kept.room(&self.room);
        }
    }
}

/// The address of the numbers that describe the last answer: those of [`Answer`](crate::wire::Answer).
#[wasm_bindgen]
#[must_use]
pub fn at() -> usize {
    buffers().kept.at()
}

/// Makes room for a frame of `slots` numbers and `bytes` bytes of text.
#[wasm_bindgen(js_name = makeRoom)]
pub fn make_room(slots: usize, bytes: usize) {
    let Buffers { room, kept } = &mut *buffers();
    room.make(slots, bytes);
    kept.room(room);
}

/// Answers the question in the frame, which holds options and the question's values. The answer is a report.
#[wasm_bindgen]
pub fn ask(question: usize, slots: usize, bytes: usize, now: f64, is_host_stale: bool) {
    let mut buffers = buffers();
    let frame = buffers.room.frame(slots, bytes);
    let report = super::answer_to(question, frame, now, is_host_stale);
    buffers.kept.report(report);
    buffers.tidy();
}

/// Makes a builder of the options and the target in the frame. The answer is a report, with the draft of a request and
/// the warnings. If options or target are faulty, there is no builder.
#[wasm_bindgen]
#[must_use]
pub fn open(slots: usize, bytes: usize, now: f64) -> Option<Builder> {
    let mut buffers = buffers();
    let (builder, report) = Builder::open(buffers.room.frame(slots, bytes), now);
    buffers.kept.report(report);
    buffers.tidy();
    builder
}
