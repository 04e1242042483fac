//! Packs catalogs at compile time: it removes the codes, which only readers of the source need, and replaces back
//! quotes.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::indexing_slicing,
    reason = "no catalog is that long, and most of this runs at compile time"
)]

use super::GROUPS;

/// The packed catalog of a file.
macro_rules! packed {
    ($file:literal) => {{
        const SOURCE: &[u8] = include_bytes!($file);
        const LENGTH: usize = $crate::issue::message::catalog::packed::pack::<0>(SOURCE).1;
        const PACKED: [u8; LENGTH] =
            $crate::issue::message::catalog::packed::pack::<LENGTH>(SOURCE).0;
        const STARTS: [u16; $crate::issue::message::catalog::GROUPS] =
            $crate::issue::message::catalog::packed::starts(&PACKED);
        const TEXT: &str = match core::str::from_utf8(&PACKED) {
            Ok(text) => text,
            Err(_) => "",
        };
        $crate::issue::message::catalog::Catalog { text: TEXT, starts: &STARTS }
    }};
}
pub(super) use packed;

/// LEFT-TO-RIGHT ISOLATE and POP DIRECTIONAL ISOLATE, in UTF-8.
const ISOLATES: [&[u8]; 2] = ["\u{2066}".as_bytes(), "\u{2069}".as_bytes()];

/// Returns the entries without their codes and with isolates in place of the back quotes around samples, and the length
/// of that.
pub(super) const fn pack<const LENGTH: usize>(source: &[u8]) -> ([u8; LENGTH], usize) {
    let mut packed = [0; LENGTH];
    let mut length = 0;
    let mut is_code = true;
    let mut is_key = true;
    let mut isolate = 0;
    let mut at = 0;
    // Nothing follows the last line break.
    while at + 1 < source.len() {
        let byte = source[at];
        let one = [byte];
        let mut bytes: &[u8] = &one;
        if is_key && byte == b'?' {
            is_code = false;
            bytes = &[];
        } else if is_key && byte == b':' {
            is_key = false;
            // Skips the space after the colon.
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

/// Where each group of entries begins. An entry without a condition ends its group.
pub(super) const fn starts(packed: &[u8]) -> [u16; GROUPS] {
    // English has no words, so their group begins at the end.
    let mut starts = [packed.len() as u16; GROUPS];
    starts[0] = 0;
    let mut group = 0;
    let mut line = 0;
    let mut at = 0;
    while at < packed.len() {
        if packed[at] == b'\n' {
            if packed[line] == b':' && group + 1 < GROUPS {
                group += 1;
                starts[group] = (at + 1) as u16;
            }
            line = at + 1;
        }
        at += 1;
    }
    starts
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

    #[test]
    fn a_group_begins_after_the_entry_without_a_condition() {
        assert_eq!(super::starts(b":a\nif:b\n:c\n:d")[..5], [0, 3, 11, 13, 13]);
    }
}
