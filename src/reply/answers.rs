//! How a gateway answers, as data: what its own file says, for the shared code here.

use super::ReplyCode;

/// The names that lead to a field, from the outside in.
pub(crate) type FieldPath = &'static [&'static str];

/// Facts about a gateway's answers.
#[derive(Debug)]
pub(crate) struct Answers {
    /// Where the id of the sent message stands; the first place with a text counts.
    pub(crate) message_ids: &'static [FieldPath],
    /// Whether a good answer says that the event waits in a queue, and not that it was sent.
    pub(crate) is_queued: bool,
    /// Whether its page says that 503 with the words of a lost connection means that nothing was sent.
    pub(crate) refuses_with_503: bool,
    /// Where the words about a fault stand; the first place with a text counts. Places that any server uses
    /// need no naming.
    pub(crate) messages: &'static [FieldPath],
    /// The gateway's words for programs, and what they mean.
    pub(crate) codes: &'static [(&'static str, ReplyCode)],
    /// What stands in its words for people, in lower case and all of it, and what it means. The first counts.
    pub(crate) signs: &'static [(&'static [&'static str], ReplyCode)],
    /// What to add to words that name a field: all of the parts, in lower case, and the hint.
    pub(crate) hints: &'static [(&'static [&'static str], &'static str)],
}
