//! An event fitted to what a gateway can carry.
//!
//! A field that has no place of its own is moved or left out, and reported. If it must not be left out, that is a
//! fault.

use std::borrow::Cow;

use super::{Capabilities, Field, Gateway};
use crate::{
    event::{
        Coordinates, DESCRIPTION_LENGTH, Details, Event, LOCATION_LENGTH, Location, check_length,
    },
    field::Extras,
    issue::{Fault, IssueCode as Code, Path, Report},
    recipient::Recipient,
    search,
    text::concat,
    time::Time,
};

/// Separates a description from what was moved to its end.
const BLANK_LINE: &str = "\n\n";

/// Why a text is too long for a gateway: as the caller wrote it, or because something was moved into it.
const OWN: &str = "gateway";
const GROWN: &str = "moved";

/// An event as one gateway will show it.
pub(crate) struct Card<'e> {
    event: &'e Event<'e>,
    pub(crate) details: FittedDetails<'e>,
}

/// The details of an event that a gateway can carry. The others are absent.
pub(crate) struct FittedDetails<'e> {
    pub(crate) end: Option<&'e Time>,
    pub(crate) description: Option<Cow<'e, str>>,
    pub(crate) place: Option<Place<'e>>,
    pub(crate) extras: Extras<&'e str>,
}

/// The parts of a place that a gateway can carry. At least one is present.
pub(crate) struct Place<'e> {
    pub(crate) name: Option<Cow<'e, str>>,
    pub(crate) address: Option<&'e str>,
    pub(crate) coordinates: Option<Coordinates>,
}

impl<'e> Card<'e> {
    pub(super) const fn new(event: &'e Event<'e>, details: FittedDetails<'e>) -> Self {
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

/// Fits a recipient, a name and details to a gateway. They may come from a faulty event.
pub(super) struct Fitting<'r> {
    pub(super) gateway: &'r Gateway,
    /// What the target's requests can carry, or what any request of its gateway can.
    pub(super) carried: Capabilities,
    /// The input field with the end: `durationMinutes` if only that is given, otherwise `end`.
    pub(super) end_field: &'static str,
    /// The input field with the reminder: `reminderMinutes` or `reminderSeconds`.
    pub(super) reminder_field: &'static str,
    /// The issues of the event itself.
    pub(super) found: &'r Report,
    /// Receives the issues and warnings about what does not fit.
    pub(super) report: &'r mut Report,
}

impl Fitting<'_> {
    pub(super) fn recipient(&mut self, to: &Recipient) {
        let kind = to.kind();
        if !self.carried.take(kind) {
            let fault = self.fault(Code::RecipientUnsupported).with("kind", kind.as_str());
            self.report.fault(fault, Field::To);
        }
    }

    pub(super) fn name(&mut self, name: &str) {
        self.fits(Field::Name, name, OWN);
    }

    pub(super) fn details<'e>(&mut self, details: &'e Details<'_>) -> FittedDetails<'e> {
        let Details { end, description, location, extras } = details;
        if end.is_none() {
            self.warn_of_invented_end();
        }
        let end = self.keep(Field::End, end.as_ref());
        let (place, stray) = self.place(location.as_ref());
        let mut extras = extras.borrowed();
        self.extras(&mut extras);
        let description = self.description(description.as_deref(), stray.as_deref(), &mut extras);
        FittedDetails { end, description, place, extras }
    }

    /// Leaves out the extras that the gateway has no place for, except for a link that can move to the description.
    fn extras(&mut self, extras: &mut Extras<&str>) {
        for field in Field::EXTRAS.iter().copied() {
            let carries = self.carried.carry(field);
            match field {
                _ if carries || extras.get(field).is_none() => {}
                // A cancelled event must never go out as a live one.
                Field::Canceled => {
                    self.report.fault(self.fault(Code::FieldUnsupported), self.path(field));
                }
                Field::JoinLink if self.carried.carry(Field::Description) => {}
                _ => {
                    self.warn(Code::FieldUnsupported, field);
                    extras.clear(field);
                }
            }
        }
        // Guests would find two links, and meet in two calls.
        let has_own_link = extras.join_link.is_some();
        if extras.scheduled_call && self.carried.habits.makes_call_links && has_own_link {
            self.warn(Code::FieldUnsupported, Field::ScheduledCall);
            extras.scheduled_call = false;
        }
    }

    fn fault(&self, code: Code) -> Fault {
        Fault::new(code)
            .with("gateway", self.gateway.id().to_owned())
            .with("gatewayName", self.gateway.name().to_owned())
    }

    fn warn(&mut self, code: Code, field: Field) {
        self.report.warn(self.fault(code), self.path(field));
    }

    /// The path of the input field that the caller gave this field in.
    fn path(&self, field: Field) -> Path {
        match field {
            Field::End => self.end_field.into(),
            Field::Reminder => self.reminder_field.into(),
            field => field.into(),
        }
    }

    /// Returns the value if the gateway has a place for it. Otherwise leaves it out and warns.
    fn keep<T>(&mut self, field: Field, value: Option<T>) -> Option<T> {
        let carries = value.is_none() || self.carried.carry(field);
        if !carries {
            self.warn(Code::FieldUnsupported, field);
        }
        value.filter(|_| carries)
    }

    /// Warns of an end that the caller did not give and guests will see.
    fn warn_of_invented_end(&mut self) {
        let seconds = self.carried.habits.invents_end_seconds;
        if seconds > 0 {
            let fault = self.fault(Code::EndInvented).with("afterMinutes", i64::from(seconds / 60));
            self.report.warn(fault, self.end_field);
        }
    }

    fn moved(&mut self, field: Field, to: &'static str) {
        self.report.warn(self.fault(Code::FieldMoved).with("to", to), field);
    }

    /// Whether a text is within the gateway's limit. If it is not, that is reported.
    fn fits(&mut self, field: Field, text: &str, reason: &'static str) -> bool {
        let limits = &self.gateway.page().limits;
        let limit = limits.iter().find(|(limited, _)| *limited == field);
        // No text has more characters than bytes.
        let Some((_, most)) = limit.filter(|(_, most)| text.len() > *most) else { return true };
        let length = search::characters(text);
        if length <= *most {
            return true;
        }
        let fault = self.fault(Code::TooLong).with("max", *most).with("length", length);
        self.report.fault(fault.with("reason", reason), field);
        false
    }

    /// The description, followed by what has no place of its own: first the place, then the link.
    fn description<'e>(
        &mut self,
        own: Option<&'e str>,
        place: Option<&str>,
        extras: &mut Extras<&'e str>,
    ) -> Option<Cow<'e, str>> {
        let own = self.keep(Field::Description, own);
        let has_place_for_link = self.carried.carry(Field::JoinLink);
        let link = extras.join_link.take_if(|_| !has_place_for_link);
        if link.is_some() {
            self.moved(Field::JoinLink, "description");
        }
        if place.is_none() && link.is_none() {
            if let Some(own) = own {
                self.fits(Field::Description, own, OWN);
            }
            return own.map(Cow::Borrowed);
        }
        let mut text = String::new();
        for part in [own, place, link].into_iter().flatten() {
            text.push_str(if text.is_empty() { "" } else { BLANK_LINE });
            text.push_str(part);
        }
        if self.fits(Field::Description, &text, GROWN) {
            check_length(&text, DESCRIPTION_LENGTH, &Field::Description.into(), self.report);
        }
        Some(Cow::Owned(text))
    }

    /// The place as the gateway can carry it. If it lacks a part that the gateway needs in a place, its texts for the
    /// description instead.
    fn place<'e>(
        &mut self,
        location: Option<&'e Location<'_>>,
    ) -> (Option<Place<'e>>, Option<String>) {
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
                check_length(&text, LOCATION_LENGTH, &Field::LocationName.into(), self.report);
            }
            name = Some(Cow::Owned(text));
        } else if let Some(name) = &name {
            self.fits(Field::LocationName, name, OWN);
        }
        if let Some(address) = address {
            self.fits(Field::LocationAddress, address, OWN);
        }
        // A faulty address that would have been moved would have become the name.
        let is_in_faulty_address =
            !has_place_for_address && self.found.is_faulty_at(&Field::LocationAddress.into());
        if name.is_none() && self.carried.require(Field::LocationName) && !is_in_faulty_address {
            let fault = self.fault(Code::FieldRequiredByGateway);
            self.report.fault(fault, Field::LocationName);
        }
        let is_empty = name.is_none() && address.is_none() && coordinates.is_none();
        ((!is_empty).then_some(Place { name, address, coordinates }), None)
    }

    /// The texts, for the description, of a place that cannot be sent as one. Its coordinates are left out: they say
    /// nothing to guests.
    fn stray_place(
        &mut self,
        name: Option<&str>,
        address: Option<&str>,
        has_coordinates: bool,
    ) -> Option<String> {
        if has_coordinates {
            self.warn(Code::FieldUnsupported, Field::Coordinates);
        }
        let has_description = self.carried.carry(Field::Description);
        for (field, text) in [(Field::LocationName, name), (Field::LocationAddress, address)] {
            if text.is_some() && has_description {
                self.moved(field, "description");
            } else if text.is_some() {
                self.warn(Code::FieldUnsupported, field);
            }
        }
        if !has_description {
            return None;
        }
        address.map(|address| joined(name, address)).or_else(|| name.map(str::to_owned))
    }
}

/// A name, if there is one, and the address after it.
fn joined(name: Option<&str>, address: &str) -> String {
    match name {
        Some(name) => concat(&[name, ", ", address]),
        None => address.to_owned(),
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
    fn an_unsupported_kind_of_recipient_is_a_fault() {
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
