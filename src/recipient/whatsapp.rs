//! The ids under which WhatsApp may know a number.
//!
//! Gateways contradict each other on which spelling to send to, so both are returned, the typed one first unless it
//! cannot exist. [`super::renumbering`] lists the numbers that have two.

use super::{
    RecipientError, RecipientNotice as Notice, WhatsappIdChoice, habit,
    numbering::{Dialled, Digits},
    renumbering::{Other, Pair, Renumbering, Spelling},
};

/// Who wrote the digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WrittenBy {
    /// A person, who may use an outdated spelling.
    Person,
    /// WhatsApp, whose ids keep outdated spellings.
    Whatsapp,
}

/// A number in the form of E.164, and its ids.
pub(super) struct Identity {
    pub(super) number: Dialled,
    forms: Option<Forms>,
    /// The digits of another number that has the digits of this one as its short spelling.
    pub(super) namesake: Option<Digits>,
}

/// The two spellings of a number, as digits with the calling code.
struct Forms {
    long: Digits,
    short: Digits,
    /// Whether the long one comes first, unless the caller chooses.
    is_long_first: bool,
    /// `false` if the second one is no id unless the caller chooses it.
    are_both_likely: bool,
    lookup_recommended: bool,
}

/// The ids of a number, in the order in which to try them.
pub(super) struct WhatsappIds {
    pub(super) first: Digits,
    pub(super) second: Option<Digits>,
    pub(super) lookup_recommended: bool,
}

impl Identity {
    /// Finds the number that `given` means. It may be invalid as it is.
    ///
    /// # Errors
    /// A person wrote a number as it was before its country was renumbered.
    pub(super) fn of(
        given: Dialled,
        by: WrittenBy,
        notices: &mut Vec<Notice>,
    ) -> Result<Self, RecipientError> {
        let given = match by {
            WrittenBy::Person => habit::without_prefix(given, notices),
            WrittenBy::Whatsapp => given,
        };
        let Some(row) = Renumbering::of(given.calling_code()) else {
            return Ok(Self::alone(given));
        };
        let Some(pair) = row.pair(&given) else { return Ok(Self::alone(given)) };
        let is_number = pair.given == row.number;
        // A spelling that people write out of habit is a different number if it is valid as it is.
        let is_ours = is_number || row.other != Other::Habit || !given.is_valid();
        if !pair.of(row.number).is_mobile() {
            return Ok(Self::alone(given));
        }
        if !is_ours {
            let namesake = *pair.long.digits();
            return Ok(Self { namesake: Some(namesake), ..Self::alone(given) });
        }
        match (row.other, by) {
            _ if is_number => {}
            (Other::Habit, WrittenBy::Person) => notices.push(match row.number {
                Spelling::Long => Notice::NinthDigitAdded,
                Spelling::Short => Notice::LegacyPrefixRemoved,
            }),
            (Other::Former, WrittenBy::Person) => {
                return Err(RecipientError::Renumbered(given.calling_code()));
            }
            (Other::Former, WrittenBy::Whatsapp) => notices.push(Notice::IdOutsidePlan),
            (Other::Habit, WrittenBy::Whatsapp) | (Other::Number, _) => {}
        }
        let is_long = pair.given == Spelling::Long;
        let is_certain = row.is_long_certain(&pair);
        let is_own = row.other == Other::Number;
        let number = if is_own { given } else { pair.of(row.number).clone() };
        let forms = Forms {
            long: *pair.long.digits(),
            short: *pair.short.digits(),
            is_long_first: is_long || is_certain,
            // If it is certain that the long spelling was meant, the short one is a different number.
            are_both_likely: !(is_own && is_certain),
            lookup_recommended: !is_certain,
        };
        Ok(Self { number, forms: Some(forms), namesake: None })
    }

    fn alone(number: Dialled) -> Self {
        Self { number, forms: None, namesake: None }
    }

    /// Whether the number is mobile, or would be in its other spelling.
    pub(super) fn may_be_mobile(&self) -> bool {
        self.number.is_mobile() || self.forms.is_some()
    }

    pub(super) fn ids(self, choice: WhatsappIdChoice) -> WhatsappIds {
        let Some(forms) = self.forms else {
            let first = *self.number.digits();
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

impl Pair {
    fn of(&self, spelling: Spelling) -> &Dialled {
        match spelling {
            Spelling::Long => &self.long,
            Spelling::Short => &self.short,
        }
    }
}
