//! Compares how numbers of every region are read with another implementation: `rlibphonenumber`, a port of
//! libphonenumber with the metadata that the table is made from.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use super::{
    dialled::{Dialled, Notation, NumberError},
    plan::{CallingCode, Kind, Length, Region},
    samples::{Random, examples, regions, variations},
};
use crate::{
    input::Value,
    recipient::{self, Recipient, RecipientNotice as Notice, RecipientRules},
};
use rlibphonenumber::{
    NumberLengthType, PHONE_NUMBER_UTIL, PhoneNumberFormat, PhoneNumberType as Type,
    Region as Theirs, ValidationError,
};

/// What was found out about a number: its E.164 form, whether its length is possible, and its kind.
type Finding = Option<(String, Option<bool>, Option<Kind>)>;

fn ours(digits: &str, notation: Notation) -> Finding {
    let dialled = match Dialled::parse(digits.as_bytes(), notation) {
        Ok(dialled) => dialled,
        Err(NumberError::NonGeographic) => return Some((String::new(), None, None)),
        Err(_) => return None,
    };
    let (code, _) = CallingCode::split(dialled.calling_code().to_string().as_bytes()).unwrap();
    let is_possible = match code.main_region().length(dialled.national()) {
        Length::Possible => Some(true),
        Length::TooLong => Some(false),
        _ => None,
    };
    Some((["+", dialled.digits().as_str()].concat(), is_possible, code.kind(dialled.national())))
}

fn theirs(text: &str, region: Option<Theirs>) -> Finding {
    let util = &PHONE_NUMBER_UTIL;
    let number = util.parse(text, region).ok()?;
    if util.get_region_for_country_code(number.country_code) == Some(Theirs::World) {
        return Some((String::new(), None, None));
    }
    let is_possible = match util.is_possible_number_with_reason(&number) {
        Ok(NumberLengthType::IsPossible) => Some(true),
        Err(ValidationError::TooLong) => Some(false),
        _ => None,
    };
    let kind = match util.get_number_type(&number) {
        _ if !util.is_valid_number(&number) => None,
        Type::Mobile | Type::FixedLineOrMobile => Some(Kind::Mobile),
        _ => Some(Kind::Other),
    };
    Some((util.format(&number, PhoneNumberFormat::E164).into_owned(), is_possible, kind))
}

/// A number as it is written: how to read its digits, and the text.
struct Written {
    notation: Notation,
    text: String,
    region: Region,
    their_region: Theirs,
}

/// Calls `look` with hundreds of thousands of numbers of all regions, written in six ways each.
fn each_number(mut look: impl FnMut(&Written)) {
    let mut random = Random(0x5eed);
    for (region, their_region, code) in regions() {
        for example in examples(their_region, &code) {
            for national in variations(&example, &mut random) {
                let international = [&code, national.as_str()].concat();
                let trunk = [["0", "1", "8", "06"][random.below(4)], &national].concat();
                let dialled = Notation::DialledIn(region);
                for (notation, text) in [
                    (Notation::International, ["+", &international].concat()),
                    (Notation::International, ["+", &code, &trunk].concat()),
                    (dialled, national),
                    (dialled, trunk),
                    (dialled, ["00", &international].concat()),
                    (dialled, international),
                ] {
                    look(&Written { notation, text, region, their_region });
                }
            }
        }
    }
}

/// Counts differences. Fails if one has no listed reason, or if a listed reason no longer occurs.
struct Ledger {
    compared: usize,
    /// The accepted reasons for differences, and how often each occurred.
    listed: Vec<(&'static str, usize)>,
    unlisted: Vec<String>,
}

impl Ledger {
    fn new(reasons: &[&'static str]) -> Self {
        let listed = reasons.iter().map(|reason| (*reason, 0)).collect();
        Self { compared: 0, listed, unlisted: Vec::new() }
    }

    /// Counts a difference under its reason.
    fn differ(&mut self, reason: Option<&str>, difference: impl FnOnce() -> String) {
        match self.listed.iter_mut().find(|(listed, _)| Some(*listed) == reason) {
            Some((_, count)) => *count += 1,
            None => self.unlisted.push(difference()),
        }
    }

    fn settle(self) {
        assert!(self.compared > 400_000, "{} numbers", self.compared);
        let unlisted: Vec<_> = self.unlisted.iter().take(20).collect();
        assert!(unlisted.is_empty(), "{} differ, such as {unlisted:#?}", self.unlisted.len());
        for (reason, count) in self.listed {
            assert!(count > 0, "no longer a difference: {reason}");
        }
    }
}

const NETWORK: &str =
    "the calling code of a network is reported before the digits after it are counted";

#[test]
fn digits_are_read_as_libphonenumber_reads_them() {
    let mut ledger = Ledger::new(&[NETWORK]);
    each_number(|Written { notation, text, their_region, .. }| {
        let ours = ours(text.strip_prefix('+').unwrap_or(text), *notation);
        let theirs = theirs(text, Some(*their_region));
        ledger.compared += 1;
        if ours != theirs {
            let is_network = ours.as_ref().is_some_and(|(e164, ..)| e164.is_empty());
            let reason = is_network.then_some(NETWORK);
            ledger.differ(reason, || format!("{text} {their_region:?}: {ours:?}, {theirs:?}"));
        }
    });
    ledger.settle();
}

const TOO_LONG: &str = "more digits than the fifteen of E.164, as in Germany";
const BRAZIL: &str = "Brazilian mobile numbers without their ninth digit get it";
const MEXICO: &str = "Mexican numbers lose their obsolete prefixes";
const OWN_CODE: &str = "a mobile number with the country's own calling code is read as one, though it could be a fixed line";
const FOREIGN_CODE: &str = "a mobile number with another country's calling code is refused, though it could be a fixed line";
const PREFIXES: &str =
    "00 is refused where the country's own longer prefix leads to another number than 00 alone";
const ABROAD: &str = "00 before an international number is accepted in every country";

/// Whether the digits after 00 are a valid international number.
fn is_behind_zeros(text: &str) -> bool {
    let util = &PHONE_NUMBER_UTIL;
    text.strip_prefix("00").is_some_and(|behind| {
        util.parse(format!("+{behind}"), None).is_ok_and(|number| util.is_valid_number(&number))
    })
}

/// Whether digits without a plus sign are a mobile number with the calling code of another country.
fn is_foreign_mobile(text: &str, region: Region) -> bool {
    let util = &PHONE_NUMBER_UTIL;
    text.len() >= 12
        && util.parse(format!("+{text}"), None).is_ok_and(|number| {
            let is_foreign = number.country_code != i32::from(region.calling_code().number());
            is_foreign
                && matches!(util.get_number_type(&number), Type::Mobile | Type::FixedLineOrMobile)
        })
}

#[test]
fn recipients_are_the_valid_numbers_of_libphonenumber() {
    let mut ledger =
        Ledger::new(&[TOO_LONG, BRAZIL, MEXICO, OWN_CODE, FOREIGN_CODE, PREFIXES, ABROAD]);
    each_number(|Written { text, region, their_region, .. }| {
        let rules = RecipientRules { country: Some(*region), ..RecipientRules::default() };
        let mut notices = Vec::new();
        let ours = match recipient::read_text(&Value::Text(text.into()), rules, &mut notices) {
            Ok(Recipient::Person(phone)) => Some(phone.e164().to_owned()),
            _ => None,
        };
        let theirs = match theirs(text, Some(*their_region)) {
            Some((e164, _, Some(_))) => Some(e164),
            _ => None,
        };
        ledger.compared += 1;
        if ours != theirs {
            let reason = match (&ours, &theirs) {
                (None, Some(theirs)) if theirs.len() > 16 => Some(TOO_LONG),
                (Some(_), None) if notices.contains(&Notice::InternationalPrefixAssumed) => {
                    Some(ABROAD)
                }
                (None, Some(_)) if is_foreign_mobile(text, *region) => Some(FOREIGN_CODE),
                (None, Some(_)) if is_behind_zeros(text) => Some(PREFIXES),
                (Some(_), Some(_)) if notices.contains(&Notice::CountryCodeAssumed) => {
                    Some(OWN_CODE)
                }
                (Some(_), None) if notices.contains(&Notice::NinthDigitAdded) => Some(BRAZIL),
                (Some(_), None) if notices.contains(&Notice::LegacyPrefixRemoved) => Some(MEXICO),
                _ => None,
            };
            ledger.differ(reason, || format!("{text} {their_region:?}: {ours:?}, {theirs:?}"));
        }
        // The returned E.164 form is read as the same recipient again, without a country.
        if let Some(e164) = ours {
            let again = recipient::read_text(
                &Value::Text((&e164).into()),
                RecipientRules::default(),
                &mut Vec::new(),
            );
            let is_same = matches!(&again, Ok(Recipient::Person(phone)) if phone.e164() == e164);
            assert!(is_same, "{e164} of {text}: {again:?}");
        }
    });
    ledger.settle();
}
