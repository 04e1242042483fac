//! Stage 3: gateways, each of which is described by data.
//!
//! `gateways/` has a description of each built-in gateway, which `description` parses. A gateway receives a valid
//! [`Event`](crate::Event), already fitted to what it can carry, and never sees the caller's input. Shared code depends
//! on what a description says, never on the name of a gateway.

mod base_url;
mod builder;
mod built_in;
mod capability;
mod card;
mod description;
mod facts;
mod fingerprint;
mod library;
mod operation;
mod own;
mod schema;
mod target;

pub use crate::field::{Field, Holds};
pub use builder::{Builder, Built, Cancellation};
pub(crate) use capability::Capabilities;
pub(crate) use card::Card;
pub use facts::{Facts, LibraryFacts, TargetFact, TimeUnit};
pub(crate) use fingerprint::Account;
pub use library::{Call, Library};
pub use operation::Operation;
pub use schema::BodySchema;
pub use target::Target;

use core::fmt;
use std::sync::Arc;

use self::{built_in::GATEWAYS, description::Description};
use crate::{
    input::Value,
    issue::{Report, Verdict},
    json::Json,
    reply::{HttpReply, Reply, Secrets},
    rsvp::Webhook,
    time::Time,
};

/// A gateway, built in or defined by the caller. It is cheap to clone.
#[derive(Clone)]
pub struct Gateway(Arc<Description>);

/// Compiles the text of a gateway's description for `cargo xtask gateways`: to the facts that are published, and to the
/// lines that the wasm contains, in two parts.
///
/// # Errors
/// Every fault that the description has.
#[doc(hidden)]
pub fn compile(text: &str) -> Verdict<(Facts, [String; 2])> {
    compiled(text, description::read)
}

/// Compiles the text of a library's description in the same way.
///
/// # Errors
/// Every fault that the description has.
#[doc(hidden)]
pub fn compile_library(text: &str) -> Verdict<(Facts, [String; 2])> {
    compiled(text, description::read_library)
}

/// The names of the facts that a body can contain, without the dollar sign, and whether each is a flag.
#[doc(hidden)]
pub fn body_facts() -> impl Iterator<Item = (&'static str, bool)> {
    description::facts().map(|(name, fact)| (name, fact.is_flag()))
}

fn compiled(
    text: &str,
    read: impl Fn(&Value<'_>, &mut Report) -> Option<Description>,
) -> Verdict<(Facts, [String; 2])> {
    let mut report = Report::new(true);
    let page = read(&value_of(text), &mut report);
    report.verdict(page.map(|page| {
        let lines = description::flat(&page);
        (Gateway::of(page).facts(), lines)
    }))
}

impl Gateway {
    fn of(page: Description) -> Self {
        Self(Arc::new(page))
    }

    /// The id by which a target names it.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.0.id
    }

    /// The name, as its makers write it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The names of a target's fields, in order.
    pub fn target_fields(&self) -> impl Iterator<Item = &str> {
        self.page().target.iter().map(|field| field.name.as_str())
    }

    pub(crate) fn page(&self) -> &Description {
        &self.0
    }

    pub(crate) fn rsvps(&self) -> Option<&Webhook> {
        self.0.rsvps.as_ref()
    }

    /// The gateway that `id` names or holds. If there is none, that is reported at the path `gateway`.
    pub(crate) fn read(id: &Value<'_>, report: &mut Report) -> Option<Self> {
        GATEWAYS.choose(id, report)
    }

    /// Parses a reply of the gateway. The reply's message contains nothing of `secrets`, in whatever encoding the
    /// gateway wrote it. `now` is the instant that dates in headers are compared with.
    #[must_use]
    pub fn read_reply(&self, reply: &HttpReply<'_>, secrets: &Secrets, now: &Time) -> Reply {
        Reply::read(reply, &self.0.answers, secrets, now.epoch_seconds())
    }
}

/// Parses JSON text to a value; absent if the text is not JSON.
fn value_of(text: &str) -> Value<'_> {
    fn value(json: Json<'_>) -> Value<'_> {
        if json.is_object() {
            return Value::Record(
                json.fields().map(|(name, inner)| (name, value(inner))).collect(),
            );
        }
        let text = || json.text().map(Value::Text);
        let truth = || json.boolean().map(Value::Bool);
        let number = || json.number().map(Value::Number);
        // A field that is null is kept, because patches need it. A missing field is not in the record.
        let null = || (json.spelling() == "null").then_some(Value::Absent);
        text()
            .or_else(truth)
            .or_else(number)
            .or_else(null)
            .unwrap_or_else(|| Value::List(json.items().map(value).collect()))
    }
    Json::parse(text).map_or(Value::Absent, value)
}

/// Whether both share the same description.
impl PartialEq for Gateway {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Gateway {}

impl fmt::Debug for Gateway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Gateway").field(&self.id()).finish()
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::{built_in::LIBRARIES, *};

    #[test]
    fn the_built_in_descriptions_have_no_faults() {
        for shelf in [&GATEWAYS, &LIBRARIES] {
            assert_eq!(shelf.faults(), []);
        }
        assert!(Gateway::all().count() > 4 && Library::all().count() > 2);
    }
}
