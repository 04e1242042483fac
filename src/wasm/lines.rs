//! Lines of JSON, through a builder.

use wasm_bindgen::prelude::*;

use super::{
    buffers::{Buffers, buffers},
    builder::Builder,
};

#[wasm_bindgen]
impl Builder {
    /// Answers with the results of the lines that the next piece of a file ends, which is the text in the buffers; and with
    /// that of the last line too where nothing follows.
    pub fn lines(&mut self, bytes: usize, is_last: bool, now: f64) {
        self.tick(now);
        let mut buffers = buffers();
        let (Self { inner, lines, .. }, Buffers { room, kept }) = (self, &mut *buffers);
        let piece = room.text(bytes);
        kept.lines(|out| {
            out.reserve(piece.len().saturating_mul(2));
            lines.push(inner, piece, out);
            if is_last {
                lines.finish(inner, out);
            }
            lines.counts()
        });
    }
}
