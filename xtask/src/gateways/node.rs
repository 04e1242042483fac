//! Writes the names of the gateways, and the credential types, into the files of the n8n node.

use super::{between, credentials, gateways, listed};
use crate::paths;
use anyhow::Result;
use std::fs;

/// The node's id of a gateway that its user describes. The credential type is written manually.
const OWN: &str = "own";

/// The text of `n8n/package.json`.
pub fn manifest() -> Result<String> {
    let mut classes: Vec<String> =
        gateways()?.iter().map(|page| credentials::class(&page.facts.id)).collect();
    classes.push(credentials::class(OWN));
    classes.sort();
    let lines: Vec<String> = classes
        .iter()
        .map(|class| format!("\n      \"dist/credentials/{class}.credentials.js\""))
        .collect();
    let manifest = fs::read_to_string(paths::at("n8n/package.json"))?;
    let manifest = between(&manifest, "\"credentials\": [", "\n    ]", &lines.join(","))?;
    between(&manifest, "Send WhatsApp events through ", ", check them first", &names()?)
}

/// The text of `n8n/README.md`.
pub fn readme() -> Result<String> {
    let readme = fs::read_to_string(paths::at("n8n/README.md"))?;
    let readme = between(&readme, "going\", through ", ". It checks", &names()?)?;
    let mark = "<!-- Written by `cargo xtask gateways`. -->";
    between(&readme, mark, "<!-- -->", &credentials::table()?)
}

/// The text of the file with the words by which n8n finds the node.
pub fn codex() -> Result<String> {
    let names: Vec<String> = gateways()?
        .iter()
        .map(|page| format!(", \"{}\"", page.facts.name.to_lowercase()))
        .collect();
    let codex = fs::read_to_string(paths::at("n8n/nodes/WhatsAppEvent/WhatsAppEvent.node.json"))?;
    between(&codex, "\"rsvp\"", "],", &names.concat())
}

fn names() -> Result<String> {
    let names: Vec<String> = gateways()?.into_iter().map(|page| page.facts.name).collect();
    Ok(listed(&names))
}
