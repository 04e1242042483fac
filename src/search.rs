//! Searching and splitting short texts.
//!
//! The standard library's search is made for long texts. With its panic messages and their tables of printable
//! characters, it takes 5 kB, gzipped. The texts here are short, and so is what is searched for.

/// The place of the first `part` in `text`, in bytes.
pub(crate) fn find(text: &str, part: &str) -> Option<usize> {
    places(text, part).next()
}

/// All places of `part` in `text`, in bytes, overlapping ones too.
pub(crate) fn places(text: &str, part: &str) -> impl Iterator<Item = usize> {
    let windows = text.as_bytes().windows(part.len().max(1)).enumerate();
    windows.filter_map(move |(at, window)| (window == part.as_bytes()).then_some(at))
}

/// Whether `text` contains an ASCII character. `str::contains` would use the search for texts.
pub(crate) fn has(text: &str, wanted: u8) -> bool {
    text.bytes().any(|byte| byte == wanted)
}

/// Whether `text` contains a byte below `least`, which is ASCII, or one of `others`. Checks eight bytes at a time,
/// because most texts contain none of them.
pub(crate) fn has_below_or(text: &[u8], least: u8, others: &[u8]) -> bool {
    // The subtraction sets the high bit of each byte that is less. A borrow can set the high bit of another byte too,
    // but only if a smaller byte was found already.
    let below = |word: u64, least: u8| word.wrapping_sub(each(least)) & !word & each(0x80);
    let is_in = |word: &[u8; 8]| {
        let word = u64::from_ne_bytes(*word);
        let equal = |found, other: &u8| found | below(word ^ each(*other), 1);
        others.iter().fold(below(word, least), equal) != 0
    };
    match text.last_chunk() {
        // The last eight bytes, some of which are checked twice.
        Some(end) => text.as_chunks().0.iter().any(is_in) || is_in(end),
        None => text.iter().any(|byte| *byte < least || others.contains(byte)),
    }
}

/// The same byte eight times.
const fn each(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

/// Splits before the first of some ASCII characters. Without one, the second part is empty.
pub(crate) fn split_before<'t>(text: &'t str, wanted: &[u8]) -> (&'t str, &'t str) {
    if !has_below_or(text.as_bytes(), 0, wanted) {
        return (text, "");
    }
    let place = text.bytes().position(|byte| wanted.contains(&byte));
    place.and_then(|at| text.split_at_checked(at)).unwrap_or((text, ""))
}

/// The texts before and after the first `part`.
pub(crate) fn split_once<'t>(text: &'t str, part: &str) -> Option<(&'t str, &'t str)> {
    let (before, rest) = text.split_at_checked(find(text, part)?)?;
    Some((before, rest.strip_prefix(part)?))
}

/// The texts before and after the first of some ASCII characters.
pub(crate) fn split_at<'t>(text: &'t str, wanted: &[u8]) -> Option<(&'t str, &'t str)> {
    around(text, text.bytes().position(|byte| wanted.contains(&byte))?)
}

/// The texts before and after the last of some ASCII characters.
pub(crate) fn split_at_last<'t>(text: &'t str, wanted: &[u8]) -> Option<(&'t str, &'t str)> {
    around(text, text.bytes().rposition(|byte| wanted.contains(&byte))?)
}

/// The texts on both sides of the byte at `place`.
#[inline(never)]
fn around(text: &str, place: usize) -> Option<(&str, &str)> {
    Some((text.get(..place)?, text.get(place.saturating_add(1)..)?))
}

/// The texts between some ASCII characters: at least one text.
pub(crate) fn split<'t, 's>(text: &'t str, wanted: &'s [u8]) -> Parts<'t, 's> {
    Parts { rest: Some(text), wanted }
}

/// The iterator returned by [`split`].
#[derive(Clone)]
pub(crate) struct Parts<'t, 's> {
    rest: Option<&'t str>,
    wanted: &'s [u8],
}

impl<'t> Iterator for Parts<'t, '_> {
    type Item = &'t str;

    #[inline(never)]
    fn next(&mut self) -> Option<&'t str> {
        let rest = self.rest.take()?;
        let Some((part, behind)) = split_at(rest, self.wanted) else { return Some(rest) };
        self.rest = Some(behind);
        Some(part)
    }
}

/// Whether all bytes of a text fit; true for an empty text. One function for all classes of bytes takes less space than
/// one for each.
pub(crate) fn all(text: &str, fits: fn(u8) -> bool) -> bool {
    text.bytes().all(fits)
}

/// Whether a text consists of ASCII digits only; true for an empty text.
pub(crate) fn all_digits(text: &str) -> bool {
    all(text, |byte| byte.is_ascii_digit())
}

/// The text after the first character, if that character fits.
pub(crate) fn behind_first(text: &str, fits: fn(char) -> bool) -> Option<&str> {
    let mut rest = text.chars();
    rest.next().is_some_and(fits).then_some(rest.as_str())
}

/// The text before the last character, if that character fits.
pub(crate) fn before_last(text: &str, fits: fn(char) -> bool) -> Option<&str> {
    let mut rest = text.chars();
    rest.next_back().is_some_and(fits).then_some(rest.as_str())
}

/// Whether the first character fits.
pub(crate) fn begins(text: &str, fits: fn(char) -> bool) -> bool {
    behind_first(text, fits).is_some()
}

/// Whether the last character fits.
pub(crate) fn ends(text: &str, fits: fn(char) -> bool) -> bool {
    before_last(text, fits).is_some()
}

/// The text without the fitting characters at its end.
pub(crate) fn trim_end(text: &str, fits: fn(char) -> bool) -> &str {
    let mut text = text;
    while let Some(rest) = before_last(text, fits) {
        text = rest;
    }
    text
}

/// The texts before and after the first character that fits.
pub(crate) fn split_where(text: &str, fits: fn(char) -> bool) -> Option<(&str, &str)> {
    let mut rest = text.chars();
    loop {
        let before = text.len().saturating_sub(rest.as_str().len());
        if fits(rest.next()?) {
            return Some((text.get(..before)?, rest.as_str()));
        }
    }
}

/// Finds a text among words separated by spaces, ignoring ASCII case. A slice of texts would take eight bytes more for
/// each word.
#[inline(never)]
pub(crate) fn word<'w>(words: &'w str, text: &str) -> Option<&'w str> {
    split(words, b" ").find(|word| word.eq_ignore_ascii_case(text))
}

/// How many UTF-16 code units a text has.
#[inline(never)]
pub(crate) fn units(text: &str) -> usize {
    let mut units = 0_usize;
    for byte in text.bytes() {
        // Each character has one byte that is not a continuation byte. It is 0xf0 or more if the character has two
        // units.
        let begins = usize::from(byte & 0xc0 != 0x80);
        units = units.wrapping_add(begins).wrapping_add(usize::from(byte >= 0xf0));
    }
    units
}

/// How many characters a text has.
pub(crate) fn characters(text: &str) -> usize {
    text.bytes().filter(|byte| byte & 0xc0 != 0x80).count()
}

/// Passes each character of a text through `change`, which returns another character or removes it.
#[inline(never)]
pub(crate) fn changed(text: &str, change: &dyn Fn(char) -> Option<char>) -> String {
    let mut changed = String::with_capacity(text.len());
    for character in text.chars() {
        if let Some(character) = change(character) {
            changed.push(character);
        }
    }
    changed
}

/// The text with each `part` replaced by `other`.
pub(crate) fn replace(text: &str, part: &str, other: &str) -> String {
    let mut replaced = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = split_once(rest, part) {
        replaced.push_str(before);
        replaced.push_str(other);
        rest = behind;
    }
    replaced.push_str(rest);
    replaced
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// A small alphabet makes parts match and overlap.
        #[test]
        fn texts_are_found_as_the_standard_library_finds_them(
            text in "[abé😀]{0,20}",
            part in "[abé😀]{1,4}",
            other in "[abx]{0,3}",
        ) {
            prop_assert_eq!(find(&text, &part), text.find(&part));
            prop_assert_eq!(split_once(&text, &part), text.split_once(&part));
            prop_assert_eq!(replace(&text, &part, &other), text.replace(&part, &other));
        }

        #[test]
        fn texts_are_taken_apart_as_by_the_standard_library(text in "[ab1é😀]{0,6}") {
            const fn is_letter(character: char) -> bool {
                matches!(character, 'a' | 'é' | '😀')
            }
            let flag = |byte: u8| byte == b'a' || byte == b'1';
            prop_assert_eq!(behind_first(&text, is_letter), text.strip_prefix(is_letter));
            prop_assert_eq!(before_last(&text, is_letter), text.strip_suffix(is_letter));
            prop_assert_eq!(begins(&text, is_letter), text.starts_with(is_letter));
            prop_assert_eq!(ends(&text, is_letter), text.ends_with(is_letter));
            prop_assert_eq!(trim_end(&text, is_letter), text.trim_end_matches(is_letter));
            prop_assert_eq!(split_where(&text, is_letter), text.split_once(is_letter));
            prop_assert_eq!(all(&text, |byte| byte == b'a' || byte == b'1'), text.bytes().all(flag));
            prop_assert_eq!(all_digits(&text), text.bytes().all(|byte| byte.is_ascii_digit()));
            prop_assert_eq!(units(&text), text.encode_utf16().count());
            prop_assert_eq!(characters(&text), text.chars().count());
            let other = |character| match character { 'a' => None, '1' => Some('é'), same => Some(same) };
            prop_assert_eq!(changed(&text, &other), text.chars().filter_map(other).collect::<String>());
        }

        #[test]
        fn texts_are_split_as_the_standard_library_splits_them(text in "[ab,;é]{0,12}") {
            let wanted = [',', ';'];
            prop_assert_eq!(split_at(&text, b",;"), text.split_once(wanted));
            prop_assert_eq!(split_at_last(&text, b",;"), text.rsplit_once(wanted));
            let (ours, theirs) = (split(&text, b",;"), text.split(wanted));
            prop_assert_eq!(ours.collect::<Vec<_>>(), theirs.collect::<Vec<_>>());
        }
    }

    proptest! {
        /// Texts longer than a few steps of eight bytes, with bytes just below and above those that are searched for.
        #[test]
        fn bytes_are_found_wherever_they_are(text in "[ !#a-c\\t\\\\éâ\\x7f]{0,40}", least in 0_u8..0x40) {
            for others in [&b""[..], b"a", b"\\\x7f\xc3", b"\xe2"] {
                let is_one = |byte: u8| byte < least || others.contains(&byte);
                prop_assert_eq!(has_below_or(text.as_bytes(), least, others), text.bytes().any(is_one));
            }
        }
    }

    #[test]
    fn a_word_of_a_list_is_found_whole_and_in_any_case() {
        assert_eq!(word("ab c", "C"), Some("c"));
        for text in ["a", "b", "", "ab c", " ", "ab "] {
            assert_eq!(word("ab c", text), None, "{text:?}");
        }
    }

    #[test]
    fn overlapping_places_all_count() {
        assert_eq!(places("aaa", "aa").collect::<Vec<_>>(), [0, 1]);
        assert_eq!(find("a", ""), None);
        assert_eq!(find("", "a"), None);
    }
}
