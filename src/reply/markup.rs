//! Pages and XML: what they show, and what they have in words.

use crate::search;

/// Elements with the words about a fault, in XML and in HTML.
const ELEMENTS: &[&str] = &["message", "error", "detail", "pre", "title", "h1"];

/// What a page says in words: in the first element that has them, or all of it.
pub(super) fn words(markup: &str) -> &str {
    ELEMENTS.iter().find_map(|name| element(markup, name)).unwrap_or(markup)
}

/// What stands in the first element of that name, in any case; none where it is empty or not closed.
pub(super) fn element<'m>(markup: &'m str, name: &str) -> Option<&'m str> {
    let mut rest = markup;
    while let Some((_, tag_first)) = search::split_at(rest, b"<") {
        rest = tag_first;
        let Some((found, after)) = tag_first.split_at_checked(name.len()) else { continue };
        if !found.eq_ignore_ascii_case(name) || !after.starts_with(['>', ' ', '\t', '\n', '\r']) {
            continue;
        }
        let (_, inner_first) = search::split_at(after, b">")?;
        let end = search::places(inner_first, "</").find(|at| {
            let closing = inner_first.get(at.saturating_add(2)..).unwrap_or_default();
            closing.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name))
        })?;
        return inner_first.get(..end).filter(|inner| !inner.trim().is_empty());
    }
    None
}

/// A page without its scripts and styles. One without end is read as text.
pub(super) fn visible(markup: &str) -> String {
    let mut text = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some((before, tag)) = search::split_at(rest, b"<") {
        text.push_str(before);
        text.push(' ');
        rest = tag;
        let is = |name: &str| {
            tag.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
        };
        if let Some(name) = ["script", "style"].into_iter().find(|name| is(name)) {
            let end = search::places(tag, "</").find(|at| {
                let closing = tag.get(at.saturating_add(2)..).unwrap_or_default();
                closing.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name))
            });
            // It is not looked for again, or the time would be a square.
            let Some(end) = end else { break };
            rest = tag.get(end..).unwrap_or_default();
        }
    }
    text.push_str(rest);
    text
}
