//! Splits bytes that come in pieces into lines.

/// The longest line that is read, in bytes. An event with every field at its limit takes less than a fiftieth of it.
const MAX_LINE_BYTES: usize = 1 << 20;

/// A line without its line end.
#[derive(Debug, PartialEq)]
pub(super) enum Line<'b> {
    Whole(&'b [u8]),
    /// More than a mebibyte, which was skipped.
    TooLong,
}

/// The start of a line whose end has not come yet.
#[derive(Debug, Default)]
pub(super) struct Splitter {
    start: Vec<u8>,
    is_too_long: bool,
}

impl Splitter {
    /// Takes the next piece and passes each line that ends in it to `each`.
    pub(super) fn push(&mut self, piece: &[u8], mut each: impl FnMut(Line<'_>)) {
        for part in piece.split_inclusive(|byte| *byte == b'\n') {
            match part.strip_suffix(b"\n") {
                Some(whole) if self.start.is_empty() && !self.is_too_long => each(line(whole)),
                Some(end) => {
                    self.keep(end);
                    self.finish(&mut each);
                }
                None => self.keep(part),
            }
        }
    }

    /// Passes the last line to `each`, if no line end follows it.
    pub(super) fn finish(&mut self, mut each: impl FnMut(Line<'_>)) {
        let start = core::mem::take(&mut self.start);
        if core::mem::take(&mut self.is_too_long) {
            each(Line::TooLong);
        } else if !start.is_empty() {
            each(line(&start));
        }
    }

    fn keep(&mut self, part: &[u8]) {
        if self.start.len().saturating_add(part.len()) > MAX_LINE_BYTES {
            self.start = Vec::new();
            self.is_too_long = true;
        } else if !self.is_too_long {
            self.start.extend_from_slice(part);
        }
    }
}

fn line(bytes: &[u8]) -> Line<'_> {
    if bytes.len() > MAX_LINE_BYTES { Line::TooLong } else { Line::Whole(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of `pieces`; `-` for one that is too long.
    fn lines(pieces: &[&[u8]]) -> Vec<Vec<u8>> {
        let mut found = Vec::new();
        let mut each = |line: Line<'_>| match line {
            Line::Whole(bytes) => found.push(bytes.to_vec()),
            Line::TooLong => found.push(b"-".to_vec()),
        };
        let mut splitter = Splitter::default();
        for piece in pieces {
            splitter.push(piece, &mut each);
        }
        splitter.finish(&mut each);
        found
    }

    #[test]
    fn lines_are_the_same_wherever_the_pieces_end() {
        let text = "one\n\ntwo\r\n{é}\nlast".as_bytes();
        let expected: Vec<&[u8]> = vec![b"one", b"", b"two\r", "{é}".as_bytes(), b"last"];
        for first in 0..=text.len() {
            for second in first..=text.len() {
                let (head, tail) = text.split_at(second);
                let (head, middle) = head.split_at(first);
                assert_eq!(lines(&[head, middle, tail]), expected, "{first} {second}");
            }
        }
        assert_eq!(lines(&[b"a\n"]), [b"a"], "no line begins after the last line end");
        assert!(lines(&[b"", b""]).is_empty());
    }

    #[test]
    fn a_line_of_more_than_a_mebibyte_is_skipped() {
        let longest = vec![b'x'; MAX_LINE_BYTES];
        let longer = vec![b'x'; MAX_LINE_BYTES + 1];
        let expected = [longest.clone(), b"-".to_vec(), b"next".to_vec()];
        let whole = [&longest[..], b"\n", &longer[..], b"\nnext"].concat();
        assert_eq!(lines(&[&whole]), expected);
        let pieces: Vec<&[u8]> = whole.chunks(100_000).collect();
        assert_eq!(lines(&pieces), expected);
        assert_eq!(lines(&[&longer, b"y"]), [b"-"]);
        assert_eq!(lines(&[&longer, b"\nnext"]), [&b"-"[..], b"next"]);
        assert_eq!(lines(&[&longer, b"y\nnext"]), [&b"-"[..], b"next"]);
    }

    #[test]
    fn nothing_is_kept_of_a_skipped_line() {
        let longest = vec![b'x'; MAX_LINE_BYTES];
        let mut splitter = Splitter::default();
        for (piece, kept) in
            [(&longest[..], MAX_LINE_BYTES), (b"x", 0), (b"x", 0), (&longest, 0), (b"\n", 0)]
        {
            splitter.push(piece, |line| assert_eq!(line, Line::TooLong));
            assert_eq!(splitter.start.len(), kept);
        }
    }
}
