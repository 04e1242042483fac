//! Digits without a plus sign in a country that is known: whether they begin with a calling code all the same.

use super::{
    Region,
    bare::Candidates,
    numbering::{Dialled, Notation},
};

/// The most digits of a fixed line without the prefix that is only dialled within the country. German ones have 11.
const MAX_UNPREFIXED_DIGITS: usize = 11;

/// The prefix that is dialled before an international number in most countries.
const COMMON_INTERNATIONAL_PREFIX: &[u8] = b"00";

/// Whose calling code digits without a plus sign begin with.
pub(super) enum Leading {
    /// Nobody's: they are a national number.
    None,
    /// That of the country they are dialled in.
    Own,
    /// That of another country, or of one of two.
    Unclear(Candidates),
}

impl Leading {
    /// Decides about digits that are a number as dialled in `region`, but not a mobile one. If they are a mobile number
    /// with a calling code, that is what was meant: in Germany, `4917612345678` might be a fixed line of the area
    /// 04917, and a message would go to somebody else. The number of digits distinguishes another country's code from
    /// an area code.
    pub(super) fn of(digits: &[u8], region: Region) -> Self {
        if let Some(behind) = behind_prefix(Some(digits)) {
            return Self::behind_zeros(behind, digits, region);
        }
        // This comes first: most numbers begin with the 0 that is dialled within the country, so they are no
        // international number.
        let Ok(abroad) = Dialled::parse(digits, Notation::International) else {
            return Self::None;
        };
        // Most others are mobile in the region. This comes before the international reading is judged, as the plan of
        // that code may be far longer: 1 is that of North America.
        let home = Dialled::parse(digits, Notation::DialledIn(region)).ok();
        let Some(home) = home.filter(|home| home.is_valid() && !home.is_mobile()) else {
            return Self::None;
        };
        if !abroad.is_mobile() {
            return Self::None;
        }
        if home.calling_code() == abroad.calling_code() {
            Self::Own
        } else if digits.len() > MAX_UNPREFIXED_DIGITS {
            let mut both = abroad.regions();
            both.push(region);
            Self::Unclear(Candidates::of(&both))
        } else {
            Self::None
        }
    }

    /// Decides about digits that begin with the prefix that most countries dial before an international number; `behind`
    /// are the digits after it. Some countries dial a longer one: in Nigeria, 009 94 leads to Sri Lanka and 00 994 to
    /// Azerbaijan.
    fn behind_zeros(behind: &[u8], digits: &[u8], region: Region) -> Self {
        let valid =
            |digits, notation| Dialled::parse(digits, notation).ok().filter(Dialled::is_valid);
        let home = valid(digits, Notation::DialledIn(region));
        let abroad = valid(behind, Notation::International);
        match (home, abroad) {
            (Some(home), Some(abroad)) if home.digits() != abroad.digits() => {
                let mut both = abroad.regions();
                both.append(&mut home.regions());
                Self::Unclear(Candidates::of(&both))
            }
            _ => Self::None,
        }
    }
}

/// The digits after the prefix that most countries dial before an international number.
pub(super) fn behind_prefix(digits: Option<&[u8]>) -> Option<&[u8]> {
    digits?.strip_prefix(COMMON_INTERNATIONAL_PREFIX)
}
