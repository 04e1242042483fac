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

/// Z-API's webhook `ReceivedCallback` with an `eventResponse`.
///
/// - Page: <https://developer.z-api.io/webhooks/on-message-received>, read November 2026.
/// - `time` and `momment`, as the page spells it, are in milliseconds.
/// - Ids are bare: of messages, and of people in digits; groups end in `-group`.
/// - An answer does not say how many others come along.
#[cfg_attr(not(test), expect(dead_code, reason = "for the gateway's own file"))]
pub(crate) const Z_API: &Webhook = &Webhook {
    kind: &["type"],
    answered: "ReceivedCallback",
    undecryptable: None,
    from_me: &["fromMe"],
    answer: &["eventResponse"],
    response: &["eventResponse", "response"],
    extra_guests: None,
    times: &[&["eventResponse", "time"], &["momment"]],
    event_message: &["eventResponse", "referencedMessage", "messageId"],
    answer_message: &["messageId"],
    chat: &["phone"],
    responders: &[
        &["eventResponse", "responseFrom"],
        &["participantPhone"],
        &["participantLid"],
        &["senderLid"],
    ],
};

/// WAHA's webhooks `event.response` and `event.response.failed`, which others of its family send too.
///
/// - Page: <https://waha.devlike.pro/docs/how-to/event-message/>, read November 2026.
/// - `timestampMs` is in milliseconds, `payload.timestamp` in seconds.
/// - The ids are `{fromMe}_{chatId}_{messageId}[_{participant}]`, as the guest sees them.
/// - In a group `from` is the group, and `participant` answers.
pub(crate) const WAHA: &Webhook = &Webhook {
    kind: &["event"],
    answered: "event.response",
    undecryptable: Some("event.response.failed"),
    from_me: &["payload", "fromMe"],
    answer: &["payload", "eventResponse"],
    response: &["payload", "eventResponse", "response"],
    extra_guests: Some(&["payload", "eventResponse", "extraGuestCount"]),
    times: &[&["payload", "eventResponse", "timestampMs"], &["payload", "timestamp"]],
    event_message: &["payload", "eventCreationKey", "id"],
    answer_message: &["payload", "id"],
    chat: &["payload", "from"],
    responders: &[&["payload", "participant"], &["payload", "from"]],
};
