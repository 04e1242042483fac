//! Cuts texts that are too long to be examined.

/// The longest secret, in bytes: 4096 characters, each of which may be an entity of sixteen bytes.
const LONGEST_SECRET: usize = 65_536;

/// At most the first `length` bytes of a text, without splitting a character.
pub(super) fn beginning(text: &str, length: usize) -> &str {
    let mut end = length.min(text.len());
    while !text.is_char_boundary(end) {
        end = end.saturating_sub(1);
    }
    text.get(..end).unwrap_or(text)
}

/// At most `length` bytes of a text, cut at white space: half a secret is as sensitive as a whole one, but cannot be
/// recognised. If there is no white space near the end, as much is cut off as a secret may take, but not more than
/// half.
pub(super) fn whole_words(text: &str, length: usize) -> &str {
    if text.len() <= length {
        return text;
    }
    let most = beginning(text, length);
    let least = beginning(most, length.saturating_sub(LONGEST_SECRET.min(length / 2)));
    let rest = most.get(least.len()..).unwrap_or_default();
    rest.rfind(|character: char| character.is_ascii_whitespace())
        .and_then(|end| most.get(..least.len().saturating_add(end)))
        .unwrap_or(least)
}

#[cfg(test)]
mod tests {
    use super::{beginning, whole_words};

    #[test]
    fn no_character_is_cut_in_half() {
        for (length, shown) in [(0, ""), (1, ""), (2, "é"), (3, "éa"), (9, "éa")] {
            assert_eq!(beginning("éa", length), shown, "{length}");
        }
    }

    #[test]
    fn a_text_that_is_longer_is_cut_at_white_space() {
        assert_eq!(whole_words("ab cd", 5), "ab cd");
        assert_eq!(whole_words("ab cd", 4), "ab");
        // The first half is always kept, and the second half up to its last white space.
        assert_eq!(whole_words("abcd ef gh", 9), "abcd ef");
        assert_eq!(whole_words("abcdefghij", 8), "abcd");
    }
}
