//! WAHA: `POST {base}/api/{session}/events`.
//!
//! - Page: <https://waha.devlike.pro/docs/how-to/event-message/>, read November 2026.
//! - Authentication: header `X-Api-Key`.
//! - Times: Unix seconds.
//! - Recipients: chat ids. The page on chat ids says not to send to `@s.whatsapp.net`.
//!
//! WAHA is hosted by its users, so that it has no base of its own: the target must name one. One sample
//! elsewhere in its documentation has other keys (`title`, times as text); the page above and its `OpenAPI`
//! description agree with each other, and count.

use super::{
    Account, BaseUrl, BodySchema, Capabilities, Card, Dialect, Field, Gateway, GatewayId,
    TargetFields, TimeUnit, body_schemas,
};
use crate::{
    json::Object,
    recipient::RecipientKind,
    reply::{Answers, Expected, FieldPath, Kind, ReplyCode, Success, Words, optional},
    request::{Endpoint, Secret},
    rsvp::Webhook,
    time::Time,
};

/// What is known of a message, as WAHA and others of its family write it. `ack` is -1, and `ackName` is `ERROR`, where the
/// message could not be sent.
pub(super) const MESSAGE: &[Expected] = &[
    optional(&["fromMe"], "true"),
    optional(&["ack"], "0|1|2|3|4"),
    optional(&["ackName"], "PENDING|SERVER|DEVICE|READ|PLAYED|UNKNOWN"),
];

/// What repeats the event, or is WhatsApp's own form of the message.
pub(super) const MESSAGE_CONTENT: Words = Words(
    "_data|body|caption|content|from|to|author|participant|notifyName|pushName|\
    location|media|mediaKey|replyTo|vCards|links|mentionedIds|groupMentions|event|\
    eventName|eventDescription|eventLocation|eventJoinLink|isEventCanceled",
);

/// How Nest refuses, which WAHA is written in.
pub(super) const NEST: &[&[(FieldPath, Kind)]] = &[&[(&["statusCode"], Kind::Integer)]];

/// A session at a WAHA server.
#[derive(Debug, Clone, PartialEq)]
pub struct Waha {
    base_url: BaseUrl,
    session: String,
    api_key: Secret,
}

/// WAHA's webhooks `event.response` and `event.response.failed`, which others of its family send too.
///
/// - Page: <https://waha.devlike.pro/docs/how-to/event-message/>, read November 2026.
/// - `timestampMs` is in milliseconds, `payload.timestamp` in seconds.
/// - The ids are `{fromMe}_{chatId}_{messageId}[_{participant}]`, as the guest sees them.
/// - In a group `from` is the group, and `participant` answers.
pub(super) const EVENT_RESPONSE: &Webhook = &Webhook {
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

impl Dialect for Waha {
    const GATEWAY: Gateway = Gateway {
        id: GatewayId::Waha,
        name: "WAHA",
        time_unit: TimeUnit::Seconds,
        capabilities: Capabilities {
            recipients: &[RecipientKind::Person, RecipientKind::Group, RecipientKind::Lid],
            fields: &[
                Field::To,
                Field::Name,
                Field::Start,
                Field::End,
                Field::Description,
                Field::LocationName,
                Field::ExtraGuestsAllowed,
                Field::ReplyTo,
            ],
            requires: &[],
            makes_call_links: false,
        },
        secrets: &["apiKey"],
        requests_per_minute: None,
        idempotent: false,
        documentation: "https://waha.devlike.pro/docs/how-to/event-message/",
    };

    const BODY_SCHEMAS: &'static [BodySchema] = body_schemas!["waha"];

    const RSVPS: Option<&'static Webhook> = Some(EVENT_RESPONSE);

    /// 201 with a message. Faults are Nest's (`{"statusCode", "message", "error"}`), with an `exception` where an
    /// engine failed; a session that is not `WORKING` is told with 422 and its `status`.
    const ANSWERS: Answers = Answers {
        successes: &[Success {
            statuses: &[200, 201],
            message_ids: &[&["id"], &["id", "_serialized"]],
            has_long_id: true,
            fields: MESSAGE,
            content: MESSAGE_CONTENT,
        }],
        is_queued: false,
        envelopes: NEST,
        refuses_in_xml: false,
        refuses_with_503: false,
        messages: &[&["exception", "message"], &["exception", "details"]],
        codes: &[],
        signs: &[
            (&["session status is not as expected"], ReplyCode::Disconnected),
            (&["session", "does not exist"], ReplyCode::SessionNotFound),
            (&["find a session"], ReplyCode::SessionNotFound),
            (&["session not found"], ReplyCode::SessionNotFound),
            (&["server returned error"], ReplyCode::SendFailed),
        ],
        hints: &[],
    };

    fn read(fields: &mut TargetFields<'_, '_>) -> Option<Self> {
        let session = fields.segment("session");
        let api_key = fields.secret("apiKey");
        let base_url = fields.required_base_url();
        Some(Self { base_url: base_url?, session: session?, api_key })
    }

    fn account(&self) -> Account<'_> {
        Account { server: &self.base_url, name: &self.session }
    }

    fn endpoint(&self) -> Endpoint {
        Endpoint::new(&[self.base_url.as_str(), "/api/", &self.session, "/events"]).secret_header(
            "X-Api-Key",
            "",
            &self.api_key,
        )
    }

    fn write_body(&self, card: &Card<'_>, body: &mut Object<'_>) {
        body.text("chatId", &card.to().address("@c.us"));
        body.optional_text("reply_to", card.details.reply_to);
        body.object("event", |event| {
            event.text("name", card.name());
            event.optional_text("description", card.details.description.as_deref());
            event.integer("startTime", card.start().epoch_seconds());
            event.optional_integer("endTime", card.details.end.map(Time::epoch_seconds));
            if let Some(name) = card.details.place.as_ref().and_then(|place| place.name.as_deref())
            {
                event.object("location", |location| location.text("name", name));
            }
            event.boolean("extraGuestsAllowed", card.details.extra_guests_allowed);
        });
    }
}
