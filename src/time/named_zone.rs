//! A zone with the name that the caller used for it.

use time::UtcOffset;

use super::{
    TimeError, TimeNotice, offset, windows,
    zone::{Local, Zone},
};
use crate::{search, short::Short};

/// The zones of the IANA database that are named by an abbreviation and have standard time all year, each with a zone
/// of a place that uses this abbreviation.
const ABBREVIATIONS: [(&str, &str); 3] =
    [("EST", "America/New_York"), ("MST", "America/Denver"), ("HST", "Pacific/Honolulu")];

/// A time zone: an IANA name in any case (`America/Sao_Paulo`), or a fixed offset (`-03:00`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NamedZone {
    name: Short,
    rules: Rules,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rules {
    Iana(Zone),
    Fixed(UtcOffset),
}

impl NamedZone {
    /// Finds the zone called `name`: an IANA name, a fixed offset or a Windows name.
    ///
    /// # Errors
    /// A name that waevent's release of the time zone database does not contain. Abbreviations such as `BRT`, which
    /// mean several zones or none, and offsets in another form have their own errors.
    pub fn parse(name: &str) -> Result<Self, TimeError> {
        Self::read(name, &mut Vec::new())
    }

    /// Like [`parse`](Self::parse), and adds notices about the name.
    pub(crate) fn read(name: &str, notices: &mut Vec<TimeNotice>) -> Result<Self, TimeError> {
        if let Some(zone) = Self::iana(name) {
            let known = ABBREVIATIONS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
            if let Some((_, place)) = known {
                notices.push(TimeNotice::ZoneWithoutSummerTime(name.to_owned(), place));
            }
            return Ok(zone);
        }
        if let Some(zone) = Self::fixed(name) {
            return Ok(zone);
        }
        let found = windows::find(name).and_then(|zone| Some((zone, Self::iana(zone)?)));
        let (name_here, zone) = found.ok_or_else(|| unknown(name))?;
        notices.push(TimeNotice::WindowsZone { given: name.to_owned(), zone: name_here });
        Ok(zone)
    }

    fn iana(name: &str) -> Option<Self> {
        let rules = Rules::Iana(Zone::find(name)?);
        Some(Self { name: Short::of(&[name])?, rules })
    }

    fn fixed(name: &str) -> Option<Self> {
        let rules = Rules::Fixed(offset::fixed(name)?);
        Some(Self { name: Short::of(&[name])?, rules })
    }

    /// Whether the clocks of both zones always agree, from the start of the zone data on.
    pub(super) fn agrees_with(&self, other: &Self) -> bool {
        self.rules == other.rules
    }

    /// Returns the name as the caller spelled it, or the IANA name if the caller used a Windows name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.as_str()
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
        (2..=5).contains(&name.len()) && search::all(name, |byte| byte.is_ascii_uppercase());
    if let Some(offset) = offset::meant(name) {
        // `Z` is only allowed after times.
        let offset = if offset == "Z" { "+00:00".to_owned() } else { offset };
        TimeError::ZoneOffset(Box::new([name.to_owned(), offset]))
    } else if is_abbreviation {
        TimeError::ZoneAbbreviation(name.to_owned())
    } else {
        TimeError::ZoneUnknown(name.to_owned())
    }
}
