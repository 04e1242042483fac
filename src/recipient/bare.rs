//! Digits without a plus sign, of which no country is known: whose they may be.
//!
//! A message to a stranger is worse than none. So digits count as international only where nobody would write a mobile
//! number of their own country like that.

use super::{
    RecipientNotice as Notice, Region, habit,
    numbering::{Dialled, Notation},
    renumbering,
    spelling::Spelling,
    whatsapp::{Identity, WrittenBy},
};

/// The most regions that a refusal names.
const MAX_CANDIDATES: usize = 12;

/// Whose digits may be.
pub(super) struct Readings {
    /// The number that they are with their country code first.
    abroad: Option<Identity>,
    /// Where people write another mobile number like that.
    at_home: Vec<Region>,
}

/// The regions that digits may belong to, in the order of their codes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Candidates(Vec<Region>);

impl Readings {
    pub(super) fn of(spelling: &Spelling) -> Self {
        let without_zero = spelling.without_bracketed_zero();
        let readings = [Some(&*spelling.digits), without_zero.as_deref()];
        let readings = || readings.into_iter().flatten();
        let abroad = readings().find_map(abroad);
        let is_at_home =
            |region: &Region| readings().any(|digits| is_at_home(digits, *region, abroad.as_ref()));
        let at_home = Region::all().filter(is_at_home).collect();
        Self { abroad, at_home }
    }

    /// Whether the digits can only be a mobile number with its country code first.
    pub(super) fn are_international(&self) -> bool {
        self.at_home.is_empty() && self.abroad.as_ref().is_some_and(Identity::may_be_mobile)
    }

    pub(super) fn candidates(self) -> Candidates {
        let abroad = self.abroad.iter().flat_map(|id| id.number.regions());
        Candidates::of(&abroad.chain(self.at_home).collect::<Vec<_>>())
    }
}

impl Candidates {
    /// The regions, each once. Where there are too many, those after which their calling code is mostly called stay.
    pub(super) fn of(found: &[Region]) -> Self {
        let mut kept: Vec<Region> = Vec::new();
        let (main, others) = (
            found.iter().filter(|region| region.is_main()),
            found.iter().filter(|region| !region.is_main()),
        );
        for region in main.chain(others) {
            if kept.len() >= MAX_CANDIDATES {
                break;
            }
            // The standard library's sort weighs more than this module.
            let at = kept.iter().take_while(|known| known.as_str() < region.as_str()).count();
            if kept.get(at) != Some(region) {
                kept.insert(at, *region);
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

/// The number that digits are with their country code first.
fn abroad(digits: &str) -> Option<Identity> {
    let number = Dialled::parse(digits, Notation::International).ok()?;
    let identity = Identity::of(number, WrittenBy::Person, &mut Vec::new()).ok()?;
    identity.number.is_valid().then_some(identity)
}

/// Whether people in `region` write a mobile number like that, and another one than `abroad`.
fn is_at_home(digits: &str, region: Region, abroad: Option<&Identity>) -> bool {
    let mut unheard: Vec<Notice> = Vec::new();
    let Some(number) = Dialled::at_home(digits, region) else {
        return renumbering::is_former(digits, region);
    };
    let number = habit::without_prefix(number, &mut unheard);
    number.is_of(region)
        && Identity::of(number, WrittenBy::Person, &mut unheard).is_ok_and(|home| {
            home.may_be_mobile()
                && abroad.is_none_or(|abroad| abroad.number.digits() != home.number.digits())
        })
}
