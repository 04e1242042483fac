//! Whether two recipients are one.

use super::{Recipient, jid::without_device};
use crate::search;

/// Whether two recipients are one: people under any spelling of one number, and groups or LIDs of the same id. A
/// person and a LID are never known to be one.
#[must_use]
pub fn same_recipient(one: &Recipient, other: &Recipient) -> bool {
    one.canonical() == other.canonical()
}

impl Recipient {
    /// False for a chat, as the ids of messages name it, that is surely another one. Which person a LID is, no id says.
    pub(crate) fn may_be(&self, chat: &str) -> bool {
        let (user, domain) = search::split_at(chat, b"@").unwrap_or((chat, ""));
        match self {
            Self::Group(group) => group.as_str() == chat,
            _ if domain == "g.us" => false,
            Self::Lid(lid) => domain != "lid" || lid.as_str() == chat,
            Self::Person(_) if domain == "lid" => true,
            Self::Person(phone) => {
                let mut ids = phone.whatsapp_ids().chain(phone.namesake()).chain([phone.digits()]);
                ids.any(|id| id == without_device(user))
            }
        }
    }

    /// The one text for all spellings of one recipient: a person's digits, or the whole id of a group or a LID. Where a
    /// number has two spellings it is the longer one, which every reading of it knows.
    pub(crate) fn canonical(&self) -> &str {
        match self {
            Self::Person(phone) => {
                let digits = phone.digits();
                let other = phone.other_whatsapp_id().unwrap_or_default();
                let namesake = phone.namesake().unwrap_or_default();
                let mut longest = digits;
                for id in [phone.whatsapp_id(), other, namesake] {
                    if id.len() > digits.len() && id.len() >= longest.len() {
                        longest = id;
                    }
                }
                longest
            }
            Self::Group(group) => group.as_str(),
            Self::Lid(lid) => lid.as_str(),
        }
    }
}
