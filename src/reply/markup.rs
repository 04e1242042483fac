//! HTML and XML: the text that they show, and the error message in it.

use crate::search;

/// Elements with error messages, in XML and in HTML.
const ELEMENTS: &[&str] = &["message", "error", "detail", "pre", "title", "h1"];

/// The message of a page: the content of the first of these elements, or the whole page.
pub(super) fn words(markup: &str) -> &str {
    ELEMENTS.iter().find_map(|name| element(markup, name)).unwrap_or(markup)
}

/// The content of the first element with this name, in upper or lower case. `None` if it is empty or not closed.
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

/// A page without its scripts and styles. A script or style that is not closed is read as text.
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
            // The end is not searched for again, or the time would be quadratic.
            let Some(end) = end else { break };
            rest = tag.get(end..).unwrap_or_default();
        }
    }
    text.push_str(rest);
    text
}
