//! Stage 2: the valid, gateway-neutral event.

mod details;
mod judge;
mod leftovers;
pub mod limit;
mod line_ends;
mod link;
mod number;
mod overlap;
mod place;
mod schedule;
mod text;

#[cfg(test)]
mod tests;

pub(crate) use details::Details;
pub(crate) use limit::{DESCRIPTION_LENGTH, LOCATION_LENGTH};
pub use overlap::find_overlaps;
pub use place::{Coordinates, Degrees, Location};
pub(crate) use text::check_length;

use std::borrow::Cow;

use serde::{Serialize, Serializer, ser::SerializeStruct};

use crate::{
    field::{ExtraValue, Field, Holds, event_fields},
    input::{EventInput, event_rank},
    issue::{Report, Verdict},
    options::Options,
    recipient::Recipient,
    time::Time,
};

/// A valid event. It can only be made from an [`EventInput`], and later stages do not check it again.
///
/// It borrows its texts from the input; [`into_owned`](Self::into_owned) copies them.
#[derive(Debug, Clone, PartialEq)]
pub struct Event<'a> {
    to: Recipient,
    name: Cow<'a, str>,
    start: Time,
    details: Details<'a>,
}

/// The parts that could be read of an event that is not valid.
#[derive(Debug, Default)]
pub(crate) struct Fragments<'a> {
    pub(crate) to: Option<Recipient>,
    pub(crate) name: Option<Cow<'a, str>>,
    pub(crate) details: Details<'a>,
}

impl<'a> Event<'a> {
    /// Checks `input` and returns the event, or reports every fault in the order of the fields.
    ///
    /// # Errors
    /// A [`Refusal`](crate::issue::Refusal) with every fault that was found.
    pub fn parse(input: &'a EventInput<'_>, options: &Options) -> Verdict<Self> {
        let (event, report) = Self::read(input, options);
        report.verdict(event.ok())
    }

    /// Returns the event, or the parts that could be read, with all faults and warnings.
    pub(crate) fn read(
        input: &'a EventInput<'_>,
        options: &Options,
    ) -> (Result<Self, Fragments<'a>>, Report) {
        let mut report = Report::new(options.strict);
        let event = judge::event(input, options, &mut report);
        report.sort_by_rank(&event_rank);
        (event, report)
    }

    /// Copies borrowed texts, so the event no longer borrows from its input.
    #[must_use]
    pub fn into_owned(self) -> Event<'static> {
        let Self { to, name, start, details } = self;
        Event { to, name: name.into_owned().into(), start, details: details.into_owned() }
    }

    /// Marks the event as canceled.
    pub(crate) const fn cancel(&mut self) {
        self.details.extras.canceled = true;
    }

    pub(crate) const fn details(&self) -> &Details<'a> {
        &self.details
    }

    /// Who the event goes to.
    #[must_use]
    pub const fn to(&self) -> &Recipient {
        &self.to
    }

    /// The title: 1 to 200 UTF-16 code units without control characters.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// When the event starts.
    #[must_use]
    pub const fn start(&self) -> &Time {
        &self.start
    }

    /// When the event ends: later than the start.
    #[must_use]
    pub const fn end(&self) -> Option<&Time> {
        self.details.end.as_ref()
    }

    /// The text below the title: up to 2048 UTF-16 code units.
    #[must_use]
    pub fn description(&self) -> Option<&str> {
        self.details.description.as_deref()
    }

    /// Where the event takes place.
    #[must_use]
    pub const fn location(&self) -> Option<&Location<'a>> {
        self.details.location.as_ref()
    }
}

/// Declares the getters of the extras.
macro_rules! getters {
    (
        core { $($_core:tt)+ }
        carried { $($_carried:tt)+ }
        extras { $(
            $(#[doc = $doc:literal])+ $extra:ident = $_key:literal: $kind:ident $(($_most:literal))? $_variant:ident
            $({ $($_other:tt)+ })?,
        )+ }
    ) => {
        impl Event<'_> {
            $(getters!($kind $extra, $($doc)+);)+
        }
    };
    (Text $extra:ident, $($doc:literal)+) => {
        $(#[doc = $doc])+
        #[must_use]
        pub fn $extra(&self) -> Option<&str> {
            self.details.extras.$extra.as_deref()
        }
    };
    (Flag $extra:ident, $($doc:literal)+) => {
        $(#[doc = $doc])+
        #[must_use]
        pub const fn $extra(&self) -> bool {
            self.details.extras.$extra
        }
    };
    (Seconds $extra:ident, $($doc:literal)+) => {
        $(#[doc = $doc])+
        #[must_use]
        pub const fn $extra(&self) -> Option<i64> {
            self.details.extras.$extra
        }
    };
}

event_fields!(getters);

/// The number of fields that are not extras.
const CORE_FIELDS: usize = 6;

impl Serialize for Event<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Details { end, description, location, extras } = &self.details;
        let length = CORE_FIELDS.saturating_add(Field::EXTRAS.len());
        let mut fields = serializer.serialize_struct("Event", length)?;
        fields.serialize_field("to", &self.to)?;
        fields.serialize_field("name", &self.name)?;
        fields.serialize_field("start", &self.start)?;
        write_optional(&mut fields, "end", end.as_ref())?;
        write_optional(&mut fields, "description", description.as_ref())?;
        write_optional(&mut fields, "location", location.as_ref())?;
        for field in Field::EXTRAS {
            let key = field.key();
            match extras.get(*field) {
                Some(ExtraValue::Text(text)) => fields.serialize_field(key, text)?,
                Some(ExtraValue::Seconds(seconds)) => fields.serialize_field(key, &seconds)?,
                None if field.holds() != Some(Holds::Flag) => fields.skip_field(key)?,
                flag => fields.serialize_field(key, &flag.is_some())?,
            }
        }
        fields.end()
    }
}

fn write_optional<F: SerializeStruct>(
    fields: &mut F,
    key: &'static str,
    value: Option<&impl Serialize>,
) -> Result<(), F::Error> {
    match value {
        Some(value) => fields.serialize_field(key, value),
        None => fields.skip_field(key),
    }
}
