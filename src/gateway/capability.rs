//! What gateways carry and ask for.

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

    /// Its fields, in the order of the contract.
    pub(crate) fn each(self) -> impl Iterator<Item = Field> {
        Field::ALL.iter().copied().filter(move |field| self.has(*field))
    }
}

/// What requests carry, and what they cannot do without. It follows from what is written into them, so the two
/// cannot contradict each other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Capabilities {
    /// The kinds of recipient that are taken, a bit each.
    recipients: u8,
    /// The fields that have a place of their own.
    pub(crate) fields: Fields,
    /// The fields that are needed beyond recipient, name and start.
    pub(crate) requires: Fields,
    /// The parts of a place without which there can be none: its name, its coordinates.
    pub(crate) place_needs: Fields,
    pub(crate) habits: Habits,
}

/// What a gateway adds to an event of its own accord.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Habits {
    /// Whether it makes the link of a call itself. Then a call with a link of its own cannot be marked
    /// as one: guests would find two links, and meet in two calls.
    pub(crate) makes_call_links: bool,
    /// How long it makes an event that has no end, in seconds; 0 where such an event has none there either.
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

    /// The capabilities as numbers, and back.
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

    /// Whether there is a place for the field.
    pub(crate) const fn carry(self, field: Field) -> bool {
        self.fields.has(field)
    }

    /// Whether recipients of this kind are taken.
    pub(crate) const fn take(self, kind: RecipientKind) -> bool {
        self.recipients >> kind as u8 & 1 == 1
    }

    /// The kinds of recipient that are taken.
    pub(crate) fn kinds(self) -> Vec<RecipientKind> {
        RecipientKind::ALL.iter().copied().filter(|kind| self.take(*kind)).collect()
    }

    /// Whether there can be no request without the field.
    pub(crate) const fn require(self, field: Field) -> bool {
        self.requires.has(field)
    }

    /// What one of two contracts has a place for, and both ask for.
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
