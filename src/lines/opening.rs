//! How a file begins, which shows whether it is lines of JSON.

use super::form::Form;

/// The marks of UTF-16, in either order of its bytes.
const UTF_16_MARKS: [[u8; 2]; 2] = [[0xff, 0xfe], [0xfe, 0xff]];

/// Reads on until it is clear how the file begins.
#[derive(Debug, Default)]
pub(super) struct Opening {
    /// The first bytes, while one alone says nothing.
    head: Vec<u8>,
    /// Behind the first two bytes.
    is_encoded: bool,
    /// Behind the first character that is not blank.
    is_over: bool,
}

/// What to do with a piece.
#[derive(Debug, PartialEq)]
pub(super) enum Opened<'p> {
    /// It is to be read.
    Piece(&'p [u8]),
    /// This is to be read, of which the piece is the end.
    Joined(Vec<u8>),
    /// Blank lines, and then no lines of JSON.
    Other(Vec<u8>, Form),
}

impl Opening {
    /// Looks at the next piece; `is_last` where none follows.
    pub(super) fn look<'p>(&mut self, piece: &'p [u8], is_last: bool) -> Opened<'p> {
        if self.is_over {
            return Opened::Piece(piece);
        }
        self.head.extend_from_slice(piece);
        if !self.is_encoded {
            // A text of one byte is left to the reader of lines.
            let Some(first) = self.head.first_chunk::<2>() else {
                let head = if is_last { core::mem::take(&mut self.head) } else { Vec::new() };
                return Opened::Joined(head);
            };
            // JSON holds no zero byte, and half of the bytes of its characters in UTF-16 are zero. Where both are, it is neither.
            if UTF_16_MARKS.contains(first) || (first[0] == 0) != (first[1] == 0) {
                return Opened::Other(Vec::new(), Form::Utf16);
            }
            self.is_encoded = true;
        }
        let head = core::mem::take(&mut self.head);
        match head.iter().position(|byte| !is_blank(*byte)) {
            Some(at) if head.get(at) == Some(&b'[') => {
                Opened::Other(head.get(..at).unwrap_or_default().to_vec(), Form::JsonArray)
            }
            place => {
                self.is_over = place.is_some();
                Opened::Joined(head)
            }
        }
    }
}

/// White space, and the bytes of UTF-8's own mark.
fn is_blank(byte: u8) -> bool {
    byte.is_ascii_whitespace() || [0xef, 0xbb, 0xbf].contains(&byte)
}
