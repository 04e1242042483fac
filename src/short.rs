//! Short texts, held in place.

use core::fmt;

/// A text of at most `N` bytes, where `N` is at most 255. Few sizes are used, since the code for each weighs something.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Short<const N: usize> {
    /// Zeros behind the text, so that equal texts are equal.
    bytes: [u8; N],
    length: u8,
}

impl<const N: usize> Short<N> {
    /// The empty text.
    pub(crate) const EMPTY: Self = Self { bytes: [0; N], length: 0 };

    /// The parts one after the other; none where they are too long.
    pub(crate) fn of(parts: &[&str]) -> Option<Self> {
        let mut text = Self::EMPTY;
        append_all(&mut text.bytes, &mut text.length, parts).then_some(text)
    }

    /// Adds an ASCII character; false where there is no room for it.
    pub(crate) fn push(&mut self, character: u8) -> bool {
        self.push_all(&[character])
    }

    /// Adds the bytes of a text; false, and nothing is added, where there is no room for it.
    pub(crate) fn push_all(&mut self, text: &[u8]) -> bool {
        append(&mut self.bytes, &mut self.length, text)
    }

    pub(crate) fn make_ascii_lowercase(&mut self) {
        self.bytes.make_ascii_lowercase();
    }

    /// How many bytes there are.
    pub(crate) fn len(&self) -> usize {
        self.length.into()
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        begun(&self.bytes, self.length)
    }

    pub(crate) fn as_str(&self) -> &str {
        text(&self.bytes, self.length)
    }
}

// One function for all sizes of texts weighs less than one for each.

#[inline(never)]
fn append(bytes: &mut [u8], length: &mut u8, text: &[u8]) -> bool {
    let start = usize::from(*length);
    let end = start.saturating_add(text.len());
    let (Some(places), Ok(new_length)) = (bytes.get_mut(start..end), u8::try_from(end)) else {
        return false;
    };
    for (place, byte) in places.iter_mut().zip(text) {
        *place = *byte;
    }
    *length = new_length;
    true
}

#[inline(never)]
fn append_all(bytes: &mut [u8], length: &mut u8, parts: &[&str]) -> bool {
    parts.iter().all(|part| append(bytes, length, part.as_bytes()))
}

fn begun(bytes: &[u8], length: u8) -> &[u8] {
    bytes.get(..usize::from(length)).unwrap_or_default()
}

#[inline(never)]
fn text(bytes: &[u8], length: u8) -> &str {
    core::str::from_utf8(begun(bytes, length)).unwrap_or_default()
}

impl<const N: usize> fmt::Debug for Short<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_held_up_to_its_room() {
        assert_eq!(
            Short::<4>::of(&["ab", "", "é"]).map(|text| text.as_str().to_owned()),
            Some("abé".to_owned())
        );
        assert_eq!(Short::<4>::of(&["ab", "cde"]), None);
        assert_eq!(Short::<0>::of(&[]), Some(Short::EMPTY));
        let mut text = Short::<2>::EMPTY;
        assert_eq!([b'a', b'b', b'c'].map(|byte| text.push(byte)), [true, true, false]);
        assert_eq!((text.as_str(), text.as_bytes()), ("ab", &b"ab"[..]));
    }

    #[test]
    fn texts_are_equal_however_they_were_made() {
        let mut lower = Short::<5>::of(&["AB"]);
        lower.iter_mut().for_each(Short::make_ascii_lowercase);
        assert_eq!(lower, Short::of(&["a", "b"]));
        assert_ne!(lower, Short::of(&["ab\0"]));
    }
}
