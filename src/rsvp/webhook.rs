//! Where the webhooks of a gateway say what, as data.

/// The names of fields, one inside the other.
pub(crate) type Route = &'static [&'static str];

/// How a gateway tells answers to events.
pub(crate) struct Webhook {
    /// The kind of a webhook.
    pub(crate) kind: Route,
    /// The kind that tells an answer.
    pub(crate) answered: &'static str,
    /// The kind that tells that an answer could not be decrypted; none where there is no such kind.
    pub(crate) undecryptable: Option<&'static str>,
    /// Whether its own account gave the answer.
    pub(crate) from_me: Route,
    /// The record of the answer. Where `undecryptable` has no kind, a webhook without it tells another
    /// message.
    pub(crate) answer: Route,
    /// The answer itself: `GOING`, `NOT_GOING`, `MAYBE`.
    pub(crate) response: Route,
    /// How many others come along, where the gateway says so.
    pub(crate) extra_guests: Option<Route>,
    /// When the answer was given; the first that is there counts.
    pub(crate) times: &'static [Route],
    /// The id of the message with the event.
    pub(crate) event_message: Route,
    /// The id of the message with the answer.
    pub(crate) answer_message: Route,
    /// Where the answer was given.
    pub(crate) chat: Route,
    /// Who gave it; the first that is there counts.
    pub(crate) responders: &'static [Route],
}
