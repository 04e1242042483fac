//! How recipients are spelled.

use crate::{
    recipient::{Recipient, RecipientKind},
    search,
};

/// How recipients are spelled. A kind without a spelling is not supported.
#[derive(Debug, Default)]
pub(crate) struct Recipients {
    pub(super) person: Option<Spelling>,
    pub(super) group: Option<Spelling>,
    /// Groups created before November 2021, if the gateway spells them differently.
    pub(super) old_group: Option<Spelling>,
    pub(super) lid: Option<Spelling>,
    /// The fewest digits that a person's number may have; 0 if the documentation names no minimum.
    pub(crate) fewest_digits: usize,
}

/// A part of an id, and what follows it.
#[derive(Debug)]
pub(super) struct Spelling {
    pub(super) part: Part,
    pub(super) suffix: String,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    /// The chosen digits of a person, or the whole id of a group or a LID.
    Whole,
    /// The same without its domain.
    User,
    /// A person's number in E.164, with its plus sign.
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

    /// The recipient as the gateway spells it, in two parts. Both are empty if the gateway does not support the kind.
    pub(super) fn spell<'t>(&'t self, to: &'t Recipient) -> [&'t str; 2] {
        let user = search::split_before(to.id(), b"@").0;
        // Only the ids of old groups have a hyphen.
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
