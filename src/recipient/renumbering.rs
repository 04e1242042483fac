//! The countries whose mobile numbers have two spellings, as data.
//!
//! WhatsApp keeps the id under which somebody registered, so the id of an account may have either spelling. This lists
//! only countries for which that has been reported, or whose numbers recently changed in the same way.
//!
//! | country | long | short | E.164 | since |
//! |---|---|---|---|---|
//! | Brazil | `55 51 9 8020 1045` | `55 51 8020 1045` | long | 2012 to 2016, area by area |
//! | Mexico | `52 1 55 1234 5678` | `52 55 1234 5678` | short | 2019 |
//! | Argentina | `54 9 11 2345 6789` | `54 11 2345 6789` | long | never: the 9 is for calls from abroad |
//! | Ivory Coast | `225 07 07 12 34 56` | `225 07 12 34 56` | long | 31 January 2021 |
//! | Benin | `229 01 97 12 34 56` | `229 97 12 34 56` | long | 30 November 2024 |
//!
//! Sources, read November 2026: WhatsApp's help (<https://faq.whatsapp.com/1294841057948784>); the documentation of
//! three gateways on Brazilian numbers; for Ivory Coast, the notice of its regulator
//! (<https://www.itu.int/dms_pub/itu-t/oth/02/02/T02020000310006PDFE.pdf>), and a report to a gateway that WhatsApp
//! reaches older accounts under both spellings (the notes in `gateways/` have the addresses). For Benin, nobody has
//! published which ids WhatsApp kept.

use super::numbering::{Dialled, Notation, Region};

/// The two spellings of a country's mobile numbers. The long one has a few digits more.
pub(super) struct Renumbering {
    calling_code: u16,
    /// How many digits of the area code precede the added digits.
    area_length: usize,
    /// How many digits the short spelling has after the calling code.
    short_length: usize,
    added: &'static [Added],
    /// Which of the two is the E.164 number.
    pub(super) number: Spelling,
    /// What the other spelling is.
    pub(super) other: Other,
    long_is_certain: Certain,
}

/// Digits that only the long spelling has.
struct Added {
    digits: &'static str,
    /// The digits that may follow, place by place. Places that are not listed may have any digit.
    behind: &'static [&'static str],
}

/// One of the two spellings.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Spelling {
    Long,
    Short,
}

/// What the spelling that is not the E.164 number is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Other {
    /// The same number, as people still write it. WhatsApp still assigns such ids.
    Habit,
    /// A different number: a fixed line, unless it is a mobile number with digits missing.
    Number,
    /// A former number, which can no longer be called. Older accounts keep it as their id.
    Former,
}

/// When it is certain that the id of an account has the long spelling.
enum Certain {
    Never,
    /// In the areas up to this one.
    UpToArea(&'static str),
    /// If the long spelling was typed.
    WhenTyped,
}

/// Any digit at all.
const ANY: &[&str] = &[];

const TABLE: [Renumbering; 5] = [
    Renumbering {
        calling_code: 52,
        area_length: 0,
        short_length: 10,
        added: &[Added { digits: "1", behind: ANY }],
        number: Spelling::Short,
        other: Other::Habit,
        long_is_certain: Certain::Never,
    },
    Renumbering {
        calling_code: 54,
        area_length: 0,
        short_length: 10,
        added: &[Added { digits: "9", behind: ANY }],
        number: Spelling::Long,
        other: Other::Number,
        long_is_certain: Certain::WhenTyped,
    },
    Renumbering {
        calling_code: 55,
        area_length: 2,
        short_length: 10,
        // Old mobile numbers began with these digits. Other numbers are from after the change and have one spelling.
        added: &[Added { digits: "9", behind: &["6789"] }],
        number: Spelling::Long,
        other: Other::Habit,
        long_is_certain: Certain::UpToArea("28"),
    },
    Renumbering {
        calling_code: 225,
        area_length: 0,
        short_length: 8,
        // The second digit identified the operator: Moov, MTN or Orange. None of their numbers began with 00.
        added: &[
            Added { digits: "01", behind: &["0", "123"] },
            Added { digits: "01", behind: &["456789", "0123"] },
            Added { digits: "05", behind: &["0456789", "456"] },
            Added { digits: "07", behind: &["0456789", "789"] },
        ],
        number: Spelling::Long,
        other: Other::Former,
        long_is_certain: Certain::Never,
    },
    Renumbering {
        calling_code: 229,
        area_length: 0,
        short_length: 8,
        added: &[Added { digits: "01", behind: ANY }],
        number: Spelling::Long,
        other: Other::Former,
        long_is_certain: Certain::Never,
    },
];

/// The two spellings of one number.
pub(super) struct Pair {
    pub(super) long: Dialled,
    pub(super) short: Dialled,
    /// The one that was given.
    pub(super) given: Spelling,
}

impl Renumbering {
    /// The row of a calling code. Most calling codes have none.
    pub(super) fn of(calling_code: u16) -> Option<&'static Self> {
        TABLE.iter().find(|row| row.calling_code == calling_code)
    }

    /// Both spellings of a number. `None` if it has only one.
    pub(super) fn pair(&self, given: &Dialled) -> Option<Pair> {
        let (area, subscriber) = given.national().split_at_checked(self.area_length)?;
        let is_short = given.national().len() == self.short_length;
        self.added.iter().find_map(|added| {
            let added_digits = added.digits.as_bytes();
            let kept = if is_short { subscriber } else { subscriber.strip_prefix(added_digits)? };
            let fits =
                area.len().saturating_add(kept.len()) == self.short_length && added.may_lead(kept);
            if !fits {
                return None;
            }
            Some(Pair {
                long: given.with_national(&[area, added_digits, kept])?,
                short: given.with_national(&[area, kept])?,
                given: if is_short { Spelling::Short } else { Spelling::Long },
            })
        })
    }

    /// Whether it is certain that the id of an account has the long spelling.
    pub(super) fn is_long_certain(&self, pair: &Pair) -> bool {
        match self.long_is_certain {
            Certain::Never => false,
            Certain::UpToArea(last) => pair
                .long
                .national()
                .get(..self.area_length)
                .is_some_and(|area| area <= last.as_bytes()),
            Certain::WhenTyped => pair.given == Spelling::Long,
        }
    }
}

/// Whether digits are a mobile number as it was written in `region` before it was renumbered.
pub(super) fn is_former(digits: &[u8], region: Region) -> bool {
    TABLE.iter().any(|row| {
        row.other == Other::Former
            && row.short_length == digits.len()
            && Dialled::parse(digits, Notation::DialledIn(region)).is_ok_and(|number| {
                number.calling_code() == row.calling_code
                    && row.pair(&number).is_some_and(|pair| pair.long.is_mobile())
            })
    })
}

/// The prefixes that the numbers of a calling code were given, without duplicates.
pub(super) fn prefixes(calling_code: u16) -> Vec<&'static str> {
    let mut prefixes = Vec::new();
    for added in Renumbering::of(calling_code).map_or(&[][..], |row| row.added) {
        if prefixes.last() != Some(&added.digits) {
            prefixes.push(added.digits);
        }
    }
    prefixes
}

impl Added {
    fn may_lead(&self, kept: &[u8]) -> bool {
        let mut places = self.behind.iter().zip(kept);
        places.all(|(digits, digit)| digits.as_bytes().contains(digit))
    }
}
