//! The requests of a gateway, by operation.

use super::request::Request;
use crate::{
    gateway::Operation,
    message_id::{bare_message_id, is_bare, is_own_wrapped},
    text::concat,
};

/// The requests for one set of variants.
#[derive(Debug)]
pub(crate) struct Operations {
    pub(crate) send: Request,
    pub(crate) edit: Option<Change>,
    pub(crate) cancel: Option<Change>,
}

/// A request that changes a sent event. It refers to the message's id as to a field of the target, the last one after
/// those of the description.
#[derive(Debug)]
pub(crate) struct Change {
    pub(crate) request: Request,
    pub(crate) ids: MessageIds,
}

/// The form in which a gateway takes the ids of messages.
#[derive(Debug)]
pub(crate) enum MessageIds {
    /// WhatsApp's own ids, without what some gateways put around them.
    Bare,
    /// WhatsApp's own ids with that around them: `true_5511999999999@c.us_3EB0C767D82A`.
    Long,
    /// The gateway's own ids, which begin with this text. If it is empty, any id is passed on unchanged.
    Own(String),
}

impl Operations {
    /// The request for an operation. `None` if the gateway does not support it.
    pub(crate) fn request(&self, operation: Operation) -> Option<&Request> {
        match operation {
            Operation::Send => Some(&self.send),
            _ => self.change(operation).map(|change| &change.request),
        }
    }

    /// The request for an operation that changes a sent event. `None` if the gateway does not support it, or for
    /// sending.
    pub(crate) fn change(&self, operation: Operation) -> Option<&Change> {
        match operation {
            Operation::Send => None,
            Operation::Edit => self.edit.as_ref(),
            Operation::Cancel => self.cancel.as_ref(),
        }
    }

    /// All of these requests.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Request> {
        Operation::ALL.iter().filter_map(|operation| self.request(*operation))
    }
}

/// The name of a message's id, as a placeholder and in issues.
pub(crate) const MESSAGE_ID: &str = "messageId";

impl MessageIds {
    pub(in crate::gateway::description) const BARE: &str = "bare";
    pub(in crate::gateway::description) const LONG: &str = "long";

    /// The form that a word of a description stands for.
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

    /// The id in this form. If it cannot be converted, the error is an example of the form.
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
