//! Lines of JSON, through a builder.

use wasm_bindgen::prelude::*;

use super::builder::Builder;

#[wasm_bindgen]
impl Builder {
    /// Writes the results of the lines that `piece`, the next of a file, ends; that of the last line too where nothing follows.
    pub fn lines(&mut self, piece: &[u8], is_last: bool, now: f64) {
        self.tick(now);
        let Self { inner, lines, kept, .. } = self;
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
