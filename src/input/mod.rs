//! Stage 1: what the caller passed, unchecked.
//!
//! Reading into these types never fails. Every fault becomes an issue in a later stage, and all
//! of them are reported at once.

mod form;
mod issue;
mod record;
mod suggestion;
mod unknown;
mod value;

pub(crate) use issue::read_issue;
pub use record::{EventInput, OptionsInput, TargetInput};
pub(crate) use record::{event_rank, rank};
pub(crate) use suggestion::suggest;
pub(crate) use unknown::warn_of_unknown;
pub use value::{Kind, Lines, Value};
