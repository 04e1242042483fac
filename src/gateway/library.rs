//! Libraries, which send WhatsApp messages themselves: programs call them instead of sending a request.
//!
//! Each has a description in `libraries/`, and an event is fitted to it, as with a gateway. They have a type of their
//! own, so they cannot be used where a request is to be sent.

use core::fmt;

use super::Gateway;
use super::description::Description;
use crate::event::Event;

/// A library.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Library(&'static Gateway);

impl Library {
    pub(super) const fn of(page: &'static Gateway) -> Self {
        Self(page)
    }

    /// The id by which callers name it.
    #[must_use]
    pub fn id(&self) -> &'static str {
        self.0.id()
    }

    /// The name, as its makers write it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.0.name()
    }

    pub(super) fn page(self) -> &'static Description {
        self.0.page()
    }
}

impl fmt::Debug for Library {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Library").field(&self.id()).finish()
    }
}

/// The arguments for a library's function, and the event that it sends.
#[derive(Debug, Clone, PartialEq)]
pub struct Call<'a> {
    /// JSON text: `{"to":"…","args":[…]}`, with the recipient as the library spells it and the arguments that follow
    /// it. A date is `{"$date":"2026-09-10T17:00:00.000Z"}`, which no text of an event can imitate.
    pub json: String,
    /// The event as it was understood.
    pub event: Event<'a>,
}

impl Call<'_> {
    /// The same value, borrowing nothing from the input.
    #[must_use]
    pub fn into_owned(self) -> Call<'static> {
        Call { json: self.json, event: self.event.into_owned() }
    }
}
