//! Digits without a plus sign if no country is known: whose number they may be.
//!
//! A message to a stranger is worse than none. So digits count as international only if nobody would write a mobile
//! number of their own country like that.

use super::{
    RecipientError, RecipientNotice as Notice, Region, habit,
    numbering::{Dialled, Notation},
    renumbering,
    spelling::Spelling,
    whatsapp::{Identity, WrittenBy},
};

/// The most regions that a refusal names.
const MAX_CANDIDATES: usize = 12;

/// The ways to read digits.
pub(super) struct Readings {
    /// The number, if they begin with a country code.
    abroad: Option<Identity>,
    /// Why they are no such number, if there is a specific reason.
    fault: Option<RecipientError>,
    /// The regions in which people write another mobile number like that.
    at_home: Vec<Region>,
}

/// The regions that digits may belong to, sorted by their codes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Candidates(Vec<Region>);

impl Readings {
    pub(super) fn of(spelling: &Spelling) -> Self {
        let without_zero = spelling.without_bracketed_zero();
        let readings = spelling.readings(without_zero.as_ref());
        let readings = || readings.into_iter().flatten();
        let mut fault = None;
        let abroad = readings().find_map(|digits| abroad(digits, &mut fault));
        let at_home = Region::those(&|region| {
            readings().any(|digits| is_at_home(digits, region, abroad.as_ref()))
        });
        Self { abroad, fault, at_home }
    }

    /// Accepts digits that can only be a mobile number beginning with its country code.
    ///
    /// # Errors
    /// The regions that they may belong to, or what is wrong with them if they can only be one number.
    pub(super) fn judge(&self) -> Result<(), RecipientError> {
        match (self.at_home.is_empty(), &self.abroad, &self.fault) {
            (true, Some(abroad), _) if abroad.may_be_mobile() => Ok(()),
            (true, None, Some(fault)) => Err(fault.clone()),
            _ => Err(self.refusal()),
        }
    }

    /// The error that names the regions that the digits may belong to.
    pub(super) fn refusal(&self) -> RecipientError {
        let mut regions = self.abroad.as_ref().map(|id| id.number.regions()).unwrap_or_default();
        regions.extend_from_slice(&self.at_home);
        RecipientError::CountryMissing(Candidates::of(&regions))
    }
}

impl Candidates {
    /// The regions without duplicates. If there are too many, the main regions of their calling codes are preferred,
    /// and then those that were found first.
    pub(super) fn of(found: &[Region]) -> Self {
        let mut kept: Vec<Region> = Vec::new();
        for is_main in [true, false] {
            for region in found {
                if kept.len() >= MAX_CANDIDATES {
                    break;
                }
                if region.is_main() != is_main {
                    continue;
                }
                // The standard library's sort would add more code than this module has.
                let at = kept.iter().take_while(|known| known.as_str() < region.as_str()).count();
                if kept.get(at) != Some(region) {
                    kept.insert(at, *region);
                }
            }
        }
        Self(kept)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Their ISO 3166 codes.
    pub(super) fn codes(&self) -> Vec<&'static str> {
        self.0.iter().map(Region::as_str).collect()
    }
}

/// Reads digits as a number that begins with its country code. A number from before a renumbering is returned as a
/// fault.
fn abroad(digits: &[u8], fault: &mut Option<RecipientError>) -> Option<Identity> {
    let number = Dialled::parse(digits, Notation::International).ok()?;
    match Identity::of(number, WrittenBy::Person, &mut Vec::new()) {
        Ok(identity) => identity.number.is_valid().then_some(identity),
        Err(found) => {
            *fault = Some(found);
            None
        }
    }
}

/// Whether people in `region` write a mobile number like that, and it is not the same number as `abroad`.
fn is_at_home(digits: &[u8], region: Region, abroad: Option<&Identity>) -> bool {
    let mut ignored: Vec<Notice> = Vec::new();
    let Some(number) = Dialled::at_home(digits, region) else {
        return renumbering::is_former(digits, region);
    };
    let number = habit::without_prefix(number, &mut ignored);
    number.is_of(region)
        && Identity::of(number, WrittenBy::Person, &mut ignored).is_ok_and(|home| {
            home.may_be_mobile()
                && abroad.is_none_or(|abroad| abroad.number.digits() != home.number.digits())
        })
}

#[cfg(test)]
mod tests {
    use super::{Candidates, MAX_CANDIDATES, Region};

    /// So many regions that share another region's calling code, followed by Brazil, which has its own.
    fn found(others: usize) -> Vec<Region> {
        let shared = Region::all().filter(|region| !region.is_main()).take(others);
        shared.chain(Region::parse("BR")).collect()
    }

    #[test]
    fn a_refusal_names_all_regions_or_twelve() {
        assert_eq!(MAX_CANDIDATES, 12);
        assert_eq!(Candidates::of(&found(10)).codes().len(), 11);
        assert_eq!(Candidates::of(&found(11)).codes().len(), 12);
        assert_eq!(Candidates::of(&found(12)).codes().len(), 12);
    }

    #[test]
    fn main_regions_of_calling_codes_are_preferred() {
        assert!(Candidates::of(&found(40)).codes().contains(&"BR"));
    }

    #[test]
    fn candidates_are_named_once_and_sorted() {
        let twice = [found(3), found(3)].concat();
        let codes = Candidates::of(&twice).codes();
        assert!(codes.is_sorted(), "{codes:?}");
        assert_eq!(codes.len(), 4);
    }
}
