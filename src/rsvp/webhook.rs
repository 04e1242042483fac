//! Which fields of a gateway's webhooks contain what, as data.

/// The path of a field: its names from the outermost in, separated by dots.
pub(crate) type Route = str;

/// How a gateway reports RSVPs. `answered` and `undecryptable` are values of the field at `kind`. All others are paths
/// of fields.
#[derive(Debug)]
pub(crate) struct Webhook {
    /// The kind of a webhook.
    pub(crate) kind: String,
    /// The kind that reports an RSVP.
    pub(crate) answered: String,
    /// The kind that reports that an RSVP could not be decrypted. `None` if there is no such kind.
    pub(crate) undecryptable: Option<String>,
    /// Whether the gateway's own account gave the RSVP.
    pub(crate) from_me: String,
    /// The object with the RSVP. If `undecryptable` is `None`, a webhook without this object is about another message.
    pub(crate) answer: String,
    /// Whether the guest comes: `GOING`, `NOT_GOING`, `MAYBE`.
    pub(crate) response: String,
    /// How many others come along, if the gateway reports that.
    pub(crate) extra_guests: Option<String>,
    /// When the RSVP was given. The first one that is present counts.
    pub(crate) times: Vec<String>,
    /// The id of the message with the event.
    pub(crate) event_message: String,
    /// The id of the message with the RSVP.
    pub(crate) answer_message: String,
    /// The chat in which the RSVP was given.
    pub(crate) chat: String,
    /// Who gave it. The first one that is present counts.
    pub(crate) responders: Vec<String>,
}
