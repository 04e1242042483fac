//! Where the webhooks of a gateway say what, as data.

/// The names of fields, one inside the other, with dots between.
pub(crate) type Route = str;

/// How a gateway tells answers to events.
#[derive(Debug)]
pub(crate) struct Webhook {
    /// The kind of a webhook.
    pub(crate) kind: String,
    /// The kind that tells an answer.
    pub(crate) answered: String,
    /// The kind that tells that an answer could not be decrypted; none where there is no such kind.
    pub(crate) undecryptable: Option<String>,
    /// Whether its own account gave the answer.
    pub(crate) from_me: String,
    /// The record of the answer. Where `undecryptable` has no kind, a webhook without it tells another
    /// message.
    pub(crate) answer: String,
    /// The answer itself: `GOING`, `NOT_GOING`, `MAYBE`.
    pub(crate) response: String,
    /// How many others come along, where the gateway says so.
    pub(crate) extra_guests: Option<String>,
    /// When the answer was given; the first that is there counts.
    pub(crate) times: Vec<String>,
    /// The id of the message with the event.
    pub(crate) event_message: String,
    /// The id of the message with the answer.
    pub(crate) answer_message: String,
    /// Where the answer was given.
    pub(crate) chat: String,
    /// Who gave it; the first that is there counts.
    pub(crate) responders: Vec<String>,
}
