//! Parses templates independently: the crate's own parser would only agree with itself.

/// A placeholder: the name of its fact, the branches if it is counted, and, for the name of a field, the text with the
/// name and the text without it.
pub struct Place<'t> {
    pub name: &'t str,
    pub branches: Vec<(&'t str, &'t str)>,
    pub words: Vec<&'t str>,
}

/// The content of the braces that `text` begins with, and the rest of the text.
fn braces(text: &str) -> (&str, &str) {
    let mut depth = 0;
    for (at, character) in text.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 1 => {
                return (text.get(1..at).expect("inside"), text.get(at + 1..).expect("behind"));
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    panic!("a brace is not closed: {text}")
}

/// The placeholders of a template, including those in its branches.
pub fn places(template: &str) -> Vec<Place<'_>> {
    let mut found = Vec::new();
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        let (place, after) = braces(rest.get(at..).expect("a brace"));
        rest = after;
        if let Some((named, nameless)) = place.split_once('|') {
            assert!(
                !place.contains('{'),
                "a place within a name, or a name within a branch: {template}"
            );
            let words = vec![named.strip_suffix('@').expect(template), nameless];
            found.push(Place { name: "field", branches: Vec::new(), words });
            continue;
        }
        let (name, form) = place.split_once(", ").unwrap_or((place, ""));
        let mut branches = Vec::new();
        if let Some(mut form) = form.strip_prefix("plural, ") {
            while let Some(at) = form.find('{') {
                let (branch, after) = braces(form.get(at..).expect("a brace"));
                branches.push((form.get(..at).expect("a category").trim(), branch));
                found.extend(places(branch));
                form = after;
            }
        } else {
            assert!(["", "word"].contains(&form), "an unknown form: {template}");
        }
        found.push(Place { name, branches, words: Vec::new() });
    }
    assert!(!rest.contains('}'), "a brace was not opened: {template}");
    found
}

/// The text of a template without placeholders and without samples in backticks.
pub fn prose(template: &str) -> String {
    let mut prose = String::new();
    let mut rest = template;
    while let Some(at) = rest.find(['{', '`']) {
        let (text, place) = rest.split_at(at);
        prose.push_str(text);
        rest = if let Some(sample) = place.strip_prefix('`') {
            sample.split_once('`').expect(template).1
        } else {
            let (place, after) = braces(place);
            let place = format!("{{{place}}}");
            let Place { branches, words, .. } = places(&place).pop().expect("itself");
            for part in branches.into_iter().map(|(_, branch)| branch).chain(words) {
                prose.push_str(&self::prose(part));
                prose.push(' ');
            }
            after
        };
    }
    prose + rest
}
