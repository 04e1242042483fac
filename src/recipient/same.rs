//! Whether two recipients are one.

use super::Recipient;

/// Whether two recipients are one: people who share a number or a WhatsApp id, and groups or LIDs of the
/// same id. A person and a LID are never known to be one.
#[must_use]
pub fn same_recipient(one: &Recipient, other: &Recipient) -> bool {
    one.keys().any(|key| other.keys().any(|known| known == key))
}

impl Recipient {
    /// The ids by which the recipient is known, and which make it the same as another that has one of them:
    /// digits for people, whole ids for others.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        let (phone, id) = match self {
            Self::Person(phone) => (Some(phone), None),
            Self::Group(group) => (None, Some(group.as_str())),
            Self::Lid(lid) => (None, Some(lid.as_str())),
        };
        let digits = phone.map(|phone| phone.e164().trim_start_matches('+'));
        let ids = phone.into_iter().flat_map(super::phone::Phone::whatsapp_ids);
        digits.into_iter().chain(ids).chain(id)
    }
}
