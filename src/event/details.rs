//! What an event has besides who and what and when it starts.

use super::Location;
use crate::{field::Extras, time::Time};

/// Everything about an event that may be absent. What was faulty is absent too, so that the details of
/// a faulty event can be held against a gateway all the same.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Details {
    pub(crate) end: Option<Time>,
    pub(crate) description: Option<String>,
    pub(crate) location: Option<Location>,
    pub(crate) extras: Extras<String>,
}
