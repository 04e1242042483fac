//! Numbers of all regions, formatted by libphonenumber's own code, to test what is generated from its formats.

use rlibphonenumber::{
    PHONE_NUMBER_UTIL, PhoneNumber, PhoneNumberFormat as Format, PhoneNumberType as Type,
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

/// How many numbers are made of each example.
const ROUNDS: usize = 3_000;

/// The plus sign and the fifteen digits of E.164.
const MOST_CHARACTERS: usize = 16;

/// A line for each number: its E.164 form, its region, its national format and its international format, separated by
/// semicolons. Of numbers that differ only in their digits, there is only one.
pub fn text() -> String {
    let util = &PHONE_NUMBER_UTIL;
    let mut regions: Vec<_> = util.get_supported_regions().collect();
    regions.sort_by_key(|region| region.as_region_str().as_str().to_owned());
    let mut random = Random(0x5eed);
    let mut text = String::new();
    let mut seen = BTreeSet::new();
    for region in regions {
        let examples =
            TYPES.map(|kind| util.get_example_number_for_type_and_region(region, kind).ok());
        for example in examples.into_iter().flatten() {
            let e164 = util.format(&example, Format::E164).into_owned();
            let code_end = 1 + example.country_code.to_string().len();
            for round in 0..ROUNDS {
                let e164 = if round == 0 { e164.clone() } else { random.varied(&e164, code_end) };
                let Ok(number) = util.parse(&e164, None) else { continue };
                // libphonenumber accepts longer numbers, E.164 does not.
                if !util.is_valid_number(&number) || e164.len() > MOST_CHARACTERS {
                    continue;
                }
                if let Some(line) = line(&number) {
                    let shape: String = line
                        .chars()
                        .map(|character| if character.is_ascii_digit() { '#' } else { character })
                        .collect();
                    if seen.insert(shape) {
                        text.push_str(&line);
                        text.push('\n');
                    }
                }
            }
        }
    }
    text
}

fn line(number: &PhoneNumber) -> Option<String> {
    let util = &PHONE_NUMBER_UTIL;
    let region = util.get_region_for_number(number)?;
    let [e164, national, international] = [Format::E164, Format::National, Format::International]
        .map(|format| util.format(number, format).into_owned());
    Some([&*e164, region.as_region_str().as_str(), &national, &international].join(";"))
}

/// Pseudorandom numbers, the same in every run: xorshift64.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap_or_default()
    }

    fn digit(&mut self) -> char {
        char::from(b"0123456789"[self.below(10)])
    }

    /// A number with other digits after its calling code, and possibly with more or fewer digits.
    fn varied(&mut self, e164: &str, code_end: usize) -> String {
        let (code, national) = e164.split_at(code_end);
        let mut digits: Vec<char> = national.chars().collect();
        for at in 0..self.below(digits.len().min(6) + 1) {
            digits[at] = self.digit();
        }
        let length = (digits.len() + [0, 0, 0, 0, 1, 2, 3][self.below(7)])
            .saturating_sub([0, 0, 0, 1, 2, 3][self.below(6)])
            .max(4);
        digits.truncate(length);
        while digits.len() < length {
            digits.push(self.digit());
        }
        code.chars().chain(digits).collect()
    }
}
