//! A gateway as data: parsed and validated once, then used for every request.
//!
//! `gateways/gateway.schema.json` says what a description may contain. Its JSON is not looked at again once it has been
//! parsed into the types below.

mod body;
mod flat;
mod operations;
mod reading;
mod recipients;
mod request;
mod template;
mod variants;

pub(super) use self::{
    body::{Form, facts},
    flat::flat,
    reading::{read, read_library},
};
pub(super) use self::{
    operations::{Change, MESSAGE_ID, Operations},
    request::Request,
    template::Filled,
    variants::{GIVEN, met},
};

pub(super) use self::flat::unflat;

use super::{Capabilities, Field, Operation};
use crate::{reply::Answers, rsvp::Webhook};

/// A parsed description.
#[derive(Debug)]
pub(crate) struct Description {
    pub(crate) id: String,
    pub(crate) name: String,
    /// The fields of a target besides `gateway`, in order.
    pub(crate) target: Vec<TargetField>,
    /// The condition of each variant of the request.
    pub(crate) variants: Vec<variants::When>,
    /// The requests for each set of variants, which has one bit per variant. The first are those of a target without
    /// options.
    pub(crate) requests: Vec<(u32, Operations)>,
    pub(crate) answers: Answers,
    /// The most Unicode characters that the text of a field may have.
    pub(crate) limits: Vec<(Field, usize)>,
    /// How webhooks report RSVPs. `None` if that is not published.
    pub(crate) rsvps: Option<Webhook>,
    pub(crate) documentation: String,
    pub(crate) requests_per_minute: Option<u32>,
    pub(crate) is_idempotent: bool,
}

impl Description {
    /// The requests of an operation. There are none if the gateway does not support it.
    pub(crate) fn requests(&self, operation: Operation) -> impl Iterator<Item = &Request> {
        self.requests.iter().filter_map(move |(_, operations)| operations.request(operation))
    }

    /// What at least one request of an operation can carry, and what all of them require.
    pub(crate) fn carried(&self, operation: Operation) -> Capabilities {
        let mut carried: Option<Capabilities> = None;
        for request in self.requests(operation) {
            carried = Some(carried.map_or(request.carried, |others| others.or(request.carried)));
        }
        carried.unwrap_or_default()
    }
}

/// A field of a target.
#[derive(Debug)]
pub(crate) struct TargetField {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    /// Whether it names the sending account.
    pub(crate) is_account: bool,
    /// Whether it is a segment of a URL's path, which restricts its characters.
    pub(crate) is_in_path: bool,
}

/// What a field of a target holds.
#[derive(Debug)]
pub(crate) enum Kind {
    /// A required name that can be a segment of a URL's path.
    Segment,
    /// An optional name of the same form, with the name that means the same as leaving it out, if there is one.
    Label(Option<String>),
    /// A secret, which may be filled in later.
    Secret,
    /// What all URLs start with, with the gateway's default, if it has one.
    BaseUrl(Option<String>),
    /// One of these words. The first is the default.
    Choice(Vec<String>),
}
