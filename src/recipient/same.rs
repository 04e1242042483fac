//! Whether two recipients are one.

use super::Recipient;

/// Whether two recipients are one: people under any spelling of one number, and groups or LIDs of the same id. A
/// person and a LID are never known to be one.
#[must_use]
pub fn same_recipient(one: &Recipient, other: &Recipient) -> bool {
    one.canonical() == other.canonical()
}

impl Recipient {
    /// The one text for all spellings of one recipient: a person's digits, or the whole id of a group or a LID. Where a
    /// number has two spellings it is the longer one, which every reading of it knows.
    pub(crate) fn canonical(&self) -> &str {
        match self {
            Self::Person(phone) => {
                let digits = phone.e164().trim_start_matches('+');
                let ids = phone.whatsapp_ids().chain(phone.namesake());
                ids.filter(|id| id.len() > digits.len()).max_by_key(|id| id.len()).unwrap_or(digits)
            }
            Self::Group(group) => group.as_str(),
            Self::Lid(lid) => lid.as_str(),
        }
    }
}
