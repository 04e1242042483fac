//! How a gateway replies, according to its description.

use super::{ReplyCode, lists::Words};

/// The path of a field: its names from the outermost in, separated by dots.
pub(crate) type FieldPath = str;

/// Facts about a gateway's replies.
#[derive(Debug, Default)]
pub(crate) struct Answers {
    /// The success replies that its documentation shows. Only if a reply fits one of them, the event was sent.
    pub(crate) successes: Vec<Success>,
    /// Whether a success reply only means that the event waits in a queue.
    pub(crate) is_queued: bool,
    /// Fields that show that a refusal is from the gateway itself, and not from a proxy in front of it. It must have
    /// all fields of one list, each with a value of its kind.
    pub(crate) envelopes: Vec<Vec<(String, Kind)>>,
    /// Whether its refusals may also come as XML, with a `code` and a `message`.
    pub(crate) refuses_in_xml: bool,
    /// Whether its documentation says that nothing was sent if it replies with 503 and words about a lost connection.
    pub(crate) refuses_with_503: bool,
    /// Statuses of its refusals that other servers use after they have begun, such as 409. They count only with one of
    /// its codes.
    pub(crate) refusals: Vec<u16>,
    /// The paths of error messages. The first one with a text counts. Paths that any server uses need not be listed.
    pub(crate) messages: Vec<String>,
    /// The gateway's own error codes, and what they mean.
    pub(crate) codes: Vec<(String, ReplyCode)>,
    /// Words in its error messages, in lower case, and what they mean. The first match counts.
    pub(crate) signs: Vec<(Words, ReplyCode)>,
    /// What to add to error messages with these words.
    pub(crate) hints: Vec<(Words, String)>,
}

/// A success reply, as the documentation shows it.
#[derive(Debug)]
pub(crate) struct Success {
    /// Its possible statuses.
    pub(crate) statuses: Vec<u16>,
    /// The paths of the message's id. The first one with an id counts.
    pub(crate) message_ids: Vec<String>,
    /// Whether the id has WhatsApp's long form, `true_5511999999999@c.us_3EB0C767D82A`.
    pub(crate) has_long_id: bool,
    /// Fields whose values are documented.
    pub(crate) fields: Vec<Expected>,
    /// The paths of fields that repeat or describe what was sent. Their values are about the event, and not about
    /// sending it.
    pub(crate) content: Words,
}

/// A field of a success reply.
#[derive(Debug)]
pub(crate) struct Expected {
    pub(crate) path: String,
    /// The values that it may have, in upper or lower case. If none are listed, it may have any value.
    pub(crate) values: Words,
    /// Whether a success reply always has it.
    pub(crate) is_required: bool,
}

/// The type of a field.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    Text,
    Integer,
    Boolean,
}
