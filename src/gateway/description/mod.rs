//! A gateway as a page of data: read once, judged whole, and then walked.
//!
//! `gateways/gateway.schema.json` says what a description may hold. The text of one is never looked at again: what is
//! made of it here has a type for each place in which something can stand.

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

/// What a description says.
#[derive(Debug)]
pub(crate) struct Description {
    pub(crate) id: String,
    pub(crate) name: String,
    /// What a target says besides `gateway`, in order.
    pub(crate) target: Vec<TargetField>,
    /// What asks for each variant of the request.
    pub(crate) variants: Vec<variants::When>,
    /// The requests by the variants that they are made of, a bit each; the first are those of a target without options.
    pub(crate) requests: Vec<(u32, Operations)>,
    pub(crate) answers: Answers,
    /// The most characters of Unicode that a text may have, by its field.
    pub(crate) limits: Vec<(Field, usize)>,
    /// How webhooks report RSVPs; none where that is not published.
    pub(crate) rsvps: Option<Webhook>,
    pub(crate) documentation: String,
    pub(crate) requests_per_minute: Option<u32>,
    pub(crate) is_idempotent: bool,
}

impl Description {
    /// The requests of an operation; none where the gateway does not have it.
    pub(crate) fn requests(&self, operation: Operation) -> impl Iterator<Item = &Request> {
        self.requests.iter().filter_map(move |(_, operations)| operations.request(operation))
    }

    /// What one of the requests of an operation carries, and all of them ask for.
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
    /// Whether it names the account that sends.
    pub(crate) is_account: bool,
    /// Whether it stands in the path of a URL, where it must be a name.
    pub(crate) is_in_path: bool,
}

/// What a field of a target holds.
#[derive(Debug)]
pub(crate) enum Kind {
    /// A name that must be there and can stand in the path of a URL.
    Segment,
    /// Such a name, which may be left out; with the one that says the same, where there is one.
    Label(Option<String>),
    /// A secret, given or still to be put in.
    Secret,
    /// What all URLs start with; the gateway's own where it has one.
    BaseUrl(Option<String>),
    /// One of these words; the first where none is given.
    Choice(Vec<String>),
}
