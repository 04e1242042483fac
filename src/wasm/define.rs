//! The module that judges descriptions of gateways, which the package has beside its own: most of its users need none.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{answer, frame::Frame};
use crate::{
    gateway::{Facts, Gateway},
    issue::Issue,
};

/// A gateway: what is published of it, and what the package's own module reads of it.
#[derive(Serialize)]
struct Defined {
    facts: Facts,
    lines: String,
}

/// What is wrong with a description. Its words are made by the package's own module.
#[derive(Serialize)]
struct Refused {
    issues: Vec<Issue>,
}

/// The gateway of a description, which the frame holds.
#[wasm_bindgen]
#[must_use]
pub fn define(slots: &[f64], text: &str) -> String {
    match Gateway::of_description(&Frame::new(slots, text).description()) {
        Ok(gateway) => answer::plain(&Defined { facts: gateway.facts(), lines: gateway.lines() }),
        Err(issues) => answer::plain(&Refused { issues }),
    }
}
