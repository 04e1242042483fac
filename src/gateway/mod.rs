//! Stage 3: the gateways' dialects, one file each.
//!
//! | gateway | endpoint | times | recipients |
//! |---|---|---|---|
//! | [`ryzeapi`] | `POST {base}/api/message/event/{instance}` | RFC 3339 | digits, group and LID ids |
//! | [`wappfy`] | `POST {base}/api/{session}/events` | milliseconds, or seconds | JIDs, or chat ids |
//! | [`wawp`] | `POST {base}/v2/send/event` | seconds | digits, group and LID ids |
//! | [`waha`] | `POST {base}/api/{session}/events` | seconds | chat ids |
//! | [`zapi`] | `POST {base}/instances/{id}/token/{token}/send-event` | RFC 3339 in UTC | group ids |
//!
//! A gateway receives a valid [`Event`](crate::Event), already fitted to what it carries. It never sees
//! the caller's input. Code shared by gateways asks for a [`Capabilities`] entry, never for a name.

mod builder;
mod capability;
mod card;
mod fingerprint;
pub mod ryzeapi;
mod schema;
mod target;
pub mod waha;
pub mod wappfy;
pub mod wawp;
pub mod zapi;

pub use builder::{Builder, Built};
pub(crate) use capability::Contracts;
pub use capability::{Capabilities, Field, Gateway, TimeUnit};
pub(crate) use card::Card;
pub(crate) use fingerprint::Account;
pub use schema::BodySchema;
pub(crate) use schema::body_schemas;
pub(crate) use target::{BaseUrl, TargetFields};

use serde::{Serialize, Serializer};

use crate::{
    input::{TargetInput, Value},
    issue::{Fault, IssueCode as Code, Report, Verdict},
    json::Object,
    reply::{Answers, HttpReply, Reply, Secrets},
    request::Endpoint,
    rsvp::Webhook,
    time::Time,
};

/// What a gateway's file provides.
pub(crate) trait Dialect: Sized {
    /// The gateway's facts.
    const GATEWAY: Gateway;

    /// The schemas of the bodies that it takes, one for each contract.
    const BODY_SCHEMAS: &'static [BodySchema];

    /// The name of the schema among [`BODY_SCHEMAS`](Self::BODY_SCHEMAS) that bodies to this target fit.
    fn body_schema(&self) -> &'static str {
        Self::GATEWAY.id.as_str()
    }

    /// How it answers.
    const ANSWERS: Answers;

    /// Reads where and how to send; none where a needed field is missing or faulty.
    fn read(fields: &mut TargetFields<'_, '_>) -> Option<Self>;

    /// What its requests carry, under each of its contracts; that of the gateway's facts comes first.
    const CONTRACTS: &'static [Capabilities] = &[Self::GATEWAY.capabilities];

    /// The contract that requests to this target are under, by its place.
    fn contract(&self) -> usize {
        0
    }

    /// Who sends.
    fn account(&self) -> Account<'_>;

    /// How its webhooks tell answers to events; none where that is not published.
    const RSVPS: Option<&'static Webhook>;

    /// The request but for its body.
    fn endpoint(&self) -> Endpoint;

    /// Writes the body.
    fn write_body(&self, card: &Card<'_>, body: &mut Object<'_>);
}

/// One row a gateway: everything that depends on which gateways there are.
macro_rules! gateways {
    ($($(#[doc = $doc:literal])+ $variant:ident = $id:literal => $target:path,)+) => {
        /// The gateways that waevent speaks to.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum GatewayId {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl GatewayId {
            /// Every gateway, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The ids with their gateways.
            const WORDS: &'static [(&'static str, Self)] = &[$(($id, Self::$variant),)+];

            /// The public id, such as `ryzeapi`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)+
                }
            }

            /// What the gateway carries and asks for.
            #[must_use]
            pub fn facts(self) -> &'static Gateway {
                match self {
                    $(Self::$variant => const { &<$target as Dialect>::GATEWAY },)+
                }
            }

            /// The JSON Schemas of the bodies that waevent writes for it, one for each contract.
            #[must_use]
            pub const fn body_schemas(self) -> &'static [BodySchema] {
                match self {
                    $(Self::$variant => <$target as Dialect>::BODY_SCHEMAS,)+
                }
            }
        }

        impl GatewayId {
            /// How the gateway answers.
            pub(crate) fn answers(self) -> &'static Answers {
                match self {
                    $(Self::$variant => const { &<$target as Dialect>::ANSWERS },)+
                }
            }

            /// All that its requests can carry.
            pub(crate) fn contracts(self) -> Contracts {
                match self {
                    $(Self::$variant => Contracts(<$target as Dialect>::CONTRACTS),)+
                }
            }

            pub(crate) fn rsvps(self) -> Option<&'static Webhook> {
                match self {
                    $(Self::$variant => <$target as Dialect>::RSVPS,)+
                }
            }
        }

        /// Where an event is sent and how: a gateway, its account and its options. It is made by
        /// [`Target::parse`] only and is always complete, save for secrets.
        #[derive(Debug, Clone, PartialEq)]
        pub struct Target(Dialects);

        #[derive(Debug, Clone, PartialEq)]
        enum Dialects {
            $($variant($target),)+
        }

        impl Target {
            /// The gateway of this target.
            #[must_use]
            pub const fn gateway(&self) -> GatewayId {
                match &self.0 {
                    $(Dialects::$variant(_) => GatewayId::$variant,)+
                }
            }

            fn of(gateway: GatewayId, fields: &mut TargetFields<'_, '_>) -> Option<Self> {
                match gateway {
                    $(GatewayId::$variant => <$target>::read(fields).map(Dialects::$variant).map(Self),)+
                }
            }

            /// The name of the target's schema in [`GatewayId::body_schemas`].
            pub(crate) fn schema_name(&self) -> &'static str {
                match &self.0 {
                    $(Dialects::$variant(target) => target.body_schema(),)+
                }
            }

            /// What requests to this target carry.
            pub(crate) fn contract(&self) -> Contracts {
                let all = self.gateway().contracts().0;
                let own = match &self.0 {
                    $(Dialects::$variant(target) => target.contract(),)+
                };
                Contracts(all.get(own..).and_then(|rest| rest.get(..1)).unwrap_or(all))
            }

            pub(crate) fn account(&self) -> Account<'_> {
                match &self.0 {
                    $(Dialects::$variant(target) => target.account(),)+
                }
            }

            pub(crate) fn endpoint(&self) -> Endpoint {
                match &self.0 {
                    $(Dialects::$variant(target) => target.endpoint(),)+
                }
            }

            pub(crate) fn write_body(&self, card: &Card<'_>, body: &mut Object<'_>) {
                match &self.0 {
                    $(Dialects::$variant(target) => target.write_body(card, body),)+
                }
            }
        }
    };
}

gateways! {
    /// RyzeAPI, <https://docs.ryzeapi.cloud>.
    RyzeApi = "ryzeapi" => ryzeapi::RyzeApi,
    /// Wappfy, <https://docs.wappfy.com.br>.
    Wappfy = "wappfy" => wappfy::Wappfy,
    /// Wawp, <https://wawp.net>.
    Wawp = "wawp" => wawp::Wawp,
    /// WAHA, <https://waha.devlike.pro>.
    Waha = "waha" => waha::Waha,
    /// Z-API, <https://developer.z-api.io>.
    Zapi = "zapi" => zapi::Zapi,
}

impl GatewayId {
    /// The gateway of an id; what is none is told at the path `gateway`.
    pub(crate) fn read(id: &Value<'_>, report: &mut Report) -> Option<Self> {
        let name = match id {
            Value::Absent => {
                report.fault(Code::Required, "gateway");
                return None;
            }
            Value::Text(name) | Value::LongText { start: name, .. } => name,
            other => {
                report.fault(other.wrong_type("string"), "gateway");
                return None;
            }
        };
        let known = Self::WORDS.iter().find(|(id, _)| id == name);
        if known.is_none() {
            let expected: Vec<&'static str> = Self::WORDS.iter().map(|(id, _)| *id).collect();
            let fault = Fault::new(Code::UnknownGateway).with("expected", expected.as_slice());
            report.fault(fault, "gateway");
        }
        known.map(|(_, gateway)| *gateway)
    }

    /// Reads what the gateway answered. Nothing of `secrets` is in the reply's message, however the gateway wrote it.
    /// `now` is the instant from which dates in headers count.
    #[must_use]
    pub fn read_reply(self, reply: &HttpReply<'_>, secrets: &Secrets, now: &Time) -> Reply {
        Reply::read(reply, self.answers(), secrets, now.epoch_seconds())
    }
}

impl Target {
    /// Judges `input` and makes the target of it, or tells every fault.
    ///
    /// # Errors
    /// A [`Refusal`](crate::issue::Refusal) with every fault that was found.
    pub fn parse(input: &TargetInput<'_>) -> Verdict<Self> {
        let (target, report) = Self::read(input, false);
        report.verdict(target)
    }

    pub(crate) fn read(input: &TargetInput<'_>, strict: bool) -> (Option<Self>, Report) {
        let mut report = Report::new(strict);
        match &input.value {
            Value::Record(_) => {}
            Value::Absent => report.fault(Code::Required, "target"),
            other => report.fault(other.wrong_type("object"), "target"),
        }
        if !report.is_clean() {
            return (None, report);
        }
        let mut fields = TargetFields::new(input, &mut report);
        let target = fields.gateway().and_then(|gateway| {
            let target = Self::of(gateway, &mut fields);
            if let Some(target) = &target {
                fields.warn_of_doubled_path(target);
            }
            fields.warn_of_unknown();
            target
        });
        (target, report)
    }
}

impl Serialize for GatewayId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
