//! Concatenating texts.

/// Joins the parts. The standard library's `concat` takes more code, because it handles separators and checks each
/// length.
#[inline(never)]
pub(crate) fn concat(parts: &[&str]) -> String {
    let mut text = String::with_capacity(parts.iter().map(|part| part.len()).sum());
    for part in parts {
        text.push_str(part);
    }
    text
}
