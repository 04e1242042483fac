//! RyzeAPI: `POST {base}/api/message/event/{instance}`.
//!
//! - Page: <https://docs.ryzeapi.cloud/en/api/messages/event>, read November 2026.
//! - Authentication: header `token`, a token of the instance or of the account.
//! - Times: RFC 3339 with offset; the server converts them to Unix seconds.
//! - Recipients: digits for people, whole ids for groups and LIDs. For Brazil the server tries the
//!   number with and without its ninth digit.
//! - Limit: 100 requests a minute for each token. Sending twice sends two messages.

use super::{
    Account, BaseUrl, BodySchema, Capabilities, Card, Dialect, Field, Gateway, GatewayId,
    TargetFields, TimeUnit, body_schemas,
};
use crate::{
    json::Object,
    recipient::RecipientKind,
    reply::{Answers, Kind, ReplyCode, Success, Words, optional, required},
    request::{Endpoint, Secret},
    rsvp::Webhook,
};

/// The page names no base; the documentation's own host is the one in production.
const BASE_URL: &str = "https://ryzeapi.cloud";

/// An instance at RyzeAPI.
#[derive(Debug, Clone, PartialEq)]
pub struct RyzeApi {
    base_url: BaseUrl,
    instance: String,
    token: Secret,
}

impl Dialect for RyzeApi {
    const GATEWAY: Gateway = Gateway {
        id: GatewayId::RyzeApi,
        name: "RyzeAPI",
        time_unit: TimeUnit::Rfc3339,
        capabilities: Capabilities {
            recipients: &[RecipientKind::Person, RecipientKind::Group, RecipientKind::Lid],
            fields: &[
                Field::To,
                Field::Name,
                Field::Start,
                Field::End,
                Field::Description,
                Field::LocationName,
                Field::LocationAddress,
                Field::Coordinates,
                Field::JoinLink,
                Field::ScheduledCall,
                Field::Reminder,
                Field::ExtraGuestsAllowed,
                Field::Canceled,
                Field::ReplyTo,
                Field::ReplyPrivately,
                Field::Delay,
                Field::Source,
            ],
            requires: &[],
            makes_call_links: false,
        },
        secrets: &["token"],
        requests_per_minute: Some(100),
        idempotent: false,
        documentation: "https://docs.ryzeapi.cloud/en/api/messages/event",
    };

    const BODY_SCHEMAS: &'static [BodySchema] = body_schemas!["ryzeapi"];

    /// The page says that answers arrive "referencing the event's messageId"; what such a webhook holds is not
    /// published.
    const RSVPS: Option<&'static Webhook> = None;

    /// `{"success": true, "status": "sent", "data": {"messageId": …}}`, or
    /// `{"success": false, "error": {"message": …}}`. The page's "internal status" may stand in the body or not.
    const ANSWERS: Answers = Answers {
        successes: &[Success {
            statuses: &[200, 201, 202],
            message_ids: &[&["data", "messageId"]],
            has_long_id: false,
            fields: &[
                required(&["success"], "true"),
                required(&["status"], "sent|queued|pending|accepted|processing"),
                optional(&["data", "status"], "sent|queued|pending|accepted|processing"),
                optional(&["data", "direction"], "outgoing"),
            ],
            // `content` is the event's name, and `source` is the caller's.
            content: Words(
                "data.content|data.event|data.name|data.description|data.location|data.source|\
                data.chat|data.sender|data.recipient|data.message|data.mentions|data.replyTo|data.joinLink|data.pushName",
            ),
        }],
        is_queued: false,
        envelopes: &[&[(&["success"], Kind::Boolean), (&["error", "message"], Kind::Text)]],
        refuses_in_xml: false,
        refuses_with_503: true,
        messages: &[&["error", "message"]],
        codes: &[
            ("invalid_number", ReplyCode::InvalidNumber),
            ("disconnected", ReplyCode::Disconnected),
            ("send_failed", ReplyCode::SendFailed),
        ],
        signs: &[
            (&["invalid phone number"], ReplyCode::InvalidNumber),
            (&["not connected to whatsapp"], ReplyCode::Disconnected),
            (&["failed to send"], ReplyCode::SendFailed),
        ],
        hints: &[],
    };

    fn read(fields: &mut TargetFields<'_, '_>) -> Option<Self> {
        let instance = fields.segment("instance");
        let token = fields.secret("token");
        let base_url = fields.base_url(BASE_URL);
        Some(Self { base_url: base_url?, instance: instance?, token })
    }

    fn account(&self) -> Account<'_> {
        Account { server: &self.base_url, name: &self.instance }
    }

    fn endpoint(&self) -> Endpoint {
        Endpoint::new(&[self.base_url.as_str(), "/api/message/event/", &self.instance])
            .secret_header("token", "", &self.token)
    }

    fn write_body(&self, card: &Card<'_>, body: &mut Object<'_>) {
        body.text("number", &card.to().address(""));
        body.text("name", card.name());
        body.text("startAt", &card.start().rfc3339());
        if let Some(end) = card.details.end {
            body.text("endAt", &end.rfc3339());
        }
        body.optional_text("description", card.details.description.as_deref());
        if let Some(place) = &card.details.place {
            body.object("location", |location| {
                location.optional_text("name", place.name.as_deref());
                location.optional_text("address", place.address);
                if let Some(point) = place.coordinates {
                    location.number("latitude", &point.latitude.to_decimal());
                    location.number("longitude", &point.longitude.to_decimal());
                }
            });
        }
        body.optional_text("joinLink", card.details.join_link);
        // Clients drop cards whose flags are missing, so that all are sent, the false ones too.
        body.boolean("isScheduleCall", card.details.scheduled_call);
        body.boolean("hasReminder", card.details.reminder_seconds.is_some());
        body.optional_integer("reminderOffsetSec", card.details.reminder_seconds);
        body.boolean("extraGuestsAllowed", card.details.extra_guests_allowed);
        body.boolean("isCanceled", card.details.canceled);
        body.optional_integer("delay", card.details.delay_seconds);
        body.optional_text("replyTo", card.details.reply_to);
        if card.details.reply_privately {
            body.boolean("replyPrivate", true);
        }
        body.optional_text("source", card.details.source);
    }
}
