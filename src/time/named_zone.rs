//! A zone under the name by which the caller called it.

use time::UtcOffset;

use super::{
    TimeError, text,
    zone::{Local, Zone},
};

/// A time zone: an IANA name in any case (`America/Sao_Paulo`), or a fixed offset (`-03:00`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedZone {
    name: String,
    rules: Rules,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rules {
    Iana(Zone),
    Fixed(UtcOffset),
}

impl NamedZone {
    /// The zone called `name`.
    ///
    /// # Errors
    /// A name that the embedded release of the time zone database does not have, with a word on
    /// abbreviations such as `BRT`, which mean several zones or none.
    pub fn parse(name: &str) -> Result<Self, TimeError> {
        let rules = match Zone::find(name) {
            Some(zone) => Rules::Iana(zone),
            None => Rules::Fixed(text::parse_offset(name).ok_or_else(|| unknown(name))?),
        };
        Ok(Self { name: name.to_owned(), rules })
    }

    /// The name as the caller spelled it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn offset_at(&self, epoch_seconds: i64) -> i32 {
        match self.rules {
            Rules::Iana(zone) => zone.offset_at(epoch_seconds),
            Rules::Fixed(offset) => offset.whole_seconds(),
        }
    }

    pub(super) fn local(&self, local_seconds: i64) -> Local {
        match self.rules {
            Rules::Iana(zone) => zone.local(local_seconds),
            Rules::Fixed(offset) => Local::Unique { offset: offset.whole_seconds() },
        }
    }
}

fn unknown(name: &str) -> TimeError {
    let is_abbreviation =
        (2..=5).contains(&name.len()) && name.bytes().all(|sign| sign.is_ascii_uppercase());
    if is_abbreviation {
        TimeError::ZoneAbbreviation(name.to_owned())
    } else {
        TimeError::ZoneUnknown(name.to_owned())
    }
}
