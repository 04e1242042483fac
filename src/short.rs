//! Short texts, stored inline.

use core::fmt;

/// A text of at most [`Short::ROOM`] bytes. One size for all short texts takes less code than one size for each.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Short {
    /// Filled up with zeros, so equal texts compare equal.
    bytes: [u8; Self::ROOM],
    length: u8,
}

impl Short {
    /// The longest text, in bytes: the longest name of a time zone.
    pub(crate) const ROOM: usize = 32;

    /// The empty text.
    pub(crate) const EMPTY: Self = Self { bytes: [0; Self::ROOM], length: 0 };

    /// Joins the parts; `None` if they are too long.
    #[inline(never)]
    pub(crate) fn of(parts: &[&str]) -> Option<Self> {
        let mut text = Self::EMPTY;
        parts.iter().all(|part| text.push_all(part.as_bytes())).then_some(text)
    }

    /// Appends an ASCII character; returns false if there is no room for it.
    pub(crate) fn push(&mut self, character: u8) -> bool {
        let place = self.bytes.get_mut(usize::from(self.length));
        let Some(place) = place else { return false };
        *place = character;
        self.length = self.length.wrapping_add(1);
        true
    }

    /// Appends the bytes of a text. If there is no room for all of them, appends nothing and returns false.
    #[inline(never)]
    pub(crate) fn push_all(&mut self, text: &[u8]) -> bool {
        let start = self.len();
        let end = start.saturating_add(text.len());
        let (Some(places), Ok(length)) = (self.bytes.get_mut(start..end), u8::try_from(end)) else {
            return false;
        };
        for (place, byte) in places.iter_mut().zip(text) {
            *place = *byte;
        }
        self.length = length;
        true
    }

    pub(crate) fn make_ascii_lowercase(&mut self) {
        self.bytes.make_ascii_lowercase();
    }

    /// The length in bytes.
    pub(crate) fn len(&self) -> usize {
        self.length.into()
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.len()).unwrap_or_default()
    }

    #[inline(never)]
    pub(crate) fn as_str(&self) -> &str {
        core::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }
}

impl fmt::Debug for Short {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_held_up_to_its_room() {
        let longest = "é".repeat(Short::ROOM / 2);
        assert_eq!(
            Short::of(&["a", "", "é"]).map(|text| text.as_str().to_owned()),
            Some("aé".into())
        );
        assert_eq!(
            Short::of(&[&longest]).map(|text| text.as_str().to_owned()),
            Some(longest.clone())
        );
        assert_eq!(Short::of(&[&longest, "a"]), None);
        assert_eq!(Short::of(&[]), Some(Short::EMPTY));
        let mut text = Short::EMPTY;
        assert!((0..Short::ROOM).all(|_| text.push(b'a')));
        assert!(!text.push(b'a') && !text.push_all(b"ab") && text.push_all(b""));
        assert_eq!((text.as_str(), text.len()), (&*"a".repeat(Short::ROOM), Short::ROOM));
    }

    #[test]
    fn texts_are_equal_however_they_were_made() {
        let mut lower = Short::of(&["AB"]);
        lower.iter_mut().for_each(Short::make_ascii_lowercase);
        assert_eq!(lower, Short::of(&["a", "b"]));
        assert_ne!(lower, Short::of(&["ab\0"]));
    }
}
