//! Texts put together.

/// The parts one after the other. The standard library's way weighs more, since it takes separators and checks each length.
#[inline(never)]
pub(crate) fn concat(parts: &[&str]) -> String {
    let mut text = String::with_capacity(parts.iter().map(|part| part.len()).sum());
    for part in parts {
        text.push_str(part);
    }
    text
}
