//! The ids under which WhatsApp may know a number.
//!
//! Three countries changed how mobile numbers are written after people had registered them, and WhatsApp kept
//! the ids of that day. Gateways contradict each other on which spelling to send to, so that both are told, the
//! typed one first.
//!
//! | country | long | short | since |
//! |---|---|---|---|
//! | Brazil | `55 51 9 8020 1045` | `55 51 8020 1045` | 2012 to 2016, area by area |
//! | Mexico | `52 1 55 1234 5678` | `52 55 1234 5678` | 2019 |
//! | Argentina | `54 9 11 2345 6789` | `54 11 2345 6789` | never: the 9 is for calls from abroad |
//!
//! Sources: WhatsApp's help (<https://faq.whatsapp.com/1294841057948784>), the documentation of WAHA on Brazilian
//! numbers, and that of Green-API and Whapi, read November 2026.

use super::{
    RecipientNotice as Notice, WhatsappIdChoice,
    numbering::{Dialled, Notation, Region},
};

/// Brazil's area codes up to this one have the ninth digit in every id; from 31 on only a lookup can tell.
const LAST_BRAZILIAN_AREA_WITH_NINE: &str = "28";

/// What Mexican mobile numbers were led by at home until 2019.
const MEXICAN_PREFIXES: [&str; 3] = ["044", "045", "01"];

/// A number as E.164 has it, and its ids.
pub(super) struct Identity {
    pub(super) number: Dialled,
    forms: Option<Forms>,
}

/// The two spellings of a number, as digits with the calling code.
struct Forms {
    long: String,
    short: String,
    /// Which of the two goes first unless the caller chooses.
    is_long_first: bool,
    /// False where the second one is no id unless the caller chooses it.
    are_both_likely: bool,
    lookup_recommended: bool,
}

/// The ids of a number, in the order in which to try them.
pub(super) struct WhatsappIds {
    pub(super) first: String,
    pub(super) second: Option<String>,
    pub(super) lookup_recommended: bool,
}

impl Identity {
    /// Finds the number that `typed` means, which may be invalid as it stands.
    pub(super) fn of(typed: Dialled, notices: &mut Vec<Notice>) -> Self {
        let found = match typed.calling_code() {
            52 => mexican(&typed, notices),
            54 => argentine(typed.clone(), notices),
            55 => brazilian(&typed, notices),
            _ => None,
        };
        found.unwrap_or(Self { number: typed, forms: None })
    }

    pub(super) fn ids(self, choice: WhatsappIdChoice) -> WhatsappIds {
        let Some(forms) = self.forms else {
            let first = self.number.into_digits();
            return WhatsappIds { first, second: None, lookup_recommended: false };
        };
        let is_long_first = match choice {
            WhatsappIdChoice::Typed => forms.is_long_first,
            WhatsappIdChoice::Long => true,
            WhatsappIdChoice::Short => false,
        };
        let is_second_likely = forms.are_both_likely || is_long_first != forms.is_long_first;
        let (first, second) =
            if is_long_first { (forms.long, forms.short) } else { (forms.short, forms.long) };
        let second = is_second_likely.then_some(second);
        WhatsappIds { first, second, lookup_recommended: forms.lookup_recommended }
    }
}

/// Two digits of the area, a 9 that was added, and eight more. Those began with 6 to 9 as long as there were
/// mobile numbers without the 9.
fn brazilian(typed: &Dialled, notices: &mut Vec<Notice>) -> Option<Identity> {
    let (area, subscriber) = typed.national().split_at_checked(2)?;
    let (long, old, is_long) = if let Some(old) = subscriber.strip_prefix('9')
        && old.len() == 8
    {
        (typed.clone(), old, true)
    } else {
        let long = typed.with_national(&[area, "9", subscriber]);
        (long, subscriber, false)
    };
    let is_ours = (is_long || !typed.is_valid()) && long.is_mobile();
    if !is_ours || !old.starts_with(['6', '7', '8', '9']) {
        return None;
    }
    if !is_long {
        notices.push(Notice::NinthDigitAdded);
    }
    let is_undecided = area > LAST_BRAZILIAN_AREA_WITH_NINE;
    let forms = Forms {
        long: long.digits().to_owned(),
        short: typed.with_national(&[area, old]).into_digits(),
        is_long_first: is_long || !is_undecided,
        are_both_likely: true,
        lookup_recommended: is_undecided,
    };
    Some(Identity { number: long, forms: Some(forms) })
}

/// Ten digits, which mobile numbers had a 1 before.
fn mexican(typed: &Dialled, notices: &mut Vec<Notice>) -> Option<Identity> {
    let national = typed.national();
    let ten = |prefix: &str| national.strip_prefix(prefix).filter(|rest| rest.len() == 10);
    let long = ten("1");
    let bare = long.or_else(|| MEXICAN_PREFIXES.iter().find_map(|prefix| ten(prefix)));
    let number = typed.with_national(&[bare.unwrap_or(national)]);
    if !number.is_mobile() {
        return None;
    }
    if bare.is_some() {
        notices.push(Notice::LegacyPrefixRemoved);
    }
    let forms = Forms {
        long: number.with_national(&["1", number.national()]).into_digits(),
        short: number.digits().to_owned(),
        is_long_first: long.is_some(),
        are_both_likely: true,
        lookup_recommended: true,
    };
    Some(Identity { number, forms: Some(forms) })
}

/// What is left of digits that have the 9 of calls from abroad and what is dialled at home as well:
/// `9 011 2345 6789` and `9 11 15 2345 6789`.
fn without_argentine_prefixes(typed: &Dialled) -> Option<Dialled> {
    if typed.is_valid() {
        return None;
    }
    let national = typed.national().strip_prefix('9')?;
    // A second zero would make an international prefix.
    let national = national.strip_prefix('0').unwrap_or(national);
    if national.starts_with('0') {
        return None;
    }
    let at_home = Notation::DialledIn(Region::parse("AR")?);
    let number = Dialled::parse(&["0", national].concat(), at_home).ok()?;
    let number = if number.national().len() == 10 {
        number.with_national(&["9", number.national()])
    } else {
        number
    };
    number.is_mobile().then_some(number)
}

/// Whether digits are an Argentine mobile number as it is dialled within its area: `15 2345 6789`.
pub(super) fn lacks_area_code(number: &Dialled) -> bool {
    number.calling_code() == 54
        && number.national().strip_prefix("15").is_some_and(|rest| (6..=8).contains(&rest.len()))
}

/// Ten digits, which mobile numbers have a 9 before. Without it the same digits may be a fixed line.
fn argentine(typed: Dialled, notices: &mut Vec<Notice>) -> Option<Identity> {
    let typed = match without_argentine_prefixes(&typed) {
        Some(number) => {
            notices.push(Notice::TrunkZeroRemoved);
            number
        }
        None => typed,
    };
    let (long, short, is_long) = match typed.national().strip_prefix('9') {
        Some(short) if short.len() == 10 => (typed.clone(), typed.with_national(&[short]), true),
        _ => (typed.with_national(&["9", typed.national()]), typed.clone(), false),
    };
    if !long.is_mobile() || !typed.is_valid() {
        return None;
    }
    let forms = Forms {
        long: long.into_digits(),
        short: short.into_digits(),
        is_long_first: is_long,
        are_both_likely: !is_long,
        lookup_recommended: !is_long,
    };
    Some(Identity { number: typed, forms: Some(forms) })
}
