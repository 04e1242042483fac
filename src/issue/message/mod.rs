//! From an issue's facts to words for people. All prose of the crate stands in this folder.

mod en;

use super::{Issue, Param};

/// The language of messages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Language {
    /// English, `en`.
    #[default]
    English,
}

impl Language {
    /// The languages by their BCP 47 tags.
    pub(crate) const WORDS: &'static [(&'static str, Self)] = &[("en", Self::English)];
}

/// The message of `issue`: the language's template with the facts put in.
///
/// A template names a fact in braces; `{field}` is the path.
pub(super) fn write(issue: &Issue, language: Language) -> String {
    let mut rest = match language {
        Language::English => en::template(issue),
    };
    let mut message = String::new();
    while let Some((text, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        message.push_str(text);
        push_fact(&mut message, issue, name);
        rest = after;
    }
    message.push_str(rest);
    message
}

fn push_fact(message: &mut String, issue: &Issue, name: &str) {
    if name == "field" {
        push_list(message, issue.path().segments(), ".");
        return;
    }
    match issue.params().get(name) {
        Some(Param::Text(text)) => push_plain(message, text),
        Some(Param::Number(number)) => message.push_str(&number.to_string()),
        Some(Param::List(words)) => push_list(message, words.iter().map(AsRef::as_ref), ", "),
        Some(Param::Pair([first, second])) => {
            push_list(
                message,
                [first.to_string(), second.to_string()].iter().map(AsRef::as_ref),
                ", ",
            );
        }
        None => {}
    }
}

/// A fact as people may be shown it: without signs that could break a line or turn text round.
fn push_plain(message: &mut String, text: &str) {
    message.extend(text.chars().map(|sign| match sign {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        control if control.is_control() => '\u{fffd}',
        other => other,
    }));
}

fn push_list<'a>(message: &mut String, words: impl Iterator<Item = &'a str>, separator: &str) {
    for (index, word) in words.enumerate() {
        if index > 0 {
            message.push_str(separator);
        }
        push_plain(message, word);
    }
}
