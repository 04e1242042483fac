//! Wappfy: `POST {base}/api/{session}/events`.
//!
//! - Page: <https://docs.wappfy.com.br/en/api/events/send-event>, read November 2026.
//! - Authentication: header `apikey`.
//!
//! The page describes two contracts. Its hand-written half, the guide, has `jid`, milliseconds, and a
//! place that must be there. Its generated half, the reference, has `chatId`, seconds and `reply_to`;
//! its example is the one of WAHA, and so probably is its server. No one request can satisfy both, as
//! seconds read as milliseconds lie in January 1970. So the target chooses, and the two are never mixed.

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
    time::Time,
};

/// The host of the page's usage example.
const BASE_URL: &str = "https://api.wappfy.com.br";

const RECIPIENTS: &[RecipientKind] =
    &[RecipientKind::Person, RecipientKind::Group, RecipientKind::Lid];

/// A session at Wappfy.
#[derive(Debug, Clone, PartialEq)]
pub struct Wappfy {
    base_url: BaseUrl,
    session: String,
    api_key: Secret,
    contract: Contract,
}

/// Which half of the page counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Contract {
    #[default]
    Guide,
    Reference,
}

impl Contract {
    const WORDS: &'static [(&'static str, Self)] =
        &[("guide", Self::Guide), ("reference", Self::Reference)];

    fn epoch(self, time: &Time) -> i64 {
        match self {
            Self::Guide => time.epoch_milliseconds(),
            Self::Reference => time.epoch_seconds(),
        }
    }
}

const REFERENCE: Capabilities = Capabilities {
    recipients: RECIPIENTS,
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
};

/// What to add to an answer that names what only one of the contracts has.
const ASKS_REFERENCE: &str = " (Wappfy's reference asks for this: set the target's contract to \"reference\", unless it is.)";
const ASKS_GUIDE: &str =
    " (Wappfy's guide asks for this: set the target's contract to \"guide\", unless it is.)";

impl Dialect for Wappfy {
    const GATEWAY: Gateway = Gateway {
        id: GatewayId::Wappfy,
        name: "Wappfy",
        time_unit: TimeUnit::Milliseconds,
        capabilities: Capabilities {
            recipients: RECIPIENTS,
            fields: &[
                Field::To,
                Field::Name,
                Field::Start,
                Field::End,
                Field::Description,
                Field::LocationName,
                Field::Coordinates,
                Field::ExtraGuestsAllowed,
            ],
            requires: &[Field::LocationName],
            makes_call_links: false,
        },
        secrets: &["apiKey"],
        requests_per_minute: None,
        idempotent: false,
        documentation: "https://docs.wappfy.com.br/en/api/events/send-event",
    };

    const BODY_SCHEMAS: &'static [BodySchema] = body_schemas!["wappfy-guide", "wappfy-reference"];

    const RSVPS: Option<&'static Webhook> = Some(waha::EVENT_RESPONSE);

    /// The guide answers `{"success": true, "messageId": …}` with 200, the reference a message as WAHA writes it
    /// with 201. Faults have statuses and no sample; WAHA's are read.
    const ANSWERS: Answers = Answers {
        successes: &[
            Success {
                statuses: &[200, 201],
                message_ids: &[&["messageId"]],
                has_long_id: false,
                fields: &[required(&["success"], "true")],
                content: waha::MESSAGE_CONTENT,
            },
            Success {
                statuses: &[200, 201],
                message_ids: &[&["id"], &["id", "_serialized"]],
                has_long_id: true,
                fields: waha::MESSAGE,
                content: waha::MESSAGE_CONTENT,
            },
        ],
        is_queued: false,
        envelopes: &[
            &[(&["statusCode"], Kind::Integer)],
            &[(&["success"], Kind::Boolean), (&["message"], Kind::Text)],
            &[(&["success"], Kind::Boolean), (&["error"], Kind::Text)],
        ],
        refuses_in_xml: false,
        refuses_with_503: false,
        messages: &[],
        codes: &[],
        signs: &[
            (&["session status is not as expected"], ReplyCode::Disconnected),
            (&["session not found"], ReplyCode::SessionNotFound),
        ],
        hints: &[
            (&["chatid", "required"], ASKS_REFERENCE),
            (&["chatid", "must be"], ASKS_REFERENCE),
            (&["chatid", "should not be empty"], ASKS_REFERENCE),
            (&["chatid", "missing"], ASKS_REFERENCE),
            (&["jid", "required"], ASKS_GUIDE),
            (&["jid", "must be"], ASKS_GUIDE),
            (&["jid", "should not be empty"], ASKS_GUIDE),
            (&["jid", "missing"], ASKS_GUIDE),
            (&["location", "required"], ASKS_GUIDE),
            (&["location", "should not be empty"], ASKS_GUIDE),
        ],
    };

    fn read(fields: &mut TargetFields<'_, '_>) -> Option<Self> {
        let session = fields.segment("session");
        let api_key = fields.secret("apiKey");
        let base_url = fields.base_url(BASE_URL);
        let contract = fields.choice("contract", Contract::WORDS);
        Some(Self { base_url: base_url?, session: session?, api_key, contract })
    }

    const CONTRACTS: &'static [Capabilities] = &[Self::GATEWAY.capabilities, REFERENCE];

    fn contract(&self) -> usize {
        match self.contract {
            Contract::Guide => 0,
            Contract::Reference => 1,
        }
    }

    fn body_schema(&self) -> &'static str {
        match self.contract {
            Contract::Guide => "wappfy-guide",
            Contract::Reference => "wappfy-reference",
        }
    }

    fn account(&self) -> Account<'_> {
        Account { server: &self.base_url, name: &self.session }
    }

    fn endpoint(&self) -> Endpoint {
        Endpoint::new(&[self.base_url.as_str(), "/api/", &self.session, "/events"]).secret_header(
            "apikey",
            "",
            &self.api_key,
        )
    }

    fn write_body(&self, card: &Card<'_>, body: &mut Object<'_>) {
        match self.contract {
            Contract::Guide => body.text("jid", &card.to().address("@s.whatsapp.net")),
            Contract::Reference => body.text("chatId", &card.to().address("@c.us")),
        }
        body.optional_text("reply_to", card.details.reply_to);
        body.object("event", |event| {
            event.text("name", card.name());
            event.optional_text("description", card.details.description.as_deref());
            event.integer("startTime", self.contract.epoch(card.start()));
            event.optional_integer("endTime", card.details.end.map(|end| self.contract.epoch(end)));
            if let Some(place) = &card.details.place {
                event.object("location", |location| {
                    location.optional_text("name", place.name.as_deref());
                    if let Some(point) = place.coordinates {
                        location.number("latitude", &point.latitude.to_decimal());
                        location.number("longitude", &point.longitude.to_decimal());
                    }
                });
            }
            event.boolean("extraGuestsAllowed", card.details.extra_guests_allowed);
        });
    }
}
