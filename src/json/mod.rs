//! JSON text, according to [RFC 8259](https://www.rfc-editor.org/rfc/rfc8259).
//!
//! The bodies that waevent writes are small and have known shapes, and of those that it reads it needs a few fields. A
//! writer and a reader of a few functions are therefore enough. A general library would add more to the WebAssembly
//! module than all gateways together.

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
pub(crate) use unescape::{first_lone_surrogate, unescape};
pub(crate) use write::{Object, object, push_text, push_texts};
