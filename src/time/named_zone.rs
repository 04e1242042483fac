//! A zone under the name by which the caller called it.

use time::UtcOffset;

use super::{
    TimeError, TimeNotice, offset, windows,
    zone::{Local, Zone},
};
use crate::{search, short::Short};

/// The zones of the IANA database that are called by letters and keep standard time all year, each with a zone of those
/// that live by these letters.
const LETTERS: [(&str, &str); 3] =
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
    /// The zone called `name`, by the IANA database or by Windows.
    ///
    /// # Errors
    /// A name that the embedded release of the time zone database does not have, with a word on
    /// abbreviations such as `BRT`, which mean several zones or none.
    pub fn parse(name: &str) -> Result<Self, TimeError> {
        Self::read(name, &mut Vec::new())
    }

    /// The same, with what is to be said of the name.
    pub(crate) fn read(name: &str, notices: &mut Vec<TimeNotice>) -> Result<Self, TimeError> {
        if let Some(zone) = Self::iana(name) {
            let letters = LETTERS.iter().find(|(letters, _)| letters.eq_ignore_ascii_case(name));
            if let Some((_, place)) = letters {
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

    /// True where both always show the same, from the start of the embedded data on.
    pub(super) fn shows_the_same(&self, other: &Self) -> bool {
        self.rules == other.rules
    }

    /// The name as the caller spelled it; the IANA database's where that was a name of Windows.
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
        // `Z` stands behind times only.
        let offset = if offset == "Z" { "+00:00".to_owned() } else { offset };
        TimeError::ZoneOffset(Box::new([name.to_owned(), offset]))
    } else if is_abbreviation {
        TimeError::ZoneAbbreviation(name.to_owned())
    } else {
        TimeError::ZoneUnknown(name.to_owned())
    }
}
