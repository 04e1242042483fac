//! What gateways carry and ask for.

use crate::recipient::RecipientKind;

/// A set of fields.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Fields(u32);

impl Fields {
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn add(&mut self, field: Field) {
        self.0 |= 1 << field as u32;
    }

    pub(crate) const fn has(self, field: Field) -> bool {
        self.0 >> field as u32 & 1 == 1
    }

    /// Its fields, in the order of the contract.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn each(self) -> impl Iterator<Item = Field> {
        Field::ALL.iter().copied().filter(move |field| self.has(*field))
    }
}

/// What requests carry, and what they cannot do without. It follows from what is written into them, so that the two
/// cannot contradict each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Capabilities {
    /// The kinds of recipient that are taken, a bit each.
    recipients: u8,
    /// The fields that have a place of their own.
    pub(crate) fields: Fields,
    /// The fields that are needed beyond recipient, name and start.
    pub(crate) requires: Fields,
    /// Whether the gateway makes the link of a call itself. Then a call with a link of its own cannot be marked
    /// as one: guests would find two links, and meet in two calls.
    makes_call_links: bool,
}

impl Capabilities {
    #[cfg(any(test, not(target_arch = "wasm32")))]
    pub(crate) fn new(
        takes: impl Fn(RecipientKind) -> bool,
        fields: Fields,
        requires: Fields,
        makes_call_links: bool,
    ) -> Self {
        let kinds = RecipientKind::ALL.iter().filter(|kind| takes(**kind));
        let recipients = kinds.fold(0, |all, kind| all | 1 << *kind as u8);
        Self { recipients, fields, requires, makes_call_links }
    }

    /// The capabilities as numbers, and back.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn bits(self) -> [u32; 4] {
        let Self { recipients, fields, requires, makes_call_links } = self;
        [recipients.into(), fields.0, requires.0, makes_call_links.into()]
    }

    #[cfg(any(test, target_arch = "wasm32"))]
    pub(crate) fn of_bits(mut next: impl FnMut() -> u32) -> Self {
        Self {
            recipients: u8::try_from(next()).unwrap_or(0),
            fields: Fields(next()),
            requires: Fields(next()),
            makes_call_links: next() != 0,
        }
    }

    /// Whether there is a place for the field.
    pub(crate) const fn carry(self, field: Field) -> bool {
        self.fields.has(field)
    }

    /// Whether recipients of this kind are taken.
    pub(crate) const fn take(self, kind: RecipientKind) -> bool {
        self.recipients >> kind as u8 & 1 == 1
    }

    /// Whether there can be no request without the field.
    pub(crate) const fn require(self, field: Field) -> bool {
        self.requires.has(field)
    }

    /// Whether the links of calls are made by the gateway.
    pub(crate) const fn make_call_links(self) -> bool {
        self.makes_call_links
    }

    /// What one of two contracts has a place for, and both ask for.
    pub(crate) fn or(self, other: Self) -> Self {
        Self {
            recipients: self.recipients | other.recipients,
            fields: Fields(self.fields.0 | other.fields.0),
            requires: Fields(self.requires.0 & other.requires.0),
            makes_call_links: self.makes_call_links && other.makes_call_links,
        }
    }
}

/// A field of an event that a gateway may or may not have a place for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Field {
    /// The recipient.
    To,
    /// The title.
    Name,
    /// The start.
    Start,
    /// The end.
    End,
    /// The text below the title.
    Description,
    /// The name of the place.
    LocationName,
    /// The address of the place.
    LocationAddress,
    /// The latitude and longitude of the place.
    Coordinates,
    /// The link to join a call.
    JoinLink,
    /// The mark of a call.
    ScheduledCall,
    /// The reminder.
    Reminder,
    /// The leave to bring others.
    ExtraGuestsAllowed,
    /// The mark of an event that is off.
    Canceled,
    /// The message to quote.
    ReplyTo,
    /// The leave to answer in private.
    ReplyPrivately,
    /// The time of "typing…".
    Delay,
    /// The caller's tag.
    Source,
}

impl Field {
    /// Every field, in the order of the contract.
    pub const ALL: &'static [Self] = &[
        Self::To,
        Self::Name,
        Self::Start,
        Self::End,
        Self::Description,
        Self::LocationName,
        Self::LocationAddress,
        Self::Coordinates,
        Self::JoinLink,
        Self::ScheduledCall,
        Self::Reminder,
        Self::ExtraGuestsAllowed,
        Self::Canceled,
        Self::ReplyTo,
        Self::ReplyPrivately,
        Self::Delay,
        Self::Source,
    ];

    /// Where an issue with the field is told: a field, and a part of it.
    #[must_use]
    pub const fn path(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::To => ("to", None),
            Self::Name => ("name", None),
            Self::Start => ("start", None),
            Self::End => ("end", None),
            Self::Description => ("description", None),
            Self::LocationName => ("location", Some("name")),
            Self::LocationAddress => ("location", Some("address")),
            Self::Coordinates => ("location", Some("latitude")),
            Self::JoinLink => ("joinLink", None),
            Self::ScheduledCall => ("scheduledCall", None),
            Self::Reminder => ("reminderMinutes", None),
            Self::ExtraGuestsAllowed => ("extraGuestsAllowed", None),
            Self::Canceled => ("canceled", None),
            Self::ReplyTo => ("replyTo", None),
            Self::ReplyPrivately => ("replyPrivately", None),
            Self::Delay => ("delaySeconds", None),
            Self::Source => ("source", None),
        }
    }

    /// The input fields that say it, with a dot before a part.
    #[must_use]
    pub const fn names(self) -> &'static [&'static str] {
        match self {
            Self::To => &["to"],
            Self::Name => &["name"],
            Self::Start => &["start", "timeZone"],
            Self::End => &["end", "durationMinutes"],
            Self::Description => &["description"],
            Self::LocationName => &["location.name"],
            Self::LocationAddress => &["location.address"],
            Self::Coordinates => &["location.latitude", "location.longitude"],
            Self::JoinLink => &["joinLink"],
            Self::ScheduledCall => &["scheduledCall"],
            Self::Reminder => &["reminderMinutes", "reminderSeconds"],
            Self::ExtraGuestsAllowed => &["extraGuestsAllowed"],
            Self::Canceled => &["canceled"],
            Self::ReplyTo => &["replyTo"],
            Self::ReplyPrivately => &["replyPrivately"],
            Self::Delay => &["delaySeconds"],
            Self::Source => &["source"],
        }
    }
}
