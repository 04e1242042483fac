//! Fingerprints, which identify double sends: a hash of who sends what to whom, as far as guests can see it.
//!
//! The encoding must not change. It is described in docs/design/replies.md under "How is a fingerprint made?".

use sha2::{Digest, Sha256};

use super::{Card, Gateway, Operation, Target, base_url::BaseUrl, card::Fitting};
use crate::{
    digits::push_hexadecimal,
    event::Event,
    field::{ExtraValue, Field},
    issue::Report,
    json::{self, Object},
    message_id::bare_message_id,
    nfc::nfc,
    time::Time,
};

/// The version of the encoding. A change of the encoding needs a new version, and changes all fingerprints.
const ENCODING: i64 = 1;

/// Who sends: an account on a server.
pub(crate) struct Account<'t> {
    pub(crate) server: BaseUrl<'t>,
    /// Its name. `None` if only the secret says which account it is.
    pub(crate) name: Option<&'t str>,
}

/// A sender. Whatever does not depend on the event is computed once.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sender {
    gateway: Gateway,
    server: String,
    account: Option<String>,
    operation: Operation,
    /// The bare id of the message that is changed, if one is.
    message: Option<String>,
}

impl Sender {
    pub(super) fn new(target: &Target) -> Self {
        let account = target.account();
        Self {
            gateway: target.gateway().clone(),
            server: account.server.canonical(),
            account: account.name.map(str::to_owned),
            operation: target.operation(),
            message: target.message().map(|id| bare_message_id(id).to_owned()),
        }
    }

    /// The fingerprint of sending `event`, or of changing the message to show it. Without an event, the fingerprint of
    /// cancelling what the message shows.
    pub(super) fn fingerprint(&self, event: Option<&Event<'_>>) -> String {
        let digest = Sha256::digest(self.encode(event).as_bytes());
        let mut half = String::with_capacity(32);
        for byte in digest.iter().take(16) {
            push_hexadecimal(&mut half, u32::from(*byte), 2, b'a');
        }
        half
    }

    fn encode(&self, event: Option<&Event<'_>>) -> String {
        // The event is fitted to all that the gateway can show under any of its contracts, because sending it again
        // under another contract is a double send too. What does not fit was reported when the body was built.
        let mut report = Report::new(false);
        let mut fitting = Fitting {
            gateway: &self.gateway,
            carried: self.gateway.page().carried(self.operation),
            end_field: "end",
            reminder_field: "reminderMinutes",
            found: &Report::new(false),
            report: &mut report,
        };
        let card = event.map(|event| Card::new(event, fitting.details(event.details())));
        json::object(|line| {
            line.integer("waevent", ENCODING);
            line.text("gateway", self.gateway.id());
            line.text("server", &self.server);
            line.optional_text("account", self.account.as_deref());
            line.optional_text("message", self.message.as_deref());
            match &card {
                Some(card) => write_card(card, line),
                None => line.boolean("canceled", true),
            }
        })
    }
}

/// What a guest sees.
fn write_card(card: &Card<'_>, line: &mut Object<'_>) {
    let details = &card.details;
    let optional_text = |key, text: Option<&str>, line: &mut Object<'_>| {
        line.optional_text(key, text.map(nfc).as_deref());
    };
    line.text("to", card.to().canonical());
    line.text("name", &nfc(card.name()));
    line.integer("start", card.start().epoch_seconds());
    line.optional_integer("end", details.end.map(Time::epoch_seconds));
    optional_text("description", details.description.as_deref(), line);
    if let Some(place) = &details.place {
        line.object("location", |location| {
            optional_text("name", place.name.as_deref(), location);
            optional_text("address", place.address, location);
            if let Some(point) = place.coordinates {
                location.integer("latitude", point.latitude.ten_millionths());
                location.integer("longitude", point.longitude.ten_millionths());
            }
        });
    }
    for field in Field::EXTRAS {
        let key = field.key();
        match (field, details.extras.get(*field)) {
            // In the request but not on the card: the time of "typing…" and the caller's tag.
            (Field::Delay | Field::Source, _) => {}
            (Field::ReplyTo, Some(ExtraValue::Text(id))) => line.text(key, bare_message_id(id)),
            (_, Some(ExtraValue::Text(text))) => line.text(key, &nfc(text)),
            (_, Some(ExtraValue::Seconds(seconds))) => line.integer(key, seconds),
            (_, Some(ExtraValue::Flag)) => line.boolean(key, true),
            // The flags of the first release are always written. Flags that were added since are written only if they
            // are set.
            (
                Field::ScheduledCall
                | Field::ExtraGuestsAllowed
                | Field::Canceled
                | Field::ReplyPrivately,
                None,
            ) => line.boolean(key, false),
            (_, None) => {}
        }
    }
}
