//! Texts inside texts.
//!
//! The standard library's search is for long texts: with the messages of its panics and their tables of printable
//! signs it weighs 5 kB, gzipped. What is searched for here is short, and so is what it is searched in.

/// Where `part` stands in `text` first, in bytes.
pub(crate) fn find(text: &str, part: &str) -> Option<usize> {
    places(text, part).next()
}

/// All places where `part` stands in `text`, overlapping ones too.
pub(crate) fn places(text: &str, part: &str) -> impl Iterator<Item = usize> {
    let windows = text.as_bytes().windows(part.len().max(1)).enumerate();
    windows.filter_map(move |(at, window)| (window == part.as_bytes()).then_some(at))
}

/// Whether an ASCII sign stands in `text`. `str::contains` searches as for a text.
pub(crate) fn has(text: &str, sign: u8) -> bool {
    text.bytes().any(|byte| byte == sign)
}

/// The texts before and behind the first `part`.
pub(crate) fn split_once<'t>(text: &'t str, part: &str) -> Option<(&'t str, &'t str)> {
    let (before, rest) = text.split_at_checked(find(text, part)?)?;
    Some((before, rest.strip_prefix(part)?))
}

/// The text with `other` in each place of `part`.
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
        /// A small alphabet, so that parts are found and overlap.
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
    }

    #[test]
    fn overlapping_places_all_count() {
        assert_eq!(places("aaa", "aa").collect::<Vec<_>>(), [0, 1]);
        assert_eq!(find("a", ""), None);
        assert_eq!(find("", "a"), None);
    }
}
