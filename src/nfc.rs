//! Texts in Unicode's Normalization Form C ([UAX #15](https://www.unicode.org/reports/tr15/)): one spelling for all that
//! are the same character by character, such as `é` and an `e` with its accent behind it.

use std::borrow::Cow;

/// The first byte of the characters from U+0300 on, below which no character changes or joins another.
const FIRST_BYTE_THAT_MAY_CHANGE: u8 = 0xcc;

/// The text in NFC.
pub(crate) fn nfc(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte < FIRST_BYTE_THAT_MAY_CHANGE) {
        return Cow::Borrowed(text);
    }
    normalize(text).map_or(Cow::Borrowed(text), Cow::Owned)
}

#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::unnecessary_wraps, reason = "a host may refuse")]
fn normalize(text: &str) -> Option<String> {
    use unicode_normalization::UnicodeNormalization;
    Some(text.nfc().collect())
}

/// Every host has the tables, which would weigh more here than all else that a fingerprint takes.
#[cfg(target_arch = "wasm32")]
fn normalize(text: &str) -> Option<String> {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(catch, js_namespace = ["String", "prototype", "normalize"], js_name = call)]
        fn normalize(text: &str) -> Result<String, JsValue>;
    }
    normalize(text).ok()
}

#[cfg(test)]
mod tests {
    use super::nfc;

    #[test]
    fn a_text_has_one_spelling() {
        for (written, expected) in [
            ("", ""),
            ("plain", "plain"),
            ("caf\u{e9}", "caf\u{e9}"),
            ("cafe\u{301}", "caf\u{e9}"),
            // The first character that joins another, and the last that never does.
            ("a\u{300}", "\u{e0}"),
            ("\u{2ff}", "\u{2ff}"),
            // Two marks, in both orders: canonical ordering.
            ("a\u{302}\u{323}", "\u{1ead}"),
            ("a\u{323}\u{302}", "\u{1ead}"),
            // Korean syllables of two and of three letters.
            ("\u{1112}\u{1161}", "\u{d558}"),
            ("\u{1112}\u{1161}\u{11ab}", "\u{d55c}"),
            // Singletons: an ohm is an omega, and an angstrom a letter.
            ("\u{2126}\u{212b}", "\u{3a9}\u{c5}"),
            // Excluded from composition: taken apart, and not put together.
            ("\u{958}", "\u{915}\u{93c}"),
            // Beyond the basic plane.
            ("\u{110a5}\u{110ba}", "\u{110ab}"),
            // The same to look at, and not the same text.
            ("\u{fb01}", "\u{fb01}"),
            ("\u{ff21}", "\u{ff21}"),
            ("\u{1f44d}\u{1f3fd}", "\u{1f44d}\u{1f3fd}"),
        ] {
            assert_eq!(nfc(written), expected, "{}", written.escape_unicode());
        }
    }
}
