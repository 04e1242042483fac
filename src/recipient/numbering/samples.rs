//! Numbers of every region, for the tests: the examples of libphonenumber's metadata, and variations of them.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use super::{plan::Region, table};
use rlibphonenumber::{
    PHONE_NUMBER_UTIL, PhoneNumberFormat, PhoneNumberType as Type, Region as Theirs,
};
use std::collections::BTreeSet;

const TYPES: [Type; 11] = [
    Type::FixedLine,
    Type::Mobile,
    Type::TollFree,
    Type::PremiumRate,
    Type::SharedCost,
    Type::VoIP,
    Type::PersonalNumber,
    Type::Pager,
    Type::UAN,
    Type::VoiceMail,
    Type::FixedLineOrMobile,
];

/// How many variations with other digits are made of each example.
const ROUNDS: usize = 60;

/// Pseudorandom numbers, the same in every run: xorshift64.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }

    fn digit(&mut self) -> char {
        char::from(b"0123456789"[self.below(10)])
    }
}

pub(super) fn regions() -> impl Iterator<Item = (Region, Theirs, String)> {
    table::REGIONS.chunks_exact(2).map(|letters| {
        let name = std::str::from_utf8(letters).unwrap();
        let region = Region::parse(name).unwrap();
        (region, Theirs::from_code(name).unwrap(), region.calling_code().number().to_string())
    })
}

/// The examples of a region, without the calling code.
pub(super) fn examples(region: Theirs, code: &str) -> BTreeSet<String> {
    examples_of(&TYPES, region, code)
}

/// The examples that are mobile numbers, or indistinguishable from them, without the calling code.
pub(super) fn mobile_examples(region: Theirs, code: &str) -> BTreeSet<String> {
    examples_of(&[Type::Mobile, Type::FixedLineOrMobile], region, code)
}

fn examples_of(kinds: &[Type], region: Theirs, code: &str) -> BTreeSet<String> {
    let util = &PHONE_NUMBER_UTIL;
    kinds
        .iter()
        .filter_map(|kind| util.get_example_number_for_type_and_region(region, *kind).ok())
        .map(|number| {
            let e164 = util.format(&number, PhoneNumberFormat::E164).into_owned();
            e164.strip_prefix('+').unwrap().strip_prefix(code).unwrap().to_owned()
        })
        .collect()
}

/// An example and its variations: with other digits, with one digit more or less, and with a random length.
pub(super) fn variations(example: &str, random: &mut Random) -> Vec<String> {
    let mut all = vec![example.to_owned()];
    for _ in 0..ROUNDS {
        let mut digits: Vec<char> = example.chars().collect();
        for _ in 0..=random.below(2) {
            let at = random.below(digits.len());
            digits[at] = random.digit();
        }
        all.push(digits.into_iter().collect());
    }
    for length in [example.len() - 1, example.len() + 1, 3 + random.below(15)] {
        let mut digits = example.to_owned();
        digits.truncate(length);
        while digits.len() < length {
            digits.push(random.digit());
        }
        all.push(digits);
    }
    all
}
