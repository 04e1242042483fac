//! An event fitted to what a gateway carries.
//!
//! What has no place of its own moves or is left out, and each such field is told. What must not be
//! left out is a fault.

use std::borrow::Cow;

use super::{Capabilities, Field, Gateway};
use crate::{
    event::{
        Coordinates, DESCRIPTION_LENGTH, Details, Event, JoinLink, LOCATION_LENGTH, Location,
        check_length,
    },
    issue::{Fault, IssueCode as Code, Path, Report},
    recipient::Recipient,
    text::concat,
    time::Time,
};

/// What stands between a description and what moved to its end: a blank line.
const BLANK_LINE: &str = "\n\n";

/// Why a text is too long for a gateway: as the caller wrote it, or with what moved into it.
const OWN: &str = "gateway";
const GROWN: &str = "moved";

/// An event as one gateway will show it.
pub(crate) struct Card<'e> {
    event: &'e Event,
    pub(crate) details: FittedDetails<'e>,
}

/// The details of an event that a gateway carries; the others are absent.
#[expect(clippy::struct_excessive_bools, reason = "the wire has a flag for each")]
pub(crate) struct FittedDetails<'e> {
    pub(crate) end: Option<&'e Time>,
    pub(crate) description: Option<Cow<'e, str>>,
    pub(crate) place: Option<Place<'e>>,
    pub(crate) join_link: Option<&'e str>,
    pub(crate) scheduled_call: bool,
    pub(crate) reminder_seconds: Option<i64>,
    pub(crate) extra_guests_allowed: bool,
    pub(crate) canceled: bool,
    pub(crate) reply_to: Option<&'e str>,
    pub(crate) reply_privately: bool,
    pub(crate) delay_seconds: Option<i64>,
    pub(crate) source: Option<&'e str>,
}

/// The parts of a place that a gateway carries; at least one.
pub(crate) struct Place<'e> {
    pub(crate) name: Option<Cow<'e, str>>,
    pub(crate) address: Option<&'e str>,
    pub(crate) coordinates: Option<Coordinates>,
}

impl<'e> Card<'e> {
    pub(super) const fn new(event: &'e Event, details: FittedDetails<'e>) -> Self {
        Self { event, details }
    }

    pub(crate) const fn to(&self) -> &Recipient {
        self.event.to()
    }

    pub(crate) fn name(&self) -> &str {
        self.event.name()
    }

    pub(crate) const fn start(&self) -> &Time {
        self.event.start()
    }
}

/// Fits a recipient and details to a gateway, which may be those of a faulty event.
pub(super) struct Fitting<'r> {
    pub(super) gateway: &'r Gateway,
    /// What the target's requests carry, or all that its gateway's can.
    pub(super) carried: Capabilities,
    /// The field that says the end: `end`, or `durationMinutes`; `end` where none does.
    pub(super) end_field: &'static str,
    /// The field that says the reminder: `reminderMinutes`, or `reminderSeconds`.
    pub(super) reminder_field: &'static str,
    /// What was found in the event itself.
    pub(super) found: &'r Report,
    /// Where it is told what does not fit.
    pub(super) report: &'r mut Report,
}

impl Fitting<'_> {
    pub(super) fn recipient(&mut self, to: &Recipient) {
        let kind = to.kind();
        if !self.carried.take(kind) {
            let fault = self.fault(Code::RecipientUnsupported).with("kind", kind.as_str());
            self.report.fault(fault, path(Field::To));
        }
    }

    pub(super) fn name(&mut self, name: &str) {
        self.fits(Field::Name, name, OWN);
    }

    pub(super) fn details<'e>(&mut self, details: &'e Details) -> FittedDetails<'e> {
        // A cancelled event must never go out as a live one.
        if details.canceled && !self.carried.carry(Field::Canceled) {
            self.report.fault(self.fault(Code::FieldUnsupported), path(Field::Canceled));
        }
        let (place, stray) = self.place(details.location.as_ref());
        let (description, join_link) = self.description(details, stray.as_deref());
        let reply = details.reply.as_ref();
        let end_field = self.end_field;
        if details.end.is_none() {
            self.warn_of_invented_end();
        }
        let end = details.end.as_ref();
        let end = end.filter(|_| self.carries(Field::End, || end_field.into()));
        let reminder_field = self.reminder_field;
        let reminder = details.reminder_seconds;
        let reminder = reminder.filter(|_| self.carries(Field::Reminder, || reminder_field.into()));
        let extra_guests = details.extra_guests_allowed.then_some(());
        let private = reply.filter(|reply| reply.privately);
        FittedDetails {
            end,
            description,
            place,
            join_link,
            scheduled_call: self.call(details),
            reminder_seconds: reminder,
            extra_guests_allowed: self.keep(Field::ExtraGuestsAllowed, extra_guests).is_some(),
            canceled: details.canceled,
            reply_to: self.keep(Field::ReplyTo, reply.map(|reply| reply.to.as_str())),
            reply_privately: self.keep(Field::ReplyPrivately, private).is_some(),
            delay_seconds: self.keep(Field::Delay, details.delay_seconds),
            source: self.keep(Field::Source, details.source.as_deref()),
        }
    }

    fn fault(&self, code: Code) -> Fault {
        Fault::new(code)
            .with("gateway", self.gateway.id().to_owned())
            .with("gatewayName", self.gateway.name().to_owned())
    }

    /// The value, where the gateway has a place for it; otherwise it is left out, and that is told.
    fn keep<T>(&mut self, field: Field, value: Option<T>) -> Option<T> {
        value.filter(|_| self.carries(field, || path(field)))
    }

    /// Whether the gateway has a place for the field; where it has none, that is told at a path.
    fn carries(&mut self, field: Field, at: impl FnOnce() -> Path) -> bool {
        let carries = self.carried.carry(field);
        if !carries {
            self.report.warn(self.fault(Code::FieldUnsupported), at());
        }
        carries
    }

    /// Tells of an end that nobody named, and that guests will see.
    fn warn_of_invented_end(&mut self) {
        let seconds = self.carried.habits.invents_end_seconds;
        if seconds > 0 {
            let fault = self.fault(Code::EndInvented).with("afterMinutes", i64::from(seconds / 60));
            self.report.warn(fault, self.end_field);
        }
    }

    /// Whether the event is marked as a call.
    fn call(&mut self, details: &Details) -> bool {
        let call = self.keep(Field::ScheduledCall, details.scheduled_call.then_some(()));
        let has_place_for_link =
            self.carried.carry(Field::JoinLink) || self.carried.carry(Field::Description);
        let has_own_link = details.join_link.is_some() && has_place_for_link;
        if call.is_some() && self.carried.habits.makes_call_links && has_own_link {
            self.report.warn(self.fault(Code::FieldUnsupported), path(Field::ScheduledCall));
            return false;
        }
        call.is_some()
    }

    fn moved(&mut self, field: Field, to: &'static str) {
        self.report.warn(self.fault(Code::FieldMoved).with("to", to), path(field));
    }

    /// Whether a text is no longer than the gateway takes; where it is, that is told.
    fn fits(&mut self, field: Field, text: &str, reason: &'static str) -> bool {
        let limits = &self.gateway.page().limits;
        let limit = limits.iter().find(|(limited, _)| *limited == field);
        let length = text.chars().count();
        let Some((_, most)) = limit.filter(|(_, most)| length > *most) else { return true };
        let fault = self.fault(Code::TooLong).with("max", *most).with("length", length);
        self.report.fault(fault.with("reason", reason), path(field));
        false
    }

    /// The description, with what has no place of its own at its end: a place, and behind it the link.
    fn description<'e>(
        &mut self,
        details: &'e Details,
        place: Option<&str>,
    ) -> (Option<Cow<'e, str>>, Option<&'e str>) {
        let own = self.keep(Field::Description, details.description.as_deref());
        let mut link = details.join_link.as_ref().map(JoinLink::as_str);
        if !self.carried.carry(Field::Description) {
            link = self.keep(Field::JoinLink, link);
        }
        let stray = link.filter(|_| !self.carried.carry(Field::JoinLink));
        if stray.is_some() {
            self.moved(Field::JoinLink, "description");
        }
        if place.or(stray).is_none() {
            if let Some(own) = own {
                self.fits(Field::Description, own, OWN);
            }
            return (own.map(Cow::Borrowed), link);
        }
        let mut text = String::new();
        for part in [own, place, stray].into_iter().flatten() {
            text.push_str(if text.is_empty() { "" } else { BLANK_LINE });
            text.push_str(part);
        }
        if self.fits(Field::Description, &text, GROWN) {
            check_length(&text, DESCRIPTION_LENGTH, &path(Field::Description), self.report);
        }
        (Some(Cow::Owned(text)), link.filter(|_| stray.is_none()))
    }

    /// The place as the gateway carries it, or its texts where it lacks what the gateway's places need.
    fn place<'e>(&mut self, location: Option<&'e Location>) -> (Option<Place<'e>>, Option<String>) {
        let name = location.and_then(Location::name);
        let mut address = location.and_then(Location::address);
        let coordinates = self.keep(Field::Coordinates, location.and_then(Location::coordinates));
        let needs = self.carried.place_needs;
        let lacks = |field, is_there: bool| needs.has(field) && !is_there;
        let has_text = name.is_some() || address.is_some();
        if lacks(Field::LocationName, has_text) || lacks(Field::Coordinates, coordinates.is_some())
        {
            return (None, self.stray_place(name, address, coordinates.is_some()));
        }
        let mut name = self.keep(Field::LocationName, name).map(Cow::Borrowed);
        if !self.carried.carry(Field::LocationName) {
            address = self.keep(Field::LocationAddress, address);
        }
        let has_place_for_address = self.carried.carry(Field::LocationAddress);
        if let Some(stray) = address.take_if(|_| !has_place_for_address) {
            self.moved(Field::LocationAddress, "location.name");
            let text = joined(name.as_deref(), stray);
            if self.fits(Field::LocationName, &text, GROWN) {
                check_length(&text, LOCATION_LENGTH, &path(Field::LocationName), self.report);
            }
            name = Some(Cow::Owned(text));
        } else if let Some(name) = &name {
            self.fits(Field::LocationName, name, OWN);
        }
        if let Some(address) = address {
            self.fits(Field::LocationAddress, address, OWN);
        }
        // A faulty address that would have moved would have been the name.
        let is_in_faulty_address =
            !has_place_for_address && self.found.is_faulty_at(&path(Field::LocationAddress));
        if name.is_none() && self.carried.require(Field::LocationName) && !is_in_faulty_address {
            let fault = self.fault(Code::FieldRequiredByGateway);
            self.report.fault(fault, path(Field::LocationName));
        }
        let is_empty = name.is_none() && address.is_none() && coordinates.is_none();
        ((!is_empty).then_some(Place { name, address, coordinates }), None)
    }

    /// The texts of a place that cannot be one. Coordinates alone say nothing to guests.
    fn stray_place(
        &mut self,
        name: Option<&str>,
        address: Option<&str>,
        has_coordinates: bool,
    ) -> Option<String> {
        if has_coordinates {
            self.report.warn(self.fault(Code::FieldUnsupported), path(Field::Coordinates));
        }
        let has_description = self.carried.carry(Field::Description);
        for (field, text) in [(Field::LocationName, name), (Field::LocationAddress, address)] {
            if text.is_some() && has_description {
                self.moved(field, "description");
            } else if text.is_some() {
                self.report.warn(self.fault(Code::FieldUnsupported), path(field));
            }
        }
        if !has_description {
            return None;
        }
        address.map(|address| joined(name, address)).or_else(|| name.map(str::to_owned))
    }
}

/// A name and the address behind it.
fn joined(name: Option<&str>, address: &str) -> String {
    match name {
        Some(name) => concat(&[name, ", ", address]),
        None => address.to_owned(),
    }
}

fn path(field: Field) -> Path {
    match field.path() {
        (outer, Some(inner)) => [outer, inner].into(),
        (name, None) => name.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        gateway::capability::{Fields, Habits},
        input::Value,
        recipient::RecipientKind,
    };

    #[test]
    fn a_kind_of_recipient_that_the_gateway_does_not_take_is_a_fault() {
        let none = Fields::default();
        let takes = |kind| kind == RecipientKind::Group;
        let groups_only = Capabilities::new(takes, none, none, none, Habits::default());
        let gateway = Gateway::all().next().unwrap();
        let codes_for = |to: &'static str| {
            let mut report = Report::new(false);
            let rules = crate::recipient::RecipientRules::default();
            let to = crate::recipient::read_text(&Value::Text(to.into()), rules, &mut Vec::new());
            let mut fitting = Fitting {
                gateway,
                carried: groups_only,
                end_field: "end",
                reminder_field: "reminderMinutes",
                found: &Report::new(false),
                report: &mut report,
            };
            fitting.recipient(&to.unwrap());
            let issues = report.verdict(Some(())).err().map(|refusal| refusal.issues);
            issues.unwrap_or_default().iter().map(|issue| issue.code().as_str()).collect::<Vec<_>>()
        };
        assert_eq!(codes_for("+5511999999999"), ["recipient_unsupported"]);
        assert_eq!(codes_for("123456789012345@lid"), ["recipient_unsupported"]);
        assert!(codes_for("120363019502650977@g.us").is_empty());
    }
}
