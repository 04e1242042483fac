//! Z-API: `POST {base}/instances/{instanceId}/token/{token}/send-event`.
//!
//! - Page: <https://developer.z-api.io/en/message/send-event>, read November 2026.
//! - Authentication: the instance's token in the path, and the account's in the header `Client-Token`.
//! - Times: text. The page says "without timezone" and shows `2024-04-29T09:30:53.309Z`; an instant in UTC
//!   is what its sample is. Its `timeZone` (`UTC-3`) is left out, as the page does not say what it means
//!   beside a `Z`.
//! - Recipients: groups only. Ids of today end in `-group`; those from before November 2021, the
//!   founder's number and a time, stand alone.
//!
//! The account's token is asked for only where the account has it switched on, so that the target can
//! say that it is not: `credentials: "path"`.
//!
//! `callLinkType` (`voice` or `video`) makes Z-API create a call link; a link that exists has no field.
//! So it is sent for a call without a link, and then as `video`: an event does not say which, and a guest
//! can leave the camera off but cannot switch it on in a voice call. A call with a link of its own keeps
//! that one, at the end of the description, and is not marked: a second link would part the guests.

use super::{
    Account, BaseUrl, BodySchema, Capabilities, Card, Dialect, Field, Gateway, GatewayId,
    TargetFields, TimeUnit, body_schemas,
};
use crate::{
    json::Object,
    recipient::{Recipient, RecipientKind},
    reply::{Answers, Kind, ReplyCode, Success, Words, required},
    request::{Endpoint, Secret},
    rsvp::Webhook,
    search,
    text::concat,
};

/// The host of the page.
const BASE_URL: &str = "https://api.z-api.io";

/// An instance at Z-API.
#[derive(Debug, Clone, PartialEq)]
pub struct Zapi {
    base_url: BaseUrl,
    instance_id: String,
    token: Secret,
    client_token: Secret,
    credentials: Credentials,
}

/// Where the credentials travel.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Credentials {
    /// The instance's token in the path, and the account's in a header.
    #[default]
    Header,
    /// The instance's token in the path alone.
    Path,
}

impl Credentials {
    const WORDS: &'static [(&'static str, Self)] =
        &[("header", Self::Header), ("path", Self::Path)];
}

/// Z-API's webhook `ReceivedCallback` with an `eventResponse`.
///
/// - Page: <https://developer.z-api.io/webhooks/on-message-received>, read November 2026.
/// - `time` and `momment`, as the page spells it, are in milliseconds.
/// - Ids are bare: of messages, and of people in digits; groups end in `-group`.
/// - An answer does not say how many others come along.
const EVENT_RESPONSE: &Webhook = &Webhook {
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

impl Dialect for Zapi {
    const GATEWAY: Gateway = Gateway {
        id: GatewayId::Zapi,
        name: "Z-API",
        time_unit: TimeUnit::Rfc3339,
        capabilities: Capabilities {
            recipients: &[RecipientKind::Group],
            fields: &[
                Field::To,
                Field::Name,
                Field::Start,
                Field::Description,
                Field::LocationName,
                Field::ScheduledCall,
                Field::Canceled,
            ],
            requires: &[],
            makes_call_links: true,
        },
        secrets: &["token", "clientToken"],
        requests_per_minute: None,
        idempotent: false,
        documentation: "https://developer.z-api.io/en/message/send-event",
    };

    const BODY_SCHEMAS: &'static [BodySchema] = body_schemas!["zapi"];

    const RSVPS: Option<&'static Webhook> = Some(EVENT_RESPONSE);

    /// `{"zaapId", "messageId", "id"}`, or `{"error": …}`. Without the account's token `null not allowed` is
    /// answered, or that the token is not configured.
    const ANSWERS: Answers = Answers {
        successes: &[Success {
            statuses: &[200, 201],
            message_ids: &[&["messageId"], &["id"]],
            has_long_id: false,
            // Any text: it is the id in the queue.
            fields: &[required(&["zaapId"], "")],
            content: Words("event"),
        }],
        // Messages wait in the instance's queue: <https://developer.z-api.io/en/queue/introduction>.
        is_queued: true,
        envelopes: &[&[(&["error"], Kind::Text)]],
        refuses_in_xml: false,
        refuses_with_503: false,
        messages: &[&["message"], &["error"]],
        codes: &[],
        signs: &[
            (&["null not allowed"], ReplyCode::Unauthorized),
            (&["client-token"], ReplyCode::Unauthorized),
            (&["method not allowed"], ReplyCode::InvalidRequest),
            (&["not allowed"], ReplyCode::Forbidden),
            (&["instance not found"], ReplyCode::SessionNotFound),
            (&["not connected"], ReplyCode::Disconnected),
        ],
        hints: &[],
    };

    fn read(fields: &mut TargetFields<'_, '_>) -> Option<Self> {
        let instance_id = fields.segment("instanceId");
        let token = fields.secret_segment("token");
        let client_token = fields.secret("clientToken");
        let base_url = fields.base_url(BASE_URL);
        let credentials = fields.choice("credentials", Credentials::WORDS);
        Some(Self {
            base_url: base_url?,
            instance_id: instance_id?,
            token,
            client_token,
            credentials,
        })
    }

    fn account(&self) -> Account<'_> {
        Account { server: &self.base_url, name: &self.instance_id }
    }

    fn endpoint(&self) -> Endpoint {
        let start = [self.base_url.as_str(), "/instances/", &self.instance_id, "/token/"];
        let endpoint = Endpoint::new(&start).secret_path(&self.token, "/send-event");
        match self.credentials {
            Credentials::Header => endpoint.secret_header("Client-Token", "", &self.client_token),
            Credentials::Path => endpoint,
        }
    }

    fn write_body(&self, card: &Card<'_>, body: &mut Object<'_>) {
        body.text("phone", &group_id(card.to()));
        body.object("event", |event| {
            event.text("name", card.name());
            event.optional_text("description", card.details.description.as_deref());
            event.text("dateTime", &card.start().rfc3339_utc_milliseconds());
            if let Some(name) = card.details.place.as_ref().and_then(|place| place.name.as_deref())
            {
                event.object("location", |location| location.text("name", name));
            }
            if card.details.scheduled_call {
                event.text("callLinkType", "video");
            }
            event.boolean("canceled", card.details.canceled);
        });
    }
}

/// The id of a group as Z-API spells it.
fn group_id(to: &Recipient) -> String {
    let id = to.address("");
    let id = id.strip_suffix("@g.us").unwrap_or(&id);
    if search::has(id, b'-') { id.to_owned() } else { concat(&[id, "-group"]) }
}
