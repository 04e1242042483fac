//! Unicode Normalization Form C ([UAX #15](https://www.unicode.org/reports/tr15/)). It gives canonically equivalent
//! texts one spelling, such as `é` and an `e` followed by its accent.

use std::borrow::Cow;

/// The first byte of the characters from U+0300 on. No character below that changes or combines with another.
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

/// Every JavaScript host has the tables. Here they would weigh more than everything else that fingerprints need.
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
            // The first character that combines with another, and the last that never does.
            ("a\u{300}", "\u{e0}"),
            ("\u{2ff}", "\u{2ff}"),
            // Two marks in both orders: canonical ordering.
            ("a\u{302}\u{323}", "\u{1ead}"),
            ("a\u{323}\u{302}", "\u{1ead}"),
            // Korean syllables of two and of three letters.
            ("\u{1112}\u{1161}", "\u{d558}"),
            ("\u{1112}\u{1161}\u{11ab}", "\u{d55c}"),
            // Singletons: the ohm sign is an omega, and the angstrom sign a letter.
            ("\u{2126}\u{212b}", "\u{3a9}\u{c5}"),
            // Excluded from composition: decomposed, and not composed again.
            ("\u{958}", "\u{915}\u{93c}"),
            // Outside the basic multilingual plane.
            ("\u{110a5}\u{110ba}", "\u{110ab}"),
            // They look alike, but are not equivalent.
            ("\u{fb01}", "\u{fb01}"),
            ("\u{ff21}", "\u{ff21}"),
            ("\u{1f44d}\u{1f3fd}", "\u{1f44d}\u{1f3fd}"),
        ] {
            assert_eq!(nfc(written), expected, "{}", written.escape_unicode());
        }
    }
}
