//! Warnings about unknown fields, of which there can be any number.

use super::suggestion::suggest;
use crate::{
    issue::{Fault, IssueCode as Code, Path, Report},
    order, search,
};

/// The last index of a JavaScript array, 2^32 - 2, after its number of digits.
const LAST_INDEX: (usize, &str) = (10, "4294967294");

/// Warns about unknown fields and suggests what each was probably meant to be. `unread` further fields are only
/// counted.
pub(crate) fn warn_of_unknown<'n>(
    unknown: impl IntoIterator<Item = &'n (impl AsRef<str> + 'n)>,
    unread: usize,
    known: &[&str],
    parent: Option<&'static str>,
    report: &mut Report,
) {
    let mut names: Vec<&str> = Vec::new();
    for name in unknown {
        names.push(name.as_ref());
    }
    warn_of_names(names, unread, known, parent, report);
}

/// The part that is not generic, so it is compiled only once.
#[inline(never)]
fn warn_of_names(
    mut names: Vec<&str>,
    unread: usize,
    known: &[&str],
    parent: Option<&'static str>,
    report: &mut Report,
) {
    report.add_unlisted(unread);
    if names.len() > 1 {
        names = in_order(&names);
    }
    let warning = |name: &str| {
        let path = match parent {
            Some(parent) => Path::of_part(parent, name),
            None => Path::of_field(name),
        };
        let meant = suggest(name, known).into_iter();
        let fault = Fault::new(Code::UnknownField);
        meant.fold(fault, |fault, meant| fault.with("suggestion", meant.to_owned())).at(path)
    };
    report.warn_of_each(names.len(), names.into_iter().map(warning));
}

/// Each name once, in the order of the keys of an object made by `JSON.parse`: array indexes first, in ascending order,
/// then the others in the order of their first appearance. A line of JSON is therefore reported like the object that it
/// describes.
fn in_order<'n>(names: &[&'n str]) -> Vec<&'n str> {
    let name_at = |place: usize| names.get(place).copied().unwrap_or_default();
    let rank = |place| (index(name_at(place)), name_at(place), place);
    let mut in_order = Vec::with_capacity(names.len());
    let mut is_first = vec![false; names.len()];
    let mut last = None;
    for place in order::ordered(names.len(), &|one, other| rank(one) < rank(other)) {
        let name = name_at(place);
        if last.replace(name) == Some(name) {
            continue;
        }
        if index(name).is_some() {
            in_order.push(name);
        } else if let Some(is_first) = is_first.get_mut(place) {
            *is_first = true;
        }
    }
    for (name, is_first) in names.iter().zip(is_first) {
        if is_first {
            in_order.push(name);
        }
    }
    in_order
}

/// The sort key of an index of a JavaScript array; `None` for other names.
fn index(name: &str) -> Option<(usize, &str)> {
    let is_number = !name.is_empty() && search::all_digits(name);
    let is_plain = is_number && (name == "0" || !name.starts_with('0'));
    let order = (name.len(), name);
    (is_plain && order <= LAST_INDEX).then_some(order)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::issue::Issue;

    #[test]
    fn names_that_were_not_passed_are_counted() {
        for strict in [false, true] {
            let mut report = Report::new(strict);
            warn_of_unknown(&["colour"], 7, &["start"], None, &mut report);
            let (issues, warnings) = report.lists();
            let (reported, others) = if strict { (issues, warnings) } else { (warnings, issues) };
            let codes: Vec<Code> = reported.iter().map(Issue::code).collect();
            assert_eq!(codes, [Code::UnknownField, Code::MoreIssues]);
            assert_eq!(reported.last().unwrap().params().get("count"), Some(&7_i64.into()));
            assert_eq!(others, []);
        }
    }

    #[test]
    fn names_are_in_the_order_of_javascript_keys() {
        // The results of Object.keys(JSON.parse(…)).
        for (names, ordered) in [
            (&["b", "a", "b", "a"][..], &["b", "a"][..]),
            (&["b", "10", "9", "a", "0"], &["0", "9", "10", "b", "a"]),
            (&["x", "4294967295", "4294967294", "y"], &["4294967294", "x", "4294967295", "y"]),
            (
                &["-1", "01", "+1", "1.0", "", "00", " 2", "1", "1"],
                &["1", "-1", "01", "+1", "1.0", "", "00", " 2"],
            ),
            (&["z", "7", "z", "7", "é"], &["7", "z", "é"]),
        ] {
            assert_eq!(in_order(names), ordered, "{names:?}");
        }
    }
}
