//! Prefixes that people still write but the numbering plans do not contain: what was dialled in Mexico until 2019, and
//! what is dialled within Argentina, written after the 9 of calls from abroad.

use super::{
    RecipientNotice as Notice,
    numbering::{Dialled, Digits, Notation, Region},
};

/// The prefixes that were dialled before mobile numbers within Mexico until 2019.
const MEXICAN_PREFIXES: [&str; 3] = ["044", "045", "01"];

/// The number without such a prefix, or unchanged if it has none.
pub(super) fn without_prefix(typed: Dialled, notices: &mut Vec<Notice>) -> Dialled {
    let (found, notice) = match typed.calling_code() {
        52 => (without_mexican_prefix(&typed), Notice::LegacyPrefixRemoved),
        54 => (without_argentine_prefixes(&typed), Notice::TrunkZeroRemoved),
        _ => return typed,
    };
    found.inspect(|_| notices.push(notice)).unwrap_or(typed)
}

fn without_mexican_prefix(typed: &Dialled) -> Option<Dialled> {
    let national = typed.national();
    let rest =
        MEXICAN_PREFIXES.iter().find_map(|prefix| national.strip_prefix(prefix.as_bytes()))?;
    typed.with_national(&[rest]).filter(Dialled::is_mobile)
}

/// Reads digits that have both the 9 of calls from abroad and what is dialled within the country: `9 011 2345 6789` and
/// `9 11 15 2345 6789`.
fn without_argentine_prefixes(typed: &Dialled) -> Option<Dialled> {
    if typed.is_valid() {
        return None;
    }
    let national = typed.national().strip_prefix("9".as_bytes())?;
    // A second zero would make an international prefix.
    let national = national.strip_prefix("0".as_bytes()).unwrap_or(national);
    if national.starts_with(b"0") {
        return None;
    }
    let at_home = Notation::DialledIn(Region::parse("AR")?);
    let mut dialled = Digits::EMPTY;
    dialled.push(b'0');
    dialled.push_all(national);
    let number = Dialled::parse(dialled.as_bytes(), at_home).ok()?;
    let number = if number.national().len() == 10 {
        number.with_national(&[b"9", number.national()])?
    } else {
        number
    };
    number.is_mobile().then_some(number)
}

/// Whether a number is an Argentine mobile number as dialled within its area: `15 2345 6789`.
pub(super) fn lacks_area_code(number: &Dialled) -> bool {
    number.calling_code() == 54
        && number
            .national()
            .strip_prefix("15".as_bytes())
            .is_some_and(|rest| (6..=8).contains(&rest.len()))
}
