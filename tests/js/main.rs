//! Compares how three readers see JavaScript values: the package's own (`pkg-template/read.js` and the frame that it
//! makes), the crate's feature `js`, and `serde_wasm_bindgen`, which was written independently. The first two always
//! agree. Where the third differs, the difference is recorded with its reason.
#![cfg(all(target_arch = "wasm32", feature = "js", feature = "package"))]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod answers;
mod cases;
#[path = "../common/mod.rs"]
#[allow(dead_code, reason = "each test binary uses a part of it")]
mod common;
mod exotic;
mod odd;
mod readers;
