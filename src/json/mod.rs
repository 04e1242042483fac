//! JSON text, as [RFC 8259](https://www.rfc-editor.org/rfc/rfc8259) has it.
//!
//! The bodies that are written are small and of known shapes, and of those that are read a few fields
//! are wanted. So a writer and a reader of a few functions serve; a general library would weigh more in
//! the wasm than all gateways together.

mod decimal;
#[cfg(test)]
mod differential;
mod natural;
mod number;
mod read;
mod rewrite;
mod scan;
#[cfg(any(test, target_arch = "wasm32"))]
mod serialize;
#[cfg(test)]
mod tests;
mod unescape;
mod write;

pub(crate) use crate::digits::push_integer;
pub(crate) use decimal::push_decimal;
pub(crate) use number::number;
pub(crate) use read::Json;
pub(crate) use rewrite::{Flaw, rewrite};
#[cfg(any(test, target_arch = "wasm32"))]
pub(crate) use scan::Scanner;
#[cfg(any(test, target_arch = "wasm32"))]
pub(crate) use serialize::push;
#[cfg(target_arch = "wasm32")]
pub(crate) use serialize::to_text;
#[cfg(any(test, target_arch = "wasm32"))]
pub(crate) use unescape::{first_half, unescape};
pub(crate) use write::{Object, object, push_text, push_texts};
