//! The facts that the package's JavaScript needs, written from the tables of the Rust crate, where
//! they stand once.

use anyhow::Result;
use serde_json::to_string;
use waevent::{Gateway, GatewayId, VERSIONS, input::Kind};

/// The text of `facts.js`.
pub fn javascript() -> Result<String> {
    let gateways: Vec<&Gateway> = GatewayId::ALL.iter().map(|id| id.facts()).collect();
    let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
    Ok(format!(
        "export const gateways = {};\nexport const versions = {};\nexport const kinds = {};\n",
        to_string(&gateways)?,
        to_string(&VERSIONS)?,
        to_string(&kinds)?,
    ))
}
