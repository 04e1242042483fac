//! Where the webhooks of a gateway say what, as data.

/// The names of fields, one inside the other, with dots between.
pub(crate) type Route = str;

/// How a gateway reports RSVPs.
#[derive(Debug)]
pub(crate) struct Webhook {
    /// The kind of a webhook.
    pub(crate) kind: String,
    /// The kind that reports an RSVP.
    pub(crate) answered: String,
    /// The kind that reports that an RSVP could not be decrypted; none where there is no such kind.
    pub(crate) undecryptable: Option<String>,
    /// Whether its own account gave the RSVP.
    pub(crate) from_me: String,
    /// The record of the RSVP. Where `undecryptable` has no kind, a webhook without it is about
    /// another message.
    pub(crate) answer: String,
    /// Whether the guest comes: `GOING`, `NOT_GOING`, `MAYBE`.
    pub(crate) response: String,
    /// How many others come along, where the gateway says so.
    pub(crate) extra_guests: Option<String>,
    /// When the RSVP was given; the first that is there counts.
    pub(crate) times: Vec<String>,
    /// The id of the message with the event.
    pub(crate) event_message: String,
    /// The id of the message with the RSVP.
    pub(crate) answer_message: String,
    /// Where the RSVP was given.
    pub(crate) chat: String,
    /// Who gave it; the first that is there counts.
    pub(crate) responders: Vec<String>,
}
