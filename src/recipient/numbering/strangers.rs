//! Tests that mobile numbers of every region, as people write them at home, reach nobody else.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use super::samples::{Random, mobile_examples, regions, variations};
use crate::{
    input::Value,
    recipient::{self, BareNumbers, Recipient, RecipientRules},
};
use rlibphonenumber::{
    PHONE_NUMBER_UTIL, PhoneNumberFormat, PhoneNumberType as Type, Region as Theirs,
};

/// What is dialled before a number in some region: trunk prefixes, carrier codes, the prefix of a collect call.
const PREFIXES: [&str; 10] = ["", "0", "1", "8", "06", "01", "03", "015", "9021", "90"];

/// One variation in so many is tested.
const STEP: usize = 4;

/// A mobile number that somebody wrote: the text, and the intended number in E.164.
type Written = (String, String);

/// Calls `look` with mobile numbers of all regions, as libphonenumber reads them there: the national digits alone and
/// after a prefix, formatted, and with the country code before them.
fn each_written(mut look: impl FnMut(&Written)) {
    let util = &PHONE_NUMBER_UTIL;
    let mut random = Random(0x0b0e);
    for (_, region, code) in regions() {
        for example in mobile_examples(region, &code) {
            for national in variations(&example, &mut random).iter().step_by(STEP) {
                let mut texts = vec![[&code, national.as_str()].concat()];
                texts.extend(PREFIXES.iter().map(|prefix| [prefix, national.as_str()].concat()));
                if let Some((_, number)) = mobile(national, region) {
                    texts.push(util.format(&number, PhoneNumberFormat::National).into_owned());
                    texts.push(
                        util.format(&number, PhoneNumberFormat::International).replace('+', ""),
                    );
                }
                for text in texts {
                    if let Some((e164, _)) = mobile(&text, region) {
                        look(&(text, e164));
                    }
                }
            }
        }
    }
}

/// The number that a text stands for in a region, if it may be a mobile number.
fn mobile(text: &str, region: Theirs) -> Option<(String, rlibphonenumber::PhoneNumber)> {
    let util = &PHONE_NUMBER_UTIL;
    let number = util.parse(text, Some(region)).ok()?;
    let kind = util.get_number_type(&number);
    let is_mobile = matches!(kind, Type::Mobile | Type::FixedLineOrMobile);
    let e164 = util.format(&number, PhoneNumberFormat::E164).into_owned();
    (is_mobile && util.is_valid_number(&number)).then_some((e164, number))
}

/// The number that is read if no country is known.
fn read(text: &str, bare_numbers: BareNumbers) -> Option<String> {
    let rules = RecipientRules { bare_numbers, ..RecipientRules::default() };
    match recipient::read_text(&Value::Text(text.into()), rules, &mut Vec::new()) {
        Ok(Recipient::Person(phone)) => Some(phone.e164().to_owned()),
        _ => None,
    }
}

#[test]
fn no_number_is_read_as_that_of_somebody_else() {
    let (mut written, mut accepted, mut as_international) = (0, 0, 0);
    let mut strangers = Vec::new();
    each_written(|(text, e164)| {
        written += 1;
        let is_stranger = |found: &String| found != e164;
        let found = read(text, BareNumbers::International);
        as_international += usize::from(found.as_ref().is_some_and(is_stranger));
        match read(text, BareNumbers::Unambiguous) {
            Some(found) if is_stranger(&found) => {
                strangers.push((text.clone(), e164.clone(), found));
            }
            Some(_) => accepted += 1,
            None => {}
        }
    });
    println!(
        "{written} written, {accepted} accepted, {as_international} strangers if all were international"
    );
    assert!(strangers.is_empty(), "{} of {written}: {strangers:#?}", strangers.len());
    assert!(written > 14_000 && accepted > 4_000 && as_international > 100);
}

/// Digits that are accepted as international are not a different mobile number as people write it in any region:
/// libphonenumber reads each of them in all regions. Prefixes for calls abroad are not considered, such as 99 in North
/// Korea, with which Tajikistan's code 992 begins.
#[test]
fn accepted_digits_can_be_no_other_number() {
    let mut random = Random(0xbeef);
    let all: Vec<(Theirs, String)> =
        regions().map(|(_, region, code)| (region, ["+", &code].concat())).collect();
    let mut accepted = 0;
    for (_, region, code) in regions() {
        for example in mobile_examples(region, &code) {
            for national in variations(&example, &mut random).iter().step_by(30) {
                let text = [&code, national.as_str()].concat();
                let Some(e164) = read(&text, BareNumbers::Unambiguous) else { continue };
                accepted += 1;
                for (other, code) in &all {
                    let at_home =
                        mobile(&text, *other).filter(|(found, _)| found.starts_with(code));
                    assert!(
                        at_home.as_ref().is_none_or(|(found, _)| *found == e164),
                        "{text}: {e164}, and {at_home:?} in {other:?}"
                    );
                }
            }
        }
    }
    assert!(accepted > 300, "{accepted}");
}
