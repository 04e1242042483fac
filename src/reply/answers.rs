//! How a gateway replies, as data: what its description says, for the shared code here.

use super::{ReplyCode, lists::Words};

/// The names that lead to a field, from the outside in, with dots between.
pub(crate) type FieldPath = str;

/// Facts about a gateway's replies.
#[derive(Debug, Default)]
pub(crate) struct Answers {
    /// The success replies that its pages show. Only what fits one of them was sent.
    pub(crate) successes: Vec<Success>,
    /// Whether a success reply says that the event waits in a queue, and not that it was sent.
    pub(crate) is_queued: bool,
    /// Fields by which a refusal shows that it is the gateway's own, and not that of a proxy in front of it: all of
    /// one list, each with a value of that kind.
    pub(crate) envelopes: Vec<Vec<(String, Kind)>>,
    /// Whether its refusals come as XML too, as a `code` and a `message`.
    pub(crate) refuses_in_xml: bool,
    /// Whether its page says that 503 with the words of a lost connection means that nothing was sent.
    pub(crate) refuses_with_503: bool,
    /// Statuses of its own refusals that others give when they have begun, such as 409. They count with one of its codes.
    pub(crate) refusals: Vec<u16>,
    /// Where the words about a fault stand; the first place with a text counts. Places that any server uses
    /// need no naming.
    pub(crate) messages: Vec<String>,
    /// The gateway's words for programs, and what they mean.
    pub(crate) codes: Vec<(String, ReplyCode)>,
    /// What stands in its words for people, in lower case, and what it means. The first counts.
    pub(crate) signs: Vec<(Words, ReplyCode)>,
    /// What to add to words that name a field.
    pub(crate) hints: Vec<(Words, String)>,
}

/// A success reply, as a page shows it.
#[derive(Debug)]
pub(crate) struct Success {
    /// The statuses that it comes with.
    pub(crate) statuses: Vec<u16>,
    /// Where the message's id stands; the first place that has one counts.
    pub(crate) message_ids: Vec<String>,
    /// Whether the id has WhatsApp's long form, `true_5511999999999@c.us_3EB0C767D82A`.
    pub(crate) has_long_id: bool,
    /// Fields of which the page says what they hold.
    pub(crate) fields: Vec<Expected>,
    /// Fields that repeat what was sent, or describe it, with dots between names: what they say is about the event, and
    /// not about sending it.
    pub(crate) content: Words,
}

/// A field of a success reply.
#[derive(Debug)]
pub(crate) struct Expected {
    pub(crate) path: String,
    /// What it may hold, in any case of letters; any value where nothing is listed.
    pub(crate) values: Words,
    /// Whether a success reply always has it.
    pub(crate) is_required: bool,
}

/// What a field holds.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    Text,
    Integer,
    Boolean,
}
