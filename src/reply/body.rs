//! What stands in a body, whatever its content type claims.

use std::borrow::Cow;

use super::{
    ReplyCode,
    answers::{Answers, FieldPath},
    number,
};
use crate::{json::Json, search};

/// Where servers put the words about a fault: Nest, WordPress, Go and PHP services, problem details
/// (RFC 9457) and proxies.
const MESSAGES: &[FieldPath] = &[
    &["error", "message"],
    &["message"],
    &["exception", "message"],
    &["error"],
    &["detail"],
    &["details"],
    &["reason"],
    &["title"],
];

/// Where they put a word for programs.
const CODES: &[FieldPath] =
    &[&["code"], &["error", "code"], &["error", "status"], &["status"], &["error"]];

/// Where they repeat the HTTP status.
const STATUSES: &[FieldPath] = &[
    &["statusCode"],
    &["status"],
    &["code"],
    &["data", "status"],
    &["error", "status"],
    &["error", "code"],
];

/// Elements with the words about a fault, in XML and in HTML.
const ELEMENTS: &[&str] = &["message", "error", "detail", "title", "h1"];

/// The longest message id taken, in bytes. The longest known one, of a group's message, has 110.
const MESSAGE_ID_LENGTH: usize = 256;

/// How much of a text is looked at for words, in bytes. Error pages carry whole style sheets.
const WORDS_LENGTH: usize = 65_536;

/// Fields that tell a fault by being false.
const DENIALS: &[&str] = &["success", "result", "ok", "status", "sent"];

/// Fields that tell a fault by saying anything.
const FAULTS: &[&str] = &["error", "errors", "exception"];

/// A status of what was taken and not sent yet.
const PENDING: &[&str] = &["queued", "pending", "accepted", "processing"];

/// WhatsApp's mark of a message: -1 where it could not be sent.
const ACK: &str = "ack";

/// A body, by what it is.
pub(super) enum Body<'b> {
    Json(Fields<'b>),
    Markup(&'b str),
    Text(Cow<'b, str>),
}

/// The outermost fields that are looked for, found in one walk: an answer may be large.
pub(super) struct Fields<'b>(Vec<(Cow<'b, str>, Json<'b>)>);

impl<'b> Fields<'b> {
    fn of(json: Json<'b>, answers: &Answers) -> Self {
        let paths = [MESSAGES, CODES, STATUSES, answers.messages, answers.message_ids];
        let mut found: Vec<(Cow<'b, str>, Json<'b>)> = Vec::new();
        for (name, value) in json.fields() {
            let is_first = |path: &FieldPath| path.first().is_some_and(|first| *first == name);
            let is_wanted = paths.iter().any(|paths| paths.iter().any(is_first))
                || [DENIALS, FAULTS, &[ACK]].iter().any(|names| names.contains(&name.as_ref()));
            if !is_wanted {
                continue;
            }
            // Of fields of the same name the last counts.
            match found.iter_mut().find(|(known, _)| *known == name) {
                Some((_, earlier)) => *earlier = value,
                None => found.push((name, value)),
            }
        }
        Self(found)
    }

    fn get(&self, name: &str) -> Option<Json<'b>> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| *value)
    }

    fn at(&self, path: FieldPath) -> Option<Json<'b>> {
        let (first, rest) = path.split_first()?;
        self.get(first)?.at(rest)
    }

    /// The text at the first of `paths` that has one. A list of texts is one text.
    fn text(&self, paths: &[FieldPath]) -> Option<Cow<'b, str>> {
        let mut texts = paths.iter().filter_map(|path| joined(self.at(path)?));
        texts.find(|text| !text.trim().is_empty())
    }
}

impl<'b> Body<'b> {
    pub(super) fn of(text: &'b str, answers: &Answers) -> Self {
        let trimmed = text.trim_start_matches('\u{feff}').trim();
        match Json::parse(trimmed) {
            Some(json) if json.is_object() => Self::Json(Fields::of(json, answers)),
            Some(json) => Self::Text(json.text().unwrap_or(Cow::Borrowed(trimmed))),
            None if trimmed.starts_with('<') => Self::Markup(beginning(trimmed)),
            None => Self::Text(Cow::Borrowed(trimmed)),
        }
    }

    /// The id of the sent message, as the gateway wrote it.
    pub(super) fn message_id(&self, answers: &Answers) -> Option<String> {
        let Self::Json(fields) = self else { return None };
        let ids = answers.message_ids.iter().filter_map(|path| fields.at(path)?.text());
        ids.map(|id| id.trim().to_owned()).find(|id| is_message_id(id))
    }

    /// What the gateway says in words; empty where it says nothing.
    pub(super) fn words(&self, answers: &Answers) -> String {
        let words = match self {
            Self::Json(fields) => {
                fields.text(answers.messages).or_else(|| fields.text(MESSAGES)).unwrap_or_default()
            }
            Self::Markup(text) => {
                let element = ELEMENTS.iter().find_map(|name| element(text, name));
                Cow::Borrowed(element.unwrap_or(text))
            }
            Self::Text(text) => Cow::Borrowed(text.as_ref()),
        };
        beginning(&words).to_owned()
    }

    /// The first code of the gateway that the body gives, and that can be meant.
    pub(super) fn code(
        &self,
        answers: &Answers,
        fits: impl Fn(ReplyCode) -> bool,
    ) -> Option<ReplyCode> {
        let known = |text: &str| {
            let mut codes = answers.codes.iter();
            codes
                .find(|(code, meaning)| *code == text && fits(*meaning))
                .map(|(_, meaning)| *meaning)
        };
        match self {
            Self::Json(fields) => CODES.iter().find_map(|path| known(&fields.at(path)?.text()?)),
            Self::Markup(text) => known(element(text, "code")?.trim()),
            Self::Text(_) => None,
        }
    }

    /// The HTTP status of a fault that the body repeats, or gives in place of the real one.
    pub(super) fn status(&self) -> Option<u16> {
        let Self::Json(fields) = self else { return None };
        let mut numbers = STATUSES.iter().filter_map(|path| {
            let value = fields.at(path)?;
            let digits = value.integer().map(Cow::Borrowed).or_else(|| value.text())?;
            u16::try_from(number(&digits, 10)?).ok()
        });
        numbers.find(|status| (400..600).contains(status))
    }

    /// Whether the body has the shape in which WordPress and others tell faults: a code and a message.
    pub(super) fn is_envelope(&self) -> bool {
        let Self::Json(fields) = self else { return false };
        ["code", "message"].iter().all(|name| fields.get(name).and_then(Json::text).is_some())
    }

    /// Whether the body says that the event waits to be sent.
    pub(super) fn is_pending(&self) -> bool {
        let Self::Json(fields) = self else { return false };
        let status = fields.get("status").and_then(Json::text);
        status.is_some_and(|status| PENDING.iter().any(|word| status.eq_ignore_ascii_case(word)))
    }

    /// Whether the body tells a fault, whatever the status.
    pub(super) fn is_fault(&self) -> bool {
        let Self::Json(fields) = self else { return false };
        let has = |names: &[&str], fits: fn(Json<'_>) -> bool| {
            names.iter().any(|name| fields.get(name).is_some_and(fits))
        };
        has(DENIALS, is_false)
            || has(FAULTS, is_told)
            || has(&["status"], is_failure)
            || has(&["data"], |data| {
                let tells =
                    |name: &str, fits: fn(Json<'_>) -> bool| data.get(name).is_some_and(fits);
                tells("status", is_failure) || tells("success", is_false) || tells("error", is_told)
            })
            || has(&[ACK], |ack| ack.integer() == Some("-1"))
            || self.status().is_some()
    }
}

/// The start of a text, as far as it is looked at.
fn beginning(text: &str) -> &str {
    let mut end = WORDS_LENGTH.min(text.len());
    while !text.is_char_boundary(end) {
        end = end.saturating_sub(1);
    }
    text.get(..end).unwrap_or(text)
}

/// The text of a value, or the texts of a list, with commas between.
fn joined(value: Json<'_>) -> Option<Cow<'_, str>> {
    value.text().or_else(|| {
        let mut joined = String::new();
        for text in value.items().take(20).filter_map(Json::text) {
            joined.push_str(if joined.is_empty() { "" } else { ", " });
            joined.push_str(&text);
        }
        Some(Cow::Owned(joined))
    })
}

fn is_false(value: Json<'_>) -> bool {
    value.boolean() == Some(false)
        || value.text().is_some_and(|text| text.eq_ignore_ascii_case("false"))
}

/// True for a value that says something: not null, false, empty or nothing at all.
fn is_told(value: Json<'_>) -> bool {
    !is_false(value) && !value.is_empty() && value.integer() != Some("0")
}

/// A status in one word.
fn is_failure(value: Json<'_>) -> bool {
    value.text().is_some_and(|text| {
        ["error", "fail", "failed", "failure", "not_sent"]
            .iter()
            .any(|word| text.eq_ignore_ascii_case(word))
    })
}

fn is_message_id(id: &str) -> bool {
    (1..=MESSAGE_ID_LENGTH).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_graphic())
}

/// What stands in the first element of that name, in any case; none where it is empty or not closed.
fn element<'m>(markup: &'m str, name: &str) -> Option<&'m str> {
    let mut rest = markup;
    while let Some((_, tag_first)) = rest.split_once('<') {
        rest = tag_first;
        let Some((found, after)) = tag_first.split_at_checked(name.len()) else { continue };
        if !found.eq_ignore_ascii_case(name) || !after.starts_with(['>', ' ', '\t', '\n', '\r']) {
            continue;
        }
        let (_, inner_first) = after.split_once('>')?;
        let end = search::places(inner_first, "</").find(|at| {
            let closing = inner_first.get(at.saturating_add(2)..).unwrap_or_default();
            closing.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name))
        })?;
        return inner_first.get(..end).filter(|inner| !inner.trim().is_empty());
    }
    None
}
