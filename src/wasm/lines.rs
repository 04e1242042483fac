//! Lines of JSON, through a builder.

use wasm_bindgen::prelude::*;

use super::{answer, builder::Builder};
use crate::lines::Lines;

#[wasm_bindgen]
impl Builder {
    /// The results of the lines that `piece`, the next of a file, ends; to the last line too where nothing follows.
    /// The counts so far are then the [`answer`](Self::answer).
    pub fn lines(&mut self, piece: &[u8], is_last: bool, now: f64) -> Vec<u8> {
        self.tick(now);
        let mut out = String::with_capacity(piece.len().saturating_mul(2));
        let lines = self.lines.get_or_insert_with(|| Lines::new(&self.inner));
        lines.push(&self.inner, piece, &mut out);
        if is_last {
            lines.finish(&self.inner, &mut out);
        }
        self.answer = answer::plain(&lines.counts());
        out.into_bytes()
    }
}
