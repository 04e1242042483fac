//! A description as lines that need no validation. `cargo xtask gateways` compiles descriptions to this form, and the
//! wasm contains it. Reading it takes a tenth of the code that reads descriptions written by people.
//!
//! A line is a text, a number, a word, or a marker: `+` before an item of a list, `.` after the last item, and `end` at
//! the end.
//!
//! There are two parts, each with its own `end`. The second part holds what a module that only sends never uses: how
//! events are changed, and the gateway's replies and webhooks. `waevent/lite` neither contains nor reads it.

mod reading;
mod writing;

pub(in crate::gateway) use self::reading::unflat;
pub(in crate::gateway) use self::writing::flat;
