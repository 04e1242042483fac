//! Whether two recipients are the same.

use super::{Recipient, jid::without_device};
use crate::search;

/// Whether two recipients are the same: people with any spellings of one number, or groups or LIDs with the same id. A
/// person and a LID are never known to be the same.
#[must_use]
pub fn same_recipient(one: &Recipient, other: &Recipient) -> bool {
    one.canonical() == other.canonical()
}

impl Recipient {
    /// Whether a chat may be this recipient; `false` only if it is certainly another one. `chat` is spelled as in the
    /// ids of messages. An id does not say which person a LID stands for.
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

    /// The same text for all spellings of a recipient: a person's digits, or the whole id of a group or a LID. If a
    /// number has two spellings, it is the longer one, which is known from either.
    pub(crate) fn canonical(&self) -> &str {
        match self {
            Self::Person(phone) => {
                let other = phone.other_whatsapp_id().unwrap_or_default();
                let namesake = phone.namesake().unwrap_or_default();
                let mut longest = phone.digits();
                for id in [phone.whatsapp_id(), other, namesake] {
                    if id.len() > longest.len() {
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

#[cfg(test)]
mod tests {
    use crate::recipient::{Recipient, RecipientRules, of_wire};

    fn recipient(id: &str) -> Recipient {
        of_wire(id, RecipientRules::default()).unwrap()
    }

    #[test]
    fn a_chat_may_be_a_recipient_unless_its_id_is_certainly_another_one() {
        let group = "120363019502650977@g.us";
        let lid = "179323524931746@lid";
        // A mobile number with its ninth digit, and the number of a trunked radio, which has the digits of a mobile
        // number without it.
        let (person, radio) = ("5551980201045@c.us", "551170201045@c.us");
        for (to, chat, may_be) in [
            (group, group, true),
            (group, "120363019502650978@g.us", false),
            (group, lid, false),
            (group, person, false),
            (lid, lid, true),
            (lid, "179323524931747@lid", false),
            (lid, group, false),
            (lid, person, true),
            (person, person, true),
            (person, "555180201045@s.whatsapp.net", true),
            (person, "5551980201045:12@s.whatsapp.net", true),
            (person, "5551980201045", true),
            (person, "5551980201046@c.us", false),
            (person, lid, true),
            (person, group, false),
            (radio, "5511970201045@c.us", true),
            (radio, "5511970201046@c.us", false),
        ] {
            assert_eq!(recipient(to).may_be(chat), may_be, "{to}, {chat}");
        }
    }
}
