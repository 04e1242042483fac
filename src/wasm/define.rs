//! The WebAssembly module that checks gateway descriptions. The package has it as a second module, because most
//! programs do not need it.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{answer, frame::Frame};
use crate::{
    gateway::{Facts, Gateway},
    issue::Issue,
};

/// A gateway: the facts that programs can read, and the lines that the package's main module reads.
#[derive(Serialize)]
struct Defined {
    facts: Facts,
    lines: String,
}

/// The faults of a description. The package's main module writes their messages.
#[derive(Serialize)]
struct Refused {
    issues: Vec<Issue>,
}

/// Checks the description in the frame and returns the gateway, or the faults, as JSON.
#[wasm_bindgen]
#[must_use]
pub fn define(slots: &[f64], text: &str) -> String {
    match Gateway::of_description(&Frame::new(slots, text).description()) {
        Ok(gateway) => answer::plain(&Defined { facts: gateway.facts(), lines: gateway.lines() }),
        Err(issues) => answer::plain(&Refused { issues }),
    }
}
