//! How recipients are spelled.

use crate::{
    recipient::{Recipient, RecipientKind},
    search,
};

/// How recipients are spelled; a kind without a spelling is not taken.
#[derive(Debug, Default)]
pub(crate) struct Recipients {
    pub(super) person: Option<Spelling>,
    pub(super) group: Option<Spelling>,
    /// Groups from before November 2021, where they are spelled another way.
    pub(super) old_group: Option<Spelling>,
    pub(super) lid: Option<Spelling>,
    /// The fewest digits of a person's number that is taken; 0 where the page names none.
    pub(crate) fewest_digits: usize,
}

/// A part of an id, and what stands behind it.
#[derive(Debug)]
pub(super) struct Spelling {
    pub(super) part: Part,
    pub(super) suffix: String,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    /// A person's chosen digits, or a whole id.
    Whole,
    /// The same without its domain.
    User,
    /// A person's number with its plus.
    E164,
}

impl Recipients {
    pub(super) fn take(&self, kind: RecipientKind) -> bool {
        self.of_kind(kind).is_some()
    }

    fn of_kind(&self, kind: RecipientKind) -> Option<&Spelling> {
        match kind {
            RecipientKind::Person => self.person.as_ref(),
            RecipientKind::Group => self.group.as_ref(),
            RecipientKind::Lid => self.lid.as_ref(),
        }
    }

    /// The recipient as the gateway spells it, in two parts; nothing where it takes none of that kind.
    pub(super) fn spell<'t>(&'t self, to: &'t Recipient) -> [&'t str; 2] {
        let user = search::split_before(to.id(), b"@").0;
        // No other id has a hyphen.
        let old = self.old_group.as_ref().filter(|_| search::has(user, b'-'));
        let Some(spelling) = old.or_else(|| self.of_kind(to.kind())) else { return [""; 2] };
        let part = match (spelling.part, to) {
            (Part::Whole, _) => to.id(),
            (Part::E164, Recipient::Person(phone)) => phone.e164(),
            (Part::User | Part::E164, _) => user,
        };
        [part, &spelling.suffix]
    }
}
