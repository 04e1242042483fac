//! A description as a few lines that need no judging: what `cargo xtask gateways` makes of it, and what the wasm
//! holds. Reading this takes a tenth of the code that reads what people write.
//!
//! A line is a text, a number, a word, or a mark: `+` before an item of a list, `.` behind the last, and `end` at the end.
//!
//! There are two parts, each with its end. The second holds what a module that only sends never asks for: how events are changed, and
//! what the gateway answers and reports. `waevent/lite` neither has it nor reads it.

mod reading;
mod writing;

pub(in crate::gateway) use self::reading::unflat;
pub(in crate::gateway) use self::writing::flat;
