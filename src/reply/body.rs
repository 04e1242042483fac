//! The content of a body, whatever its content type claims.

use std::borrow::Cow;

use super::{
    ReplyCode,
    answers::{Answers, FieldPath, Kind},
    cut::whole_words,
    marks,
    markup::{self, element},
};
use crate::{digits::decimal, json::Json, search};

/// Where servers put error messages: Nest, WordPress, Go and PHP services, problem details (RFC 9457) and proxies.
const MESSAGES: &[&FieldPath] = &[
    "error.message",
    "message",
    "exception.message",
    "error",
    "detail",
    "details",
    "reason",
    "title",
];

/// Where they put error codes.
const CODES: &[&FieldPath] = &["code", "error.code", "error.status", "status", "error"];

/// Where they repeat the HTTP status.
const STATUSES: &[&FieldPath] =
    &["statusCode", "status", "code", "data.status", "error.status", "error.code"];

/// The longest body that counts as whole, in bytes. Callers stop reading there, and a body that is cut off is no
/// success, even if its start looks like one.
const MAX_BYTES: usize = 1 << 20;

/// Fields that deny success by being false.
const DENIALS: &[&str] = &["success", "result", "ok", "status", "sent"];

/// Fields that deny success by having any value.
const FAULTS: &[&str] = &["error", "errors", "exception"];

/// Statuses of an event that was accepted but not sent yet.
const PENDING: &[&str] = &["queued", "pending", "accepted", "processing"];

/// A body, by its kind.
pub(super) enum Body<'b> {
    Object(Json<'b>, Fields<'b>),
    List(Json<'b>),
    Markup(&'b str),
    Text(Cow<'b, str>),
}

/// The outermost fields that are needed, collected in one pass because a reply may be large.
pub(super) struct Fields<'b>(Vec<(Cow<'b, str>, Json<'b>)>);

impl<'b> Fields<'b> {
    fn of(json: Json<'b>, answers: &Answers) -> Self {
        let begins = |path: &str, name: &str| search::split(path, b".").next() == Some(name);
        let is_wanted = |name: &str| {
            [MESSAGES, CODES, STATUSES]
                .iter()
                .any(|paths| paths.iter().any(|path| begins(path, name)))
                || answers.messages.iter().any(|path| begins(path, name))
                || [DENIALS, FAULTS].iter().any(|names| names.contains(&name))
                || answers
                    .envelopes
                    .iter()
                    .any(|all| all.iter().any(|(path, _)| begins(path, name)))
                || answers.successes.iter().any(|success| {
                    success.message_ids.iter().any(|path| begins(path, name))
                        || success.fields.iter().any(|field| begins(&field.path, name))
                })
        };
        let mut found: Vec<(Cow<'b, str>, Json<'b>)> = Vec::new();
        for (name, value) in json.fields() {
            if !is_wanted(&name) {
                continue;
            }
            // Of several fields with the same name, the last one counts.
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

    pub(super) fn at(&self, path: &FieldPath) -> Option<Json<'b>> {
        let mut names = search::split(path, b".");
        let first = self.get(names.next()?)?;
        names.try_fold(first, Json::get)
    }

    /// The text at the first of `paths` that has one. A list of texts counts as one text.
    fn text<'p>(&self, paths: impl Iterator<Item = &'p str>) -> Option<Cow<'b, str>> {
        let mut texts = paths.filter_map(|path| joined(self.at(path)?));
        texts.find(|text| !text.trim().is_empty())
    }
}

/// Whether nothing of a body was cut off.
pub(super) const fn is_whole(text: &str) -> bool {
    text.len() <= MAX_BYTES
}

impl<'b> Body<'b> {
    pub(super) fn of(text: &'b str, answers: &Answers) -> Self {
        let trimmed = text.trim_start_matches('\u{feff}').trim();
        let trimmed = whole_words(trimmed, MAX_BYTES);
        match is_whole(text).then(|| Json::parse(trimmed)).flatten() {
            Some(json) if json.is_object() => Self::Object(json, Fields::of(json, answers)),
            Some(json) if json.items().next().is_some() => Self::List(json),
            Some(json) => Self::Text(json.text().unwrap_or(Cow::Borrowed(trimmed))),
            None if trimmed.starts_with('<') => Self::Markup(trimmed),
            None => Self::Text(Cow::Borrowed(trimmed)),
        }
    }

    /// The gateway's message; empty if there is none.
    pub(super) fn words(&self, answers: &Answers) -> Cow<'_, str> {
        match self {
            Self::Object(_, fields) => {
                let own = answers.messages.iter().map(String::as_str);
                fields.text(own.chain(MESSAGES.iter().copied())).unwrap_or_default()
            }
            Self::Markup(text) => Cow::Borrowed(markup::words(text)),
            Self::List(json) => Cow::Borrowed(json.spelling()),
            Self::Text(text) => Cow::Borrowed(text.as_ref()),
        }
    }

    /// The first of the gateway's codes in the body that fits.
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
            Self::Object(_, fields) => {
                CODES.iter().find_map(|path| known(&fields.at(path)?.text()?))
            }
            Self::Markup(text) => known(element(text, "code")?.trim()),
            Self::List(_) | Self::Text(_) => None,
        }
    }

    /// Whether a refusal has the form of the gateway's own refusals, so it is not from a proxy in front of it.
    pub(super) fn is_own(&self, answers: &Answers) -> bool {
        match self {
            Self::Object(_, fields) => answers.envelopes.iter().any(|all| {
                all.iter()
                    .all(|(path, kind)| fields.at(path).is_some_and(|value| is_of(value, *kind)))
            }),
            Self::Markup(text) => {
                answers.refuses_in_xml
                    && ["code", "message"].iter().all(|name| element(text, name).is_some())
            }
            Self::List(_) | Self::Text(_) => false,
        }
    }

    /// The HTTP status of an error that the body repeats, or gives in place of the real status.
    pub(super) fn status(&self) -> Option<u16> {
        let Self::Object(_, fields) = self else { return None };
        let mut numbers = STATUSES.iter().filter_map(|path| {
            let value = fields.at(path)?;
            let digits = value.integer().map(Cow::Borrowed).or_else(|| value.text())?;
            decimal(&digits)
        });
        numbers.find(|status| (400..600).contains(status))
    }

    /// Whether the body says that the event waits to be sent.
    pub(super) fn is_pending(&self) -> bool {
        let Self::Object(_, fields) = self else { return false };
        let status = fields.get("status").and_then(Json::text);
        status.is_some_and(|status| PENDING.iter().any(|word| status.eq_ignore_ascii_case(word)))
    }

    /// Whether the body may deny that the event was sent, whatever the status: in a field for that, or with a code and
    /// a message, as WordPress and others report errors.
    pub(super) fn denies(&self) -> bool {
        let Self::Object(_, fields) = self else { return false };
        self.says_no()
            || ["code", "message"]
                .iter()
                .all(|name| fields.get(name).and_then(Json::text).is_some())
    }

    /// Whether the body certainly denies it. A code and a message may also report success, so the code must be one with
    /// which the gateway refuses.
    pub(super) fn refuses(&self, answers: &Answers) -> bool {
        self.says_no() || self.code(answers, ReplyCode::is_refusal).is_some()
    }

    fn says_no(&self) -> bool {
        let Self::Object(_, fields) = self else { return false };
        let has = |names: &[&str], fits: fn(Json<'_>) -> bool| {
            names.iter().any(|name| fields.get(name).is_some_and(fits))
        };
        has(DENIALS, marks::denies)
            || has(FAULTS, |value| !marks::is_quiet(value))
            || has(&["status"], is_failure)
            || has(&["data"], |data| {
                let holds =
                    |name: &str, fits: fn(Json<'_>) -> bool| data.get(name).is_some_and(fits);
                holds("status", is_failure)
                    || holds("success", marks::denies)
                    || holds("error", |value| !marks::is_quiet(value))
            })
    }
}

/// The text of a value, or the texts of a list, separated by commas.
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

fn is_of(value: Json<'_>, kind: Kind) -> bool {
    match kind {
        Kind::Text => value.text().is_some_and(|text| !text.trim().is_empty()),
        Kind::Integer => value.integer().is_some(),
        Kind::Boolean => value.boolean().is_some(),
    }
}

/// Whether a value is a word for a failure.
fn is_failure(value: Json<'_>) -> bool {
    value.text().is_some_and(|text| {
        ["error", "fail", "failed", "failure", "not_sent"]
            .iter()
            .any(|word| text.eq_ignore_ascii_case(word))
    })
}

#[cfg(test)]
mod tests {
    use super::{Answers, Body, is_whole};

    #[test]
    fn a_body_is_read_up_to_a_mebibyte() {
        let text = "x".repeat(1 << 20);
        assert!(is_whole(&text));
        assert!(!is_whole(&(text + "x")));
        // What was cut off may have been white space, but nobody knows.
        let text = "{}".to_owned() + &" ".repeat(1 << 20);
        assert!(matches!(Body::of(&text, &Answers::default()), Body::Text(_)));
    }

    #[test]
    fn the_status_of_a_fault_begins_with_4_or_5() {
        for (status, is_fault) in [(399, false), (400, true), (599, true), (600, false)] {
            let text = format!(r#"{{"statusCode":{status}}}"#);
            let found = Body::of(&text, &Answers::default()).status();
            assert_eq!(found, is_fault.then_some(status), "{status}");
        }
    }
}
