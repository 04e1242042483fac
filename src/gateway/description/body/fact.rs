//! What a body can say of an event.

use crate::gateway::{Card, Field};

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

/// What a body can say of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::gateway::description) enum Fact {
    Text(Field),
    Flag(Field),
    Start(Form),
    End(Form),
    Latitude,
    Longitude,
    ReminderSeconds,
    DelaySeconds,
}

/// Their names, behind a dollar sign.
pub(in crate::gateway::description) static FACTS: &[(&str, Fact)] = &[
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
    ("joinLink", Fact::Text(Field::JoinLink)),
    ("scheduledCall", Fact::Flag(Field::ScheduledCall)),
    ("reminder.given", Fact::Flag(Field::Reminder)),
    ("reminder.seconds", Fact::ReminderSeconds),
    ("extraGuestsAllowed", Fact::Flag(Field::ExtraGuestsAllowed)),
    ("canceled", Fact::Flag(Field::Canceled)),
    ("replyTo", Fact::Text(Field::ReplyTo)),
    ("replyPrivately", Fact::Flag(Field::ReplyPrivately)),
    ("delaySeconds", Fact::DelaySeconds),
    ("source", Fact::Text(Field::Source)),
];

impl Fact {
    pub(in crate::gateway::description) fn named(name: &str) -> Option<Self> {
        FACTS.iter().find(|(known, _)| *known == name).map(|(_, fact)| *fact)
    }

    pub(super) const fn field(self) -> Field {
        match self {
            Self::Text(field) | Self::Flag(field) => field,
            Self::Start(_) => Field::Start,
            Self::End(_) => Field::End,
            Self::Latitude | Self::Longitude => Field::Coordinates,
            Self::ReminderSeconds => Field::Reminder,
            Self::DelaySeconds => Field::Delay,
        }
    }

    /// What a flag says.
    pub(super) fn is_set(self, card: &Card<'_>) -> bool {
        let details = &card.details;
        match self.field() {
            Field::ScheduledCall => details.scheduled_call,
            Field::Reminder => details.reminder_seconds.is_some(),
            Field::ExtraGuestsAllowed => details.extra_guests_allowed,
            Field::Canceled => details.canceled,
            Field::ReplyPrivately => details.reply_privately,
            _ => false,
        }
    }
}
