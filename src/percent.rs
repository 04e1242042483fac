//! Percent-encoding, according to [RFC 3986, section 2.1](https://www.rfc-editor.org/rfc/rfc3986#section-2.1).

use crate::digits::{number, push_hexadecimal};

/// Appends a text as part of a query: everything except unreserved characters is escaped.
pub(crate) fn push_encoded(out: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            push_hexadecimal(out, byte.into(), 2, b'A');
        }
    }
}

/// Decodes a text into bytes. A percent sign that is not followed by two hexadecimal digits stands for itself.
pub(crate) fn decode(text: &str) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [byte, behind @ ..] = rest {
        let pair = behind.split_at_checked(2).filter(|_| *byte == b'%');
        let escaped =
            pair.and_then(|(pair, after)| Some((u8::try_from(number(pair, 16)?).ok()?, after)));
        let (byte, after) = escaped.unwrap_or((*byte, behind));
        decoded.push(byte);
        rest = after;
    }
    decoded
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
    use proptest::prelude::*;

    const ESCAPED: &AsciiSet =
        &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

    proptest! {
        #[test]
        fn texts_are_escaped_as_a_library_does(text: String) {
            let mut encoded = String::new();
            push_encoded(&mut encoded, &text);
            prop_assert_eq!(&encoded, &utf8_percent_encode(&text, ESCAPED).to_string());
            prop_assert_eq!(decode(&encoded), text.as_bytes());
        }

        #[test]
        fn escapes_are_read_as_a_library_does(text in "[%+0-9a-gA-Gé]{0,12}") {
            prop_assert_eq!(decode(&text), percent_decode_str(&text).collect::<Vec<_>>());
        }
    }
}
