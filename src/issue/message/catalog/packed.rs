//! Catalogs as they are compiled in: keys and marks are there to be read in the source.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "it runs when the crate is compiled"
)]

/// The text of a catalog's file, packed.
macro_rules! packed {
    ($file:literal) => {{
        const SOURCE: &[u8] = include_bytes!($file);
        const LENGTH: usize = $crate::issue::message::catalog::packed::pack::<0>(SOURCE).1;
        const PACKED: [u8; LENGTH] =
            $crate::issue::message::catalog::packed::pack::<LENGTH>(SOURCE).0;
        match core::str::from_utf8(&PACKED) {
            Ok(text) => text,
            Err(_) => "",
        }
    }};
}
pub(super) use packed;

/// LEFT-TO-RIGHT ISOLATE and POP DIRECTIONAL ISOLATE, in UTF-8.
const ISOLATES: [&[u8]; 2] = ["\u{2066}".as_bytes(), "\u{2069}".as_bytes()];

/// The entries without their codes, and with isolates for the back quotes around samples; and how long that is.
pub(super) const fn pack<const LENGTH: usize>(source: &[u8]) -> ([u8; LENGTH], usize) {
    let mut packed = [0; LENGTH];
    let mut length = 0;
    let mut is_code = true;
    let mut is_key = true;
    let mut isolate = 0;
    let mut at = 0;
    // The last line break stands before nothing.
    while at + 1 < source.len() {
        let byte = source[at];
        let one = [byte];
        let mut bytes: &[u8] = &one;
        if is_key && byte == b'?' {
            is_code = false;
            bytes = &[];
        } else if is_key && byte == b':' {
            is_key = false;
            // The space behind it.
            at += 1;
        } else if is_key && is_code {
            bytes = &[];
        } else if byte == b'`' {
            bytes = ISOLATES[isolate];
            isolate = 1 - isolate;
        } else if byte == b'\n' {
            is_key = true;
            is_code = true;
        }
        let mut next = 0;
        while next < bytes.len() {
            if length < LENGTH {
                packed[length] = bytes[next];
            }
            length += 1;
            next += 1;
        }
        at += 1;
    }
    (packed, length)
}

#[cfg(test)]
mod tests {
    #[test]
    fn entries_lose_their_codes_and_samples_are_isolated() {
        const SOURCE: &[u8] = "too_long?max=1: Über ? `#: 1`.\ntoo_long: {a}: b\n".as_bytes();
        const LENGTH: usize = super::pack::<0>(SOURCE).1;
        let packed = super::pack::<LENGTH>(SOURCE).0;
        let expected = "max=1:Über ? \u{2066}#: 1\u{2069}.\n:{a}: b";
        assert_eq!(core::str::from_utf8(&packed), Ok(expected));
    }
}
