//! What happened to an event, and what to do about it.

use serde::{Serialize, Serializer, ser::SerializeStruct};

use super::ReplyCode;

/// What happened to an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// The gateway sent it.
    Sent {
        /// The id of the message, as the gateway wrote it. [`same_message`](crate::same_message) compares such ids.
        message_id: String,
    },
    /// The gateway accepted it and will send it.
    Accepted {
        /// The id of the message, as the gateway wrote it.
        message_id: String,
    },
    /// It was certainly not sent.
    NotSent(Failure),
    /// It may have been sent.
    Unknown(Failure),
}

/// Why an event was not sent, or may not have been.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The reason, as a stable code.
    pub code: ReplyCode,
    /// The gateway's own message in at most 500 UTF-16 code units, without markup, secrets and phone numbers. If there
    /// is none, the status.
    pub message: String,
    /// What to do.
    pub retry: Retry,
    /// How long the gateway asks to wait, in seconds.
    pub retry_after_seconds: Option<u32>,
}

/// What to do about an event that was not sent, or may not have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retry {
    /// The same request will fail again: change it, or the account.
    Never,
    /// Send the same request again, later.
    After,
    /// It may have been sent: check before sending again.
    CheckFirst,
}

impl Retry {
    /// The public name, such as `check_first`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::After => "after",
            Self::CheckFirst => "check_first",
        }
    }
}

impl Serialize for Reply {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Reply", 5)?;
        let (outcome, failure) = match self {
            Self::Sent { message_id } | Self::Accepted { message_id } => {
                let is_sent = matches!(self, Self::Sent { .. });
                fields.serialize_field("outcome", if is_sent { "sent" } else { "accepted" })?;
                fields.serialize_field("messageId", message_id)?;
                return fields.end();
            }
            Self::NotSent(failure) => ("not_sent", failure),
            Self::Unknown(failure) => ("unknown", failure),
        };
        fields.serialize_field("outcome", outcome)?;
        fields.serialize_field("code", &failure.code)?;
        fields.serialize_field("message", &failure.message)?;
        fields.serialize_field("retry", failure.retry.as_str())?;
        if let Some(seconds) = failure.retry_after_seconds {
            fields.serialize_field("retryAfterSeconds", &seconds)?;
        }
        fields.end()
    }
}
