//! Wawp: `POST {base}/v2/send/event`.
//!
//! - Page: <https://api.wawp.net/en/docs/v2/send/event>, read November 2026.
//! - Authentication: `instance_id` and `access_token`.
//! - Times: Unix seconds.
//! - The body is flat: its keys hold dots, such as `"event.name"`.
//!
//! The page contradicts itself twice, and the target chooses. Its table lists both credentials in the
//! body and says that nothing is expected in the URL, while its samples put them in the query; the
//! vendor's Python client uses headers. Its table has numbers and booleans, its samples send strings.

use super::{
    Account, BaseUrl, BodySchema, Capabilities, Card, Dialect, Field, Gateway, GatewayId,
    TargetFields, TimeUnit, body_schemas, waha,
};
use crate::{
    json::Object,
    recipient::RecipientKind,
    reply::{Answers, Kind, ReplyCode, Success, required},
    request::{Endpoint, Secret},
    rsvp::Webhook,
};

/// The host of the page's samples.
const BASE_URL: &str = "https://api.wawp.net";

/// A session at Wawp.
#[derive(Debug, Clone, PartialEq)]
pub struct Wawp {
    base_url: BaseUrl,
    instance_id: String,
    access_token: Secret,
    credentials: Credentials,
    values: Values,
}

/// Where the credentials travel. In the body they stay out of logs of URLs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Credentials {
    #[default]
    Body,
    Query,
    Header,
}

impl Credentials {
    const WORDS: &'static [(&'static str, Self)] =
        &[("body", Self::Body), ("query", Self::Query), ("header", Self::Header)];
}

/// How numbers and booleans are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Values {
    #[default]
    Typed,
    Strings,
}

impl Values {
    const WORDS: &'static [(&'static str, Self)] =
        &[("typed", Self::Typed), ("strings", Self::Strings)];

    fn integer(self, body: &mut Object<'_>, key: &'static str, value: i64) {
        match self {
            Self::Typed => body.integer(key, value),
            Self::Strings => body.text(key, &value.to_string()),
        }
    }

    fn boolean(self, body: &mut Object<'_>, key: &'static str, value: bool) {
        match self {
            Self::Typed => body.boolean(key, value),
            Self::Strings => body.text(key, if value { "true" } else { "false" }),
        }
    }
}

impl Dialect for Wawp {
    const GATEWAY: Gateway = Gateway {
        id: GatewayId::Wawp,
        name: "Wawp",
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
        secrets: &["accessToken"],
        requests_per_minute: None,
        idempotent: false,
        documentation: "https://api.wawp.net/en/docs/v2/send/event",
    };

    const BODY_SCHEMAS: &'static [BodySchema] = body_schemas!["wawp", "wawp-strings"];

    const RSVPS: Option<&'static Webhook> = Some(waha::EVENT_RESPONSE);

    /// A message as whatsapp-web.js has it. Faults come as JSON, XML, HTML or text, in WordPress's envelope
    /// (`{"code", "message", "data": {"status"}}`), and at times with status 200.
    const ANSWERS: Answers = Answers {
        successes: &[
            Success {
                statuses: &[200, 201],
                message_ids: &[&["id", "_serialized"], &["id"], &["_data", "id", "_serialized"]],
                has_long_id: true,
                fields: waha::MESSAGE,
                content: waha::MESSAGE_CONTENT,
            },
            // The older answer.
            Success {
                statuses: &[200, 201],
                message_ids: &[&["message_id"]],
                has_long_id: false,
                fields: &[required(&["result"], "true")],
                content: waha::MESSAGE_CONTENT,
            },
        ],
        is_queued: false,
        envelopes: &[&[(&["code"], Kind::Text), (&["message"], Kind::Text)]],
        refuses_in_xml: true,
        refuses_with_503: false,
        messages: &[&["message"], &["wawp_upstream_error"]],
        codes: &[
            ("invalid_number", ReplyCode::InvalidNumber),
            ("invalid_session", ReplyCode::SessionNotFound),
            ("wawp_upstream_error", ReplyCode::UpstreamFailed),
            // WordPress's own client, which asks the server behind.
            ("http_request_failed", ReplyCode::UpstreamFailed),
        ],
        signs: &[
            (&["invalid number"], ReplyCode::InvalidNumber),
            (&["session does not exist"], ReplyCode::SessionNotFound),
            (&["access token"], ReplyCode::Unauthorized),
            (&["access_token"], ReplyCode::Unauthorized),
            (&["rate limit"], ReplyCode::RateLimited),
        ],
        hints: &[],
    };

    fn read(fields: &mut TargetFields<'_, '_>) -> Option<Self> {
        let instance_id = fields.segment("instanceId");
        let access_token = fields.secret("accessToken");
        let base_url = fields.base_url(BASE_URL);
        let credentials = fields.choice("credentials", Credentials::WORDS);
        let values = fields.choice("values", Values::WORDS);
        Some(Self {
            base_url: base_url?,
            instance_id: instance_id?,
            access_token,
            credentials,
            values,
        })
    }

    fn body_schema(&self) -> &'static str {
        match self.values {
            Values::Typed => "wawp",
            Values::Strings => "wawp-strings",
        }
    }

    fn account(&self) -> Account<'_> {
        Account { server: &self.base_url, name: &self.instance_id }
    }

    fn endpoint(&self) -> Endpoint {
        let endpoint = Endpoint::new(&[self.base_url.as_str(), "/v2/send/event"]);
        match self.credentials {
            Credentials::Body => endpoint.with_secret(&self.access_token),
            Credentials::Query => endpoint
                .query("instance_id", &self.instance_id)
                .secret_query("access_token", &self.access_token),
            Credentials::Header => endpoint
                .header("X-Instance-ID", &self.instance_id)
                .secret_header("Authorization", "Bearer ", &self.access_token),
        }
    }

    fn write_body(&self, card: &Card<'_>, body: &mut Object<'_>) {
        if self.credentials == Credentials::Body {
            body.text("instance_id", &self.instance_id);
            body.text("access_token", &self.access_token.text());
        }
        body.text("chatId", &card.to().address(""));
        body.text("event.name", card.name());
        body.optional_text("event.description", card.details.description.as_deref());
        self.values.integer(body, "event.startTime", card.start().epoch_seconds());
        if let Some(end) = card.details.end {
            self.values.integer(body, "event.endTime", end.epoch_seconds());
        }
        let place = card.details.place.as_ref().and_then(|place| place.name.as_deref());
        body.optional_text("event.location.name", place);
        self.values.boolean(body, "event.extraGuestsAllowed", card.details.extra_guests_allowed);
        body.optional_text("reply_to", card.details.reply_to);
    }
}
