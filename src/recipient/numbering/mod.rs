//! The numbering plans of the world: which digits are a phone number, and whose.
//!
//! The plans are those of [libphonenumber](https://github.com/google/libphonenumber), in the release that [`RELEASE`]
//! names, and numbers are read in the same way as there. `cargo xtask data phones` writes the table.

mod dialled;
mod opcode;
mod pattern;
mod plan;
mod table;

pub(crate) use dialled::{Dialled, Digits, Notation, NumberError, Typed};
pub use plan::Region;
pub use table::RELEASE;

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod differential;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod samples;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod strangers;
