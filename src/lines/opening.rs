//! The beginning of a file, which shows whether it is lines of JSON.

use super::form::Form;

/// The byte order marks of UTF-16.
const UTF_16_MARKS: [[u8; 2]; 2] = [[0xff, 0xfe], [0xfe, 0xff]];

/// Looks at pieces until it is clear how the file begins.
#[derive(Debug, Default)]
pub(super) struct Opening {
    /// The first byte, until there is a second one.
    head: Vec<u8>,
    /// Whether the first two bytes were checked for UTF-16.
    is_encoded: bool,
    /// Whether a character other than white space was found.
    is_over: bool,
}

/// What to do with a piece.
#[derive(Debug, PartialEq)]
pub(super) enum Opened<'p> {
    /// Read it.
    Piece(&'p [u8]),
    /// Read this, which ends with the piece.
    Joined(Vec<u8>),
    /// Read these blank lines. What follows is not lines of JSON.
    Other(Vec<u8>, Form),
}

impl Opening {
    /// Looks at the next piece; `is_last` if none follows it.
    pub(super) fn look<'p>(&mut self, piece: &'p [u8], is_last: bool) -> Opened<'p> {
        if self.is_over {
            return Opened::Piece(piece);
        }
        self.head.extend_from_slice(piece);
        if !self.is_encoded {
            // A file of one byte is left to the reader of lines.
            let Some(first) = self.head.first_chunk::<2>() else {
                let head = if is_last { core::mem::take(&mut self.head) } else { Vec::new() };
                return Opened::Joined(head);
            };
            // JSON in UTF-8 contains no zero byte. In UTF-16, one of the two bytes of its first character is zero. If
            // both are zero, it is neither.
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

/// Whether a byte is white space or part of UTF-8's byte order mark.
fn is_blank(byte: u8) -> bool {
    byte.is_ascii_whitespace() || [0xef, 0xbb, 0xbf].contains(&byte)
}
