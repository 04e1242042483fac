//! What a gateway can be asked to do with an event.

use serde::{Serialize, Serializer};

/// What a gateway can be asked to do with an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Operation {
    /// To send it.
    Send,
    /// To put it in the place of the one that a message shows.
    Edit,
    /// To mark the one that a message shows as off.
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
