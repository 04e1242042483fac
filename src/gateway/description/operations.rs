//! The requests of a gateway, by what they ask for.

use super::request::Request;
use crate::{
    gateway::Operation,
    message_id::{bare_message_id, is_bare, is_own_wrapped},
    text::concat,
};

/// The requests of one choice of variants.
#[derive(Debug)]
pub(crate) struct Operations {
    pub(crate) send: Request,
    pub(crate) edit: Option<Change>,
    pub(crate) cancel: Option<Change>,
}

/// A request that changes an event which was sent. Its message's id stands in it as the last field of the target, behind
/// those of the description.
#[derive(Debug)]
pub(crate) struct Change {
    pub(crate) request: Request,
    pub(crate) ids: MessageIds,
}

/// How a gateway spells the ids of messages.
#[derive(Debug)]
pub(crate) enum MessageIds {
    /// WhatsApp's own, without what other gateways put around them.
    Bare,
    /// With that around them: `true_5511999999999@c.us_3EB0C767D82A`.
    Long,
    /// The gateway's own, which begin so; as they are given, where that is nothing.
    Own(String),
}

impl Operations {
    /// How the operation is asked for; none where the gateway does not have it.
    pub(crate) fn request(&self, operation: Operation) -> Option<&Request> {
        match operation {
            Operation::Send => Some(&self.send),
            _ => self.change(operation).map(|change| &change.request),
        }
    }

    /// How an event that was sent is changed so.
    pub(crate) fn change(&self, operation: Operation) -> Option<&Change> {
        match operation {
            Operation::Send => None,
            Operation::Edit => self.edit.as_ref(),
            Operation::Cancel => self.cancel.as_ref(),
        }
    }

    /// All of the requests.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Request> {
        Operation::ALL.iter().filter_map(|operation| self.request(*operation))
    }
}

/// The name under which a message's id stands in a request.
pub(crate) const MESSAGE_ID: &str = "messageId";

impl MessageIds {
    pub(in crate::gateway::description) const BARE: &str = "bare";
    pub(in crate::gateway::description) const LONG: &str = "long";

    /// The form that a word stands for.
    pub(in crate::gateway::description) fn named(word: &str) -> Self {
        match word {
            Self::BARE => Self::Bare,
            Self::LONG => Self::Long,
            own => Self::Own(own.to_owned()),
        }
    }

    /// The word for this form.
    pub(in crate::gateway::description) fn word(&self) -> &str {
        match self {
            Self::Bare => Self::BARE,
            Self::Long => Self::LONG,
            Self::Own(start) => start,
        }
    }

    /// The id in this form; the form itself, in words, where it is not in it and cannot be brought into it.
    pub(crate) fn spell<'i>(&self, id: &'i str) -> Result<&'i str, String> {
        match self {
            Self::Bare if is_bare(bare_message_id(id)) => Ok(bare_message_id(id)),
            Self::Bare => Err("3EB0C767D82A".to_owned()),
            Self::Long if is_own_wrapped(id) => Ok(id),
            Self::Long => Err("true_120363312345678901@g.us_3EB0C767D82A".to_owned()),
            Self::Own(start) if id.starts_with(start.as_str()) => Ok(id),
            Self::Own(start) => Err(concat(&[start, "…"])),
        }
    }
}
