//! A description as a few lines that need no judging: what `cargo xtask gateways` makes of it, and what the wasm
//! holds. Reading this takes a tenth of the code that reads what people write.
//!
//! A line is a text, a number, a word, or a mark: `+` before an item of a list, `.` behind the last, and `end` at the end.

mod reading;
mod writing;

pub(in crate::gateway) use self::reading::unflat;
pub(in crate::gateway) use self::writing::flat;
