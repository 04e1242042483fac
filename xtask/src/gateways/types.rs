//! Writes the types `GatewayId`, `LibraryId` and `Target`, and the end of `Event`, into `pkg-template/index.d.ts`.

use super::{Page, between, fields, gateways};
use crate::paths;
use anyhow::Result;
use serde_json::Value;
use std::{fmt::Write, fs};
use waevent::{Library, gateway::TargetFact};

/// The text of `pkg-template/index.d.ts`.
pub fn text() -> Result<String> {
    let mut ids = Vec::new();
    let mut targets = String::new();
    for Page { facts, json, .. } in gateways()? {
        ids.push(format!("{:?}", facts.id));
        target(&facts.id, &facts.target, &json, &mut targets)?;
    }
    let libraries: Vec<String> =
        Library::all().map(|library| format!("{:?}", library.id())).collect();
    let types = fs::read_to_string(paths::at("pkg-template/index.d.ts"))?;
    let types = between(&types, "export type LibraryId = ", ";", &libraries.join(" | "))?;
    let types = between(&types, "export type GatewayId = ", ";", &ids.join(" | "))?;
    let types = between(&types, "export type Target =", ";\n\n", &targets)?;
    fields::of_event(&types)
}

/// A branch of the union, on one line if none of its fields needs a comment.
fn target(id: &str, fields: &[TargetFact], page: &Value, out: &mut String) -> Result<()> {
    let has_comments = fields.iter().any(|field| about(page, &field.name).is_some());
    if !has_comments {
        write!(out, "\n  | {{ gateway: {id:?}")?;
        for field in fields {
            write!(out, "; {}", typed(field))?;
        }
        out.push_str(" }");
        return Ok(());
    }
    write!(out, "\n  | {{\n      gateway: {id:?};\n")?;
    for field in fields {
        if let Some(text) = about(page, &field.name) {
            writeln!(out, "      /** {} */", wrapped(text))?;
        }
        writeln!(out, "      {};", typed(field))?;
    }
    out.push_str("    }");
    Ok(())
}

fn about<'p>(page: &'p Value, name: &str) -> Option<&'p str> {
    page.get("target")?.get(name)?.get("about")?.as_str()
}

fn typed(field: &TargetFact) -> String {
    let TargetFact { name, is, default, of, .. } = field;
    let mark =
        if matches!(*is, "segment") || *is == "baseUrl" && default.is_none() { "" } else { "?" };
    let words: Vec<String> = of.iter().map(|word| format!("{word:?}")).collect();
    let kind = if words.is_empty() { "string".to_owned() } else { words.join(" | ") };
    format!("{name}{mark}: {kind}")
}

/// Wraps the text of a comment to lines.
fn wrapped(text: &str) -> String {
    const WIDTH: usize = 100;
    let mut lines = String::new();
    let mut length = 0;
    for word in text.split(' ') {
        if length > 0 && length + word.len() > WIDTH {
            lines.push_str("\n       *  ");
            length = 0;
        } else if length > 0 {
            lines.push(' ');
        }
        lines.push_str(word);
        length += word.len() + 1;
    }
    lines
}
