//! Lines of JSON as the input of a builder.

use wasm_bindgen::prelude::*;

use super::{
    buffers::{Buffers, buffers},
    builder::Builder,
};

#[wasm_bindgen]
impl Builder {
    /// Reads the next piece of a file, which is the text in the buffers. The answer has the results of all lines that
    /// end in it, and of the last line if this is the last piece.
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
