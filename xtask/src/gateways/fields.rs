//! Writes the fields of an event into types and into the schema of descriptions.

use super::between;
use crate::paths;
use anyhow::Result;
use std::{fmt::Write, fs};
use waevent::gateway::{Field, Holds, body_facts};

/// The longest line.
const WIDTH: usize = 120;

/// The text of `gateways/gateway.schema.json`.
pub fn schema() -> Result<String> {
    let schema = fs::read_to_string(paths::at("gateways/gateway.schema.json"))?;
    let facts = lines(&facts(false), ",", "        ");
    let schema = between(&schema, "\"fact\": {\n      \"enum\": [\n", "\n      ]", &facts)?;
    between(&schema, "\"$if\": { \"enum\": [", "]", &facts_of_flags(", "))
}

/// The text of `pkg-template/define.d.ts`.
pub fn descriptions() -> Result<String> {
    let types = fs::read_to_string(paths::at("pkg-template/define.d.ts"))?;
    let facts = lines(&facts(false), " |", "  ");
    let types = between(&types, "export type Fact =\n", ";", &facts)?;
    between(&types, "export type Flag = ", ";", &facts_of_flags(" | "))
}

/// `types` with all fields of `Event` that are a text, a flag or a number of seconds.
pub fn of_event(types: &str) -> Result<String> {
    let mut extras = String::new();
    for field in Field::ALL {
        let Some(key) = field.names().last() else { continue };
        let (mark, kind) = match field.holds() {
            Some(Holds::Text) => ("?", "string"),
            Some(Holds::Flag) => ("", "boolean"),
            Some(Holds::Seconds) => ("?", "number"),
            _ => continue,
        };
        writeln!(extras, "  {key}{mark}: {kind};")?;
    }
    between(types, "address?: string; latitude?: number; longitude?: number };\n", "}", &extras)
}

/// The names of all facts, or only of flags, in quotation marks.
fn facts(are_flags: bool) -> Vec<String> {
    let facts = body_facts().filter(|(_, is_flag)| *is_flag || !are_flags);
    facts.map(|(name, _)| format!("\"${name}\"")).collect()
}

fn facts_of_flags(mark: &str) -> String {
    facts(true).join(mark)
}

/// Wraps words to lines, with a mark between them.
fn lines(words: &[String], mark: &str, indent: &str) -> String {
    let mut text = indent.to_owned();
    let mut length = indent.len();
    for (at, word) in words.iter().enumerate() {
        let is_last = at + 1 == words.len();
        let word = if is_last { word.clone() } else { format!("{word}{mark}") };
        if length > indent.len() && length + 1 + word.len() > WIDTH {
            text = format!("{text}\n{indent}");
            length = indent.len();
        } else if length > indent.len() {
            text.push(' ');
            length += 1;
        }
        text += &word;
        length += word.len();
    }
    text
}
