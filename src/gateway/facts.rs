//! The facts about gateways and libraries that are published as data.

use serde::{Serialize, Serializer};

use super::{
    Field, Gateway, Library, Operation,
    description::{Description, Form, Kind, Request, TargetField},
};
use crate::recipient::RecipientKind;

/// The facts about a gateway. If it has several contracts, these are the facts of the default one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Facts {
    /// The id.
    pub id: String,
    /// The name, as its makers write it.
    pub name: String,
    /// How it expects times.
    pub time_unit: TimeUnit,
    /// The kinds of recipient that it supports.
    pub recipients: Vec<RecipientKind>,
    /// The fields that have a place of their own.
    #[serde(serialize_with = "names")]
    pub fields: Vec<Field>,
    /// The fields that are required besides recipient, name and start.
    #[serde(serialize_with = "names")]
    pub requires: Vec<Field>,
    /// The secrets that complete a request, named as in a target.
    pub secrets: Vec<String>,
    /// The fields of a target besides `gateway`, in order.
    pub target: Vec<TargetFact>,
    /// The operations that it supports.
    pub operations: Vec<Operation>,
    /// Whether it publishes how its webhooks report guests' RSVPs.
    pub rsvps: bool,
    /// The most requests per minute, if its documentation names a limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requests_per_minute: Option<u32>,
    /// Whether sending the same request twice sends one message.
    pub idempotent: bool,
    /// The address of its documentation.
    pub documentation: String,
}

/// The facts about a library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LibraryFacts {
    /// The id.
    pub id: String,
    /// The name, as its makers write it.
    pub name: String,
    /// The kinds of recipient that it supports.
    pub recipients: Vec<RecipientKind>,
    /// The fields that have a place of their own.
    #[serde(serialize_with = "names")]
    pub fields: Vec<Field>,
    /// The duration, in seconds, that it gives an event without an end, if it does so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invents_end_seconds: Option<u32>,
    /// The address of its documentation.
    pub documentation: String,
}

/// A field of a target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct TargetFact {
    /// The name.
    pub name: String,
    /// What it holds: a `segment`, a `label` (a segment that may be left out), a `secret`, a `baseUrl` or a `choice`.
    pub is: &'static str,
    /// Whether it names the sending account.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub account: bool,
    /// The gateway's own base URL, the first word of a choice, or the label that means the same as none. `None` for other
    /// fields, and for a base URL that the target must give.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    /// The words of a choice.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub of: Vec<String>,
}

impl From<&TargetField> for TargetFact {
    fn from(field: &TargetField) -> Self {
        let (is, default, of) = match &field.kind {
            Kind::Segment => ("segment", None, Vec::new()),
            Kind::Label(own) => ("label", own.clone(), Vec::new()),
            Kind::Secret => ("secret", None, Vec::new()),
            Kind::BaseUrl(own) => ("baseUrl", own.clone(), Vec::new()),
            Kind::Choice(words) => ("choice", words.first().cloned(), words.clone()),
        };
        Self { name: field.name.clone(), is, account: field.is_account, default, of }
    }
}

/// How a gateway expects times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TimeUnit {
    /// Unix time in seconds.
    Seconds,
    /// Unix time in milliseconds.
    Milliseconds,
    /// Text in the form of RFC 3339.
    Rfc3339,
}

impl Gateway {
    /// The facts about this gateway.
    #[must_use]
    pub fn facts(&self) -> Facts {
        let page = self.page();
        let operations = page.requests.first().map(|(_, operations)| operations);
        let request = operations.map(|operations| &operations.send);
        let carried = request.map(|request| request.carried).unwrap_or_default();
        let has = |operation: &Operation| {
            operations.is_some_and(|operations| operations.request(*operation).is_some())
        };
        let secrets = page.target.iter().filter(|field| matches!(field.kind, Kind::Secret));
        Facts {
            id: page.id.clone(),
            name: page.name.clone(),
            time_unit: request.map_or(TimeUnit::Seconds, Request::time_unit),
            recipients: carried.kinds(),
            fields: carried.fields.each().collect(),
            requires: carried.requires.each().collect(),
            secrets: secrets.map(|field| field.name.clone()).collect(),
            target: page.target.iter().map(TargetFact::from).collect(),
            operations: Operation::ALL.iter().copied().filter(has).collect(),
            rsvps: page.rsvps.is_some(),
            requests_per_minute: page.requests_per_minute,
            idempotent: page.is_idempotent,
            documentation: page.documentation.clone(),
        }
    }
}

impl Library {
    /// The facts about this library.
    #[must_use]
    pub fn facts(&self) -> LibraryFacts {
        let page = self.page();
        let Description { id, name, documentation, .. } = page;
        let carried = page.carried(Operation::Send);
        let seconds = carried.habits.invents_end_seconds;
        LibraryFacts {
            id: id.clone(),
            name: name.clone(),
            recipients: carried.kinds(),
            fields: carried.fields.each().collect(),
            invents_end_seconds: (seconds > 0).then_some(seconds),
            documentation: documentation.clone(),
        }
    }
}

impl Request {
    /// How the start is written.
    fn time_unit(&self) -> TimeUnit {
        match self.body.start_form() {
            Some(Form::Milliseconds) => TimeUnit::Milliseconds,
            Some(Form::Rfc3339 | Form::Utc) => TimeUnit::Rfc3339,
            Some(Form::Seconds) | None => TimeUnit::Seconds,
        }
    }
}

/// Writes the names of the input fields as one list.
fn names<S: Serializer>(fields: &[Field], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(fields.iter().flat_map(|field| field.names()))
}
