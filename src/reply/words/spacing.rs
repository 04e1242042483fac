//! White space, and characters that hide or turn text.

use crate::invisible::is_invisible;

/// With one space for each run of white space and control signs, and without signs that hide or turn text.
pub(super) fn spaced(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for sign in text.chars() {
        if sign.is_whitespace() || sign.is_control() {
            if !plain.is_empty() && !plain.ends_with(' ') {
                plain.push(' ');
            }
        } else if !is_invisible(sign) {
            plain.push(sign);
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}
