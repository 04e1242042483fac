//! What tells a double send: a hash of who sends what to whom.
//!
//! The encoding, which may not change, stands in DESIGN.md under "How is a fingerprint made?".

use sha2::{Digest, Sha256};

use super::{BaseUrl, GatewayId};
use crate::{
    event::{Event, JoinLink},
    json::{self, Object},
    recipient::Recipient,
    time::Time,
};

/// The version of the encoding: another encoding is another version, and changes all fingerprints.
const ENCODING: i64 = 1;

/// Who sends: an account on a server.
pub(crate) struct Account<'t> {
    pub(crate) server: &'t BaseUrl,
    pub(crate) name: &'t str,
}

/// A sender, with all that does not depend on the event worked out.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sender {
    gateway: GatewayId,
    server: String,
    account: String,
}

impl Sender {
    pub(super) fn new(gateway: GatewayId, account: &Account<'_>) -> Self {
        let server = account.server.canonical();
        Self { gateway, server, account: account.name.to_owned() }
    }

    /// The fingerprint of sending `event`.
    pub(super) fn fingerprint(&self, event: &Event) -> String {
        let digest = Sha256::digest(self.encode(event).as_bytes());
        let half = digest.iter().take(16);
        half.flat_map(|byte| [byte >> 4, byte & 0xf]).filter_map(hex_digit).collect()
    }

    fn encode(&self, event: &Event) -> String {
        json::object(|line| {
            line.integer("waevent", ENCODING);
            line.text("gateway", self.gateway.as_str());
            line.text("server", &self.server);
            line.text("account", &self.account);
            write_event(event, line);
        })
    }
}

fn write_event(event: &Event, line: &mut Object<'_>) {
    let details = event.details();
    match event.to() {
        Recipient::Person(phone) => line.text("to", phone.e164()),
        Recipient::Group(id) => line.text("to", id.as_str()),
        Recipient::Lid(id) => line.text("to", id.as_str()),
    }
    line.text("name", event.name());
    line.integer("start", event.start().epoch_seconds());
    line.optional_integer("end", event.end().map(Time::epoch_seconds));
    line.optional_text("description", event.description());
    if let Some(location) = &details.location {
        line.object("location", |place| {
            place.optional_text("name", location.name());
            place.optional_text("address", location.address());
            if let Some(point) = location.coordinates() {
                place.integer("latitude", point.latitude.ten_millionths());
                place.integer("longitude", point.longitude.ten_millionths());
            }
        });
    }
    line.optional_text("joinLink", details.join_link.as_ref().map(JoinLink::as_str));
    line.boolean("scheduledCall", details.scheduled_call);
    line.optional_integer("reminderSeconds", details.reminder_seconds);
    line.boolean("extraGuestsAllowed", details.extra_guests_allowed);
    line.boolean("canceled", details.canceled);
    let reply = details.reply.as_ref();
    line.optional_text("replyTo", reply.map(|reply| reply.to.as_str()));
    line.boolean("replyPrivately", reply.is_some_and(|reply| reply.privately));
    line.optional_integer("delaySeconds", details.delay_seconds);
    line.optional_text("source", details.source.as_deref());
}

fn hex_digit(value: u8) -> Option<char> {
    char::from_digit(value.into(), 16)
}
