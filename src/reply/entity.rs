//! HTML entities in pages and messages.

use crate::digits;

/// The character that the HTML entity at the start of a text stands for, and the entity's length.
pub(super) fn entity(text: &[u8]) -> Option<(char, usize)> {
    let named: [(&[u8], char); 6] = [
        (b"&lt;", '<'),
        (b"&gt;", '>'),
        (b"&quot;", '"'),
        (b"&apos;", '\''),
        (b"&nbsp;", ' '),
        (b"&amp;", '&'),
    ];
    if let Some((name, character)) = named.iter().find(|(name, _)| text.starts_with(name)) {
        return Some((*character, name.len()));
    }
    let digits = text.strip_prefix(b"&#")?;
    let end = digits.iter().take(9).position(|byte| *byte == b';')?;
    let code = match digits.get(..end)? {
        [b'x' | b'X', digits @ ..] => character_code(digits, 16),
        digits => character_code(digits, 10),
    };
    let character = char::from_u32(code?).unwrap_or(char::REPLACEMENT_CHARACTER);
    Some((character, end.saturating_add(3)))
}

/// The code of a character, from digits in base `radix`.
pub(super) fn character_code(digits: &[u8], radix: u8) -> Option<u32> {
    u32::try_from(digits::number(digits, radix)?).ok()
}

#[cfg(test)]
mod tests {
    use super::entity;

    #[test]
    fn an_entity_has_at_most_eight_digits() {
        assert_eq!(entity(b"&#00000102;"), Some(('f', 11)));
        assert_eq!(entity(b"&#000000102;"), None);
        assert_eq!(entity(b"&#x66;"), Some(('f', 6)));
        assert_eq!(entity(b"&#X66;"), Some(('f', 6)));
    }
}
