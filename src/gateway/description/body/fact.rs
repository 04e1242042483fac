//! Facts: the values of an event that a body can contain.

use crate::{
    field::{Field, Holds},
    gateway::Card,
};

/// How a time is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Seconds,
    Milliseconds,
    /// RFC 3339 in the offset of the event.
    Rfc3339,
    /// RFC 3339 in UTC, with milliseconds.
    Utc,
}

/// A value of an event that a body can contain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fact {
    Text(Field),
    /// Whether the field is given or, if it is a flag, set.
    Flag(Field),
    Seconds(Field),
    Start(Form),
    End(Form),
    Latitude,
    Longitude,
}

/// The facts with their names, without the dollar sign and except for those of the extras.
static FACTS: &[(&str, Fact)] = &[
    ("to", Fact::Text(Field::To)),
    ("name", Fact::Text(Field::Name)),
    ("start.seconds", Fact::Start(Form::Seconds)),
    ("start.milliseconds", Fact::Start(Form::Milliseconds)),
    ("start.rfc3339", Fact::Start(Form::Rfc3339)),
    ("start.utc", Fact::Start(Form::Utc)),
    ("end.seconds", Fact::End(Form::Seconds)),
    ("end.milliseconds", Fact::End(Form::Milliseconds)),
    ("end.rfc3339", Fact::End(Form::Rfc3339)),
    ("end.utc", Fact::End(Form::Utc)),
    ("description", Fact::Text(Field::Description)),
    ("location.name", Fact::Text(Field::LocationName)),
    ("location.address", Fact::Text(Field::LocationAddress)),
    ("location.latitude", Fact::Latitude),
    ("location.longitude", Fact::Longitude),
    ("reminder.given", Fact::Flag(Field::Reminder)),
];

/// All facts, with their names.
pub(crate) fn facts() -> impl Iterator<Item = (&'static str, Fact)> {
    let extras = Field::EXTRAS.iter().filter_map(|field| {
        let fact = match field.holds()? {
            Holds::Text => Fact::Text(*field),
            Holds::Flag => Fact::Flag(*field),
            Holds::Seconds => Fact::Seconds(*field),
        };
        Some((field.fact_name(), fact))
    });
    FACTS.iter().copied().chain(extras)
}

impl Fact {
    pub(in crate::gateway::description) fn named(name: &str) -> Option<Self> {
        facts().find(|(known, _)| *known == name).map(|(_, fact)| fact)
    }

    pub(super) const fn field(self) -> Field {
        match self {
            Self::Text(field) | Self::Flag(field) | Self::Seconds(field) => field,
            Self::Start(_) => Field::Start,
            Self::End(_) => Field::End,
            Self::Latitude | Self::Longitude => Field::Coordinates,
        }
    }

    pub(crate) const fn is_flag(self) -> bool {
        matches!(self, Self::Flag(_))
    }

    /// The value of a flag.
    pub(super) fn is_set(self, card: &Card<'_>) -> bool {
        card.details.extras.get(self.field()).is_some()
    }
}
