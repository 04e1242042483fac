//! What a gateway can be asked to do with an event.

use serde::{Serialize, Serializer};

/// What a gateway can be asked to do with an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Operation {
    /// Sends it.
    Send,
    /// Replaces the event that a message shows with it.
    Edit,
    /// Marks the event that a message shows as cancelled.
    Cancel,
}

impl Operation {
    /// Every operation.
    pub const ALL: &'static [Self] = &[Self::Send, Self::Edit, Self::Cancel];

    /// The word for it: `send`, `edit` or `cancel`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Send => "send",
            Self::Edit => "edit",
            Self::Cancel => "cancel",
        }
    }
}

impl Serialize for Operation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
