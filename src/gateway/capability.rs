//! What gateways can carry and what they require.

use crate::{field::Field, recipient::RecipientKind};

/// A set of fields.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Fields(u32);

impl Fields {
    pub(crate) fn add(&mut self, field: Field) {
        self.0 |= 1 << field as u32;
    }

    pub(crate) const fn has(self, field: Field) -> bool {
        self.0 >> field as u32 & 1 == 1
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Its fields, in the order of [`Field::ALL`].
    pub(crate) fn each(self) -> impl Iterator<Item = Field> {
        Field::ALL.iter().copied().filter(move |field| self.has(*field))
    }
}

/// What requests can carry, and what they require. This is derived from the body in the description, so the two cannot
/// contradict each other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Capabilities {
    /// The supported kinds of recipient, one bit each.
    recipients: u8,
    /// The fields that have a place of their own in the request.
    pub(crate) fields: Fields,
    /// The fields that are required besides recipient, name and start.
    pub(crate) requires: Fields,
    /// The parts without which a place cannot be sent: its name, its coordinates.
    pub(crate) place_needs: Fields,
    pub(crate) habits: Habits,
}

/// What a gateway adds to events by itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Habits {
    /// Whether it creates the links of calls. An event that has its own link cannot be marked as a call then: guests
    /// would find two links, and meet in two calls.
    pub(crate) makes_call_links: bool,
    /// The duration, in seconds, that it gives an event without an end; 0 if it leaves such an event as it is.
    pub(crate) invents_end_seconds: u32,
}

impl Capabilities {
    pub(crate) fn new(
        takes: impl Fn(RecipientKind) -> bool,
        fields: Fields,
        requires: Fields,
        place_needs: Fields,
        habits: Habits,
    ) -> Self {
        let kinds = RecipientKind::ALL.iter().filter(|kind| takes(**kind));
        let recipients = kinds.fold(0, |all, kind| all | 1 << *kind as u8);
        Self { recipients, fields, requires, place_needs, habits }
    }

    /// The capabilities as numbers, which `of_bits` converts back.
    pub(crate) fn bits(self) -> [u32; 6] {
        let Self { recipients, fields, requires, place_needs, habits } = self;
        let Habits { makes_call_links, invents_end_seconds } = habits;
        let (links, end) = (makes_call_links.into(), invents_end_seconds);
        [recipients.into(), fields.0, requires.0, place_needs.0, links, end]
    }

    pub(crate) fn of_bits(mut next: impl FnMut() -> u32) -> Self {
        Self {
            recipients: u8::try_from(next()).unwrap_or(0),
            fields: Fields(next()),
            requires: Fields(next()),
            place_needs: Fields(next()),
            habits: Habits { makes_call_links: next() != 0, invents_end_seconds: next() },
        }
    }

    /// Whether the field has a place of its own.
    pub(crate) const fn carry(self, field: Field) -> bool {
        self.fields.has(field)
    }

    /// Whether recipients of this kind are supported.
    pub(crate) const fn take(self, kind: RecipientKind) -> bool {
        self.recipients >> kind as u8 & 1 == 1
    }

    /// The supported kinds of recipient.
    pub(crate) fn kinds(self) -> Vec<RecipientKind> {
        RecipientKind::ALL.iter().copied().filter(|kind| self.take(*kind)).collect()
    }

    /// Whether the field is required.
    pub(crate) const fn require(self, field: Field) -> bool {
        self.requires.has(field)
    }

    /// What at least one of two contracts has a place for, and what both require.
    pub(crate) fn or(self, other: Self) -> Self {
        Self {
            recipients: self.recipients | other.recipients,
            fields: Fields(self.fields.0 | other.fields.0),
            requires: Fields(self.requires.0 & other.requires.0),
            place_needs: Fields(self.place_needs.0 & other.place_needs.0),
            habits: Habits {
                makes_call_links: self.habits.makes_call_links && other.habits.makes_call_links,
                invents_end_seconds: 0,
            },
        }
    }
}
