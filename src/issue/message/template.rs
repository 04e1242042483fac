//! Fills the facts of an issue into a template.
//!
//! - `{length}` is a fact.
//! - `{@|this time}` is the name of the field, or `this time` if the message is for a guest and the form's label for
//!   the field is unknown. Words may come before the name: `{em @|neste campo}`.
//! - `{field}` is that name too, in messages that guests without a label do not get.
//! - `{unit, word}` is a fact, translated into a word of the language.
//! - `{max, plural, one {{max} minute} other {{max} minutes}}` depends on a number. Its branches cannot name the field,
//!   because every place with a `|` is read as a name.
//!
//! In languages that are written from right to left, each fact is isolated from the text around it.

use super::{Language, Reader, catalog, label};
use crate::{
    digits::integer,
    issue::{Issue, IssueCode, Param},
    search::{self, find},
};

/// An issue with the language and the reader of its message.
pub(super) struct Wording<'i> {
    issue: &'i Issue,
    language: Language,
    is_to_guest: bool,
    /// The form's label for the field.
    label: Option<String>,
}

impl<'i> Wording<'i> {
    pub(super) fn new(issue: &'i Issue, reader: Reader<'_>, language: Language) -> Self {
        let (is_to_guest, label) = match reader {
            Reader::Developer => (false, None),
            Reader::Guest(label) => (true, label.and_then(label::plain)),
        };
        Self { issue, language, is_to_guest, label }
    }

    /// The message; `None` if a fact is missing that it contains.
    pub(super) fn message(&self) -> Option<String> {
        let Self { issue, language, is_to_guest, .. } = self;
        let template = |code| catalog::of(*language).template(code, |condition| self.is(condition));
        let mut found = template(issue.code())?;
        // Forms do not contain targets and options, so guests get a general message about these. They also get it if
        // there is no wording for guests: both are mistakes in the program.
        if *is_to_guest
            && self.label.is_none()
            && !is_about_file(issue.code())
            && (find(found, "{field}").is_some() || !issue.path().is_of_event())
        {
            found = template(IssueCode::UnknownField)?;
        }
        let mut writer = Writer { wording: self, language: self.language, message: String::new() };
        writer.template(found)?;
        Some(writer.message)
    }

    /// Whether a condition of a catalog's key holds.
    fn is(&self, condition: &str) -> bool {
        let issue = self.issue;
        match search::split_at(condition, b"=") {
            None => match condition {
                "guest" => self.is_to_guest,
                "developer" => !self.is_to_guest,
                "label" => self.label.is_some(),
                fact => issue.params().get(fact).is_some(),
            },
            Some(("field", name)) => issue.path().field() == name,
            Some((name, word)) => {
                matches!(issue.params().get(name), Some(Param::Text(text)) if text == word)
            }
        }
    }
}

struct Writer<'t> {
    wording: &'t Wording<'t>,
    language: Language,
    message: String,
}

impl Writer<'_> {
    fn template(&mut self, mut rest: &str) -> Option<()> {
        while let Some((text, place)) = search::split_at(rest, b"{") {
            self.message.push_str(text);
            let (place, after) = split_at_brace(place)?;
            if let Some((named, nameless)) = search::split_at(place, b"|") {
                self.name(named, nameless);
            } else {
                let (name, form) = search::split_at(place, b",").unwrap_or((place, ""));
                self.place(name, form)?;
            }
            rest = after;
        }
        self.message.push_str(rest);
        Some(())
    }

    /// Writes `named` with the field's name in place of the `@` at its end, or `nameless` if this reader knows no name
    /// for the field.
    fn name(&mut self, named: &str, nameless: &str) {
        let Wording { is_to_guest, label, .. } = self.wording;
        if *is_to_guest && label.is_none() {
            self.message.push_str(nameless);
            return;
        }
        let (open, close) = self.language.quotes();
        self.message.push_str(named.strip_suffix('@').unwrap_or(named));
        self.message.push_str(open);
        self.field();
        self.message.push_str(close);
    }

    /// Writes the form's label for the field, or else its name in the API.
    fn field(&mut self) {
        let Wording { issue, label, .. } = self.wording;
        match label {
            // Without isolates, its letters would pull a following number to their side.
            Some(label) if label::runs_left(label) => {
                self.isolated(label, Language::Arabic.isolates());
            }
            Some(label) => self.fact(label),
            None => self.fact(&issue.path().dotted()),
        }
    }

    fn place(&mut self, name: &str, form: &str) -> Option<()> {
        let issue = self.wording.issue;
        if name == "field" {
            self.field();
            return Some(());
        }
        match issue.params().get(name)? {
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
                None => self.fact(&integer(*number)),
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
            let (name, branch) = search::split_at(branches, b"{")?;
            let (branch, after) = split_at_brace(branch)?;
            if name.trim() == category {
                return self.template(branch);
            }
            branches = after;
        }
    }

    /// Writes a fact without characters that could break a line or change the direction of text.
    fn fact(&mut self, text: &str) {
        self.isolated(text, self.language.isolates());
    }

    fn isolated(&mut self, text: &str, (open, close): (&str, &str)) {
        self.message.push_str(open);
        for character in text.chars() {
            self.message.push(if label::is_unfit(character) { '\u{fffd}' } else { character });
        }
        self.message.push_str(close);
    }
}

/// Whether a code is about a whole file, which has no field and no form.
const fn is_about_file(code: IssueCode) -> bool {
    matches!(code, IssueCode::LinesFormat | IssueCode::NotUtf8)
}

/// Splits `text` at the brace that closes the one before it.
fn split_at_brace(text: &str) -> Option<(&str, &str)> {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
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
