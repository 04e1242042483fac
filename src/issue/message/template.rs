//! Templates, and the facts in their places.
//!
//! - `{length}` is a fact, `{field}` the path.
//! - `{unit, word}` is a fact in the words of the language.
//! - `{max, plural, one {{max} minute} other {{max} minutes}}` counts.
//!
//! In a language that runs from right to left, each fact is isolated from the text around it.

use super::{Language, catalog};
use crate::issue::{Issue, Param};

/// The template with the facts of `issue`; none where one is missing, or the template is none.
pub(super) fn write(template: &str, issue: &Issue, language: Language) -> Option<String> {
    let mut writer = Writer { issue, language, message: String::new() };
    writer.template(template)?;
    Some(writer.message)
}

struct Writer<'i> {
    issue: &'i Issue,
    language: Language,
    message: String,
}

impl Writer<'_> {
    fn template(&mut self, mut rest: &str) -> Option<()> {
        while let Some((text, place)) = rest.split_once('{') {
            self.message.push_str(text);
            let (place, after) = split_at_brace(place)?;
            let (name, form) = place.split_once(',').unwrap_or((place, ""));
            self.place(name, form)?;
            rest = after;
        }
        self.message.push_str(rest);
        Some(())
    }

    fn place(&mut self, name: &str, form: &str) -> Option<()> {
        if name == "field" {
            let mut path = String::new();
            for name in self.issue.path().segments() {
                path.push_str(if path.is_empty() { "" } else { "." });
                path.push_str(name);
            }
            self.fact(&path);
            return Some(());
        }
        match self.issue.params().get(name)? {
            Param::Text(text) => {
                let catalog = catalog::of(self.language);
                let word = (form == " word").then(|| catalog.word(text)).flatten();
                match word {
                    Some(word) => self.message.push_str(word),
                    None => self.fact(text),
                }
            }
            Param::Number(number) => match form.strip_prefix(" plural,") {
                Some(branches) => self.plural(branches, *number)?,
                None => self.fact(&number.to_string()),
            },
            Param::List(words) => {
                for (index, word) in words.iter().enumerate() {
                    self.message.push_str(if index == 0 { "" } else { self.language.separator() });
                    self.fact(word);
                }
            }
            Param::Pair(_) => return None,
        }
        Some(())
    }

    /// Writes the branch of the number's plural category.
    fn plural(&mut self, mut branches: &str, number: i64) -> Option<()> {
        let category = self.language.plural(number);
        loop {
            let (name, branch) = branches.split_once('{')?;
            let (branch, after) = split_at_brace(branch)?;
            if name.trim() == category {
                return self.template(branch);
            }
            branches = after;
        }
    }

    /// Writes a fact as people may be shown it: without signs that could break a line or turn text round.
    fn fact(&mut self, text: &str) {
        let (open, close) = self.language.isolates();
        self.message.push_str(open);
        self.message.extend(text.chars().map(|sign| match sign {
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            control if control.is_control() => '\u{fffd}',
            other => other,
        }));
        self.message.push_str(close);
    }
}

/// The texts before and behind the brace that closes what was opened before `text`.
fn split_at_brace(text: &str) -> Option<(&str, &str)> {
    let mut depth = 0_usize;
    for (at, sign) in text.bytes().enumerate() {
        match sign {
            b'{' => depth = depth.saturating_add(1),
            b'}' if depth == 0 => {
                let (inside, rest) = text.split_at_checked(at)?;
                return Some((inside, rest.strip_prefix('}')?));
            }
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}
