//! What an event has besides who, what and when.

use super::{JoinLink, Location};
use crate::time::Time;

/// Everything about an event that may be absent. What was faulty is absent too, so that the details of
/// a faulty event can be held against a gateway all the same.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Details {
    pub(crate) end: Option<Time>,
    pub(crate) description: Option<String>,
    pub(crate) location: Option<Location>,
    pub(crate) join_link: Option<JoinLink>,
    pub(crate) scheduled_call: bool,
    pub(crate) reminder_seconds: Option<i64>,
    pub(crate) extra_guests_allowed: bool,
    pub(crate) canceled: bool,
    pub(crate) reply: Option<Reply>,
    pub(crate) delay_seconds: Option<i64>,
    pub(crate) source: Option<String>,
}

/// The message that an event answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The id of the message to quote: 1 to 256 letters, digits and `_ @ . : -`.
    pub to: String,
    /// Whether to answer a group's message in its author's private chat. Where the message came from, the id does
    /// not say, so that it is asked for whoever the event goes to.
    pub privately: bool,
}
