//! White space, and characters that hide or reverse text.

use crate::invisible::is_invisible;

/// The text with one space for each run of white space and control characters, and without characters that hide or
/// reverse text.
pub(super) fn spaced(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_whitespace() || character.is_control() {
            if !plain.ends_with(' ') {
                plain.push(' ');
            }
        } else if !is_invisible(character) {
            plain.push(character);
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}
