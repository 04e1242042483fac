//! Stage 2b: recipients, to whom events are sent.

mod bare;
mod cleaning;
mod digit;
mod error;
mod habit;
mod id;
mod jid;
mod leading;
mod link;
mod numbering;
mod object;
mod phone;
mod quotes;
mod reading;
mod renumbering;
mod same;
mod spelling;
mod spreadsheet;
mod whatsapp;
mod wire;

pub(crate) use digit::digit_value;
pub(crate) use error::{RecipientError, RecipientNotice};
pub(crate) use numbering::RELEASE as NUMBERING_RELEASE;
pub use numbering::Region;
pub use phone::Phone;
pub(crate) use reading::read;
#[cfg(test)]
pub(crate) use reading::read_text;
pub use reading::{BareNumbers, MAX_LENGTH, RecipientRules, WhatsappIdChoice};
pub use same::same_recipient;
pub(crate) use wire::of_wire;

use crate::short::Short;
use serde::{Serialize, Serializer, ser::SerializeStruct};

/// A person, a group or a hidden identity on WhatsApp.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Recipient {
    /// A person, by phone number.
    Person(Phone),
    /// A group.
    Group(GroupId),
    /// A person whose number WhatsApp hides.
    Lid(Lid),
}

impl Recipient {
    /// The fields of objects that are read as recipients.
    pub const FIELDS: &[&str] = object::NAMES;
}

/// An id with its domain. Those of older groups are the longest: 15 digits, a dash, 10 digits, `@g.us`.
type Id = Short;

/// The id of a group: `120363019502650977@g.us`, or `5511999999999-1623281429@g.us` for groups made
/// before November 2021.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupId(Id);

/// The id of a hidden identity: `123456789012345@lid`. It is not a phone number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lid(Id);

impl GroupId {
    /// The id with its domain.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl Lid {
    /// The id with its domain.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

/// The kinds of recipient that gateways distinguish.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RecipientKind {
    /// See [`Recipient::Person`].
    Person,
    /// See [`Recipient::Group`].
    Group,
    /// See [`Recipient::Lid`].
    Lid,
}

impl RecipientKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[Self::Person, Self::Group, Self::Lid];

    /// The public name, such as `person`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Group => "group",
            Self::Lid => "lid",
        }
    }
}

impl Recipient {
    /// The kind of this recipient.
    #[must_use]
    pub const fn kind(&self) -> RecipientKind {
        match self {
            Self::Person(_) => RecipientKind::Person,
            Self::Group(_) => RecipientKind::Group,
            Self::Lid(_) => RecipientKind::Lid,
        }
    }

    /// A person's chosen digits, or the id of a group or a LID with its domain.
    pub(crate) fn id(&self) -> &str {
        match self {
            Self::Person(phone) => phone.whatsapp_id(),
            Self::Group(GroupId(id)) | Self::Lid(Lid(id)) => id.as_str(),
        }
    }

    /// The id as WhatsApp's servers know it. `suffix` is the domain that follows a person's digits.
    pub(crate) fn address(&self, suffix: &str) -> String {
        match self {
            Self::Person(phone) => crate::text::concat(&[phone.whatsapp_id(), suffix]),
            Self::Group(_) | Self::Lid(_) => self.id().to_owned(),
        }
    }
}

impl Serialize for Recipient {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let length = if let Self::Person(_) = self { 6 } else { 2 };
        let mut fields = serializer.serialize_struct("Recipient", length)?;
        fields.serialize_field("kind", &self.kind())?;
        match self {
            Self::Person(phone) => {
                fields.serialize_field("e164", phone.e164())?;
                let other = phone.other_whatsapp_id();
                let both = [phone.whatsapp_id(), other.unwrap_or_default()];
                let ids = if other.is_some() {
                    &both[..]
                } else {
                    both.split_last().map_or(&[][..], |(_, ids)| ids)
                };
                fields.serialize_field("whatsappIds", ids)?;
                fields.serialize_field("lookupRecommended", &phone.lookup_recommended())?;
                fields.serialize_field("jid", &self.address("@s.whatsapp.net"))?;
                fields.serialize_field("chatId", &self.address("@c.us"))?;
            }
            Self::Group(_) | Self::Lid(_) => fields.serialize_field("id", self.id())?,
        }
        fields.end()
    }
}
