//! `cargo xtask gateways`: writes the files that are derived from the descriptions in `gateways/` and from the fields
//! of an event, and checked in. The build reads only what is checked in, and a test checks that it is still what would
//! be derived.

mod credentials;
mod fields;
mod node;
mod readme;
mod types;

use crate::paths;
use anyhow::{Context, Result, anyhow};
use serde_json::{Value, json};
use std::{
    collections::BTreeSet,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};
use waevent::{
    Verdict,
    gateway::{Facts, compile, compile_library},
};

/// A file, and how its text is derived.
type Derivation = (&'static str, fn() -> Result<String>);

const DERIVATIONS: &[Derivation] = &[
    ("gateways/built_in.rs", built_in),
    ("gateways/names.txt", names),
    ("gateways/gateway.schema.json", fields::schema),
    ("pkg-template/define.d.ts", fields::descriptions),
    ("pkg-template/index.d.ts", types::text),
    ("README.md", readme::text),
    ("n8n/README.md", node::readme),
    ("n8n/package.json", node::manifest),
    ("n8n/nodes/WhatsAppEvent/WhatsAppEvent.node.json", node::codex),
];

/// The name and the text of every derived file.
fn derived() -> Result<Vec<(String, String)>> {
    let mut files = credentials::files()?;
    for (name, text) in DERIVATIONS {
        files.push(((*name).to_owned(), text().with_context(|| (*name).to_owned())?));
    }
    Ok(files)
}

/// Writes all derived files anew.
pub fn verb() -> Result<()> {
    for (name, text) in derived()? {
        let file = paths::at(&name);
        let changed = fs::read_to_string(&file).map_or(true, |before| before != text);
        fs::write(&file, text).with_context(|| name.clone())?;
        println!("{name}: {}", if changed { "written" } else { "unchanged" });
    }
    Ok(())
}

/// Compiles a description to its facts, and to its lines in two parts.
type Compile = fn(&str) -> Verdict<(Facts, [String; 2])>;

/// A description, and what it is compiled to.
struct Page {
    rank: u64,
    json: Value,
    facts: Facts,
    /// In two parts: what every wasm module reads, and what a module that only sends does not read.
    lines: [String; 2],
}

/// The built-in gateways and libraries: for the wasm as lines that need no validation, for the crate as JSON.
fn built_in() -> Result<String> {
    let gateways = shelf("", &gateways()?, "")?;
    let libraries = shelf("LIBRARY_", &pages("libraries", compile_library)?, "../libraries/")?;
    let (mut bodies, mut answers) = (String::new(), String::new());
    for page in self::gateways()? {
        writeln!(answers, "    {:?},", answers_of(&page.json).to_string())?;
    }
    for file in json_files(&paths::at("gateways/bodies"))? {
        let name = stem(&file);
        writeln!(
            bodies,
            "    BodySchema {{ name: {name:?}, json: include_str!(\"bodies/{name}.json\") }},"
        )?;
    }
    Ok(format!(
        "// Written by `cargo xtask gateways`.\n\n\
        {gateways}{libraries}\
        /// The replies and webhooks that other descriptions may refer to.\n\
        const ANSWERS: &[&str] = &[\n{answers}];\n\n\
        /// The schemas of the gateways' bodies.\n\
        pub(super) const BODIES: &[BodySchema] = &[\n{bodies}];\n"
    ))
}

/// The first success reply of a description and the form of its webhooks, unless it refers to another description for
/// them.
fn answers_of(page: &Value) -> Value {
    let mut parts = serde_json::Map::new();
    let success = &page["answers"]["successes"][0];
    if success.is_object() && success["like"].is_null() {
        parts.insert("answers".to_owned(), json!({ "successes": [success] }));
    }
    if let Value::Object(form) = &page["rsvps"] {
        let form = form.iter().filter(|(name, _)| *name != "notes");
        let form = form.map(|(name, value)| (name.clone(), value.clone())).collect();
        parts.insert("rsvps".to_owned(), Value::Object(form));
    }
    parts.into()
}

/// The built-in descriptions of one kind, in constants whose names begin with `start`.
fn shelf(start: &str, pages: &[Page], folder: &str) -> Result<String> {
    let [mut ids, mut texts, mut lines, mut others] = [const { String::new() }; 4];
    for Page { facts: Facts { id, .. }, lines: [sending, other], .. } in pages {
        writeln!(ids, "    {id:?},")?;
        writeln!(texts, "    include_str!(\"{folder}{id}.json\"),")?;
        writeln!(lines, "    r#\"{sending}\"#,")?;
        // Clippy allows no hash that is not needed.
        let hash = if other.contains('"') { "#" } else { "" };
        writeln!(others, "    r{hash}\"{other}\"{hash},")?;
    }
    Ok(format!(
        "/// Ids, in the order of the documentation.\n\
        const {start}IDS: &[&str] = &[\n{ids}];\n\n\
        /// The descriptions.\n\
        #[cfg(not(target_arch = \"wasm32\"))]\n\
        const {start}TEXTS: &[&str] = &[\n{texts}];\n\n\
        /// The first parts of their lines.\n\
        #[cfg(target_arch = \"wasm32\")]\n\
        const {start}TEXTS: &[&str] = &[\n{lines}];\n\n\
        /// The second parts of their lines, which a module that only sends does not need.\n\
        #[cfg(all(target_arch = \"wasm32\", not(waevent_module = \"lite\")))]\n\
        const {start}OTHERS: &[&str] = &[\n{others}];\n\n"
    ))
}

/// Ids, names, and the words in names.
fn names() -> Result<String> {
    /// Shorter pieces of a name are initials.
    const SHORTEST: usize = 3;
    let mut names = BTreeSet::new();
    for Facts { id, name, .. } in gateways()?.into_iter().map(|page| page.facts) {
        let name = name.replace(' ', "");
        for (at, letter) in name.char_indices().filter(|(_, letter)| letter.is_ascii_uppercase()) {
            let rest = &name[at + letter.len_utf8()..];
            let end = rest.find(|next: char| !next.is_ascii_lowercase()).unwrap_or(rest.len());
            names.insert(name[at..=at + end].to_lowercase());
        }
        names.retain(|word| word.len() >= SHORTEST);
        names.extend([id, name.to_lowercase()]);
    }
    Ok(names.into_iter().map(|name| name + "\n").collect())
}

/// The descriptions of gateways.
fn gateways() -> Result<Vec<Page>> {
    pages("gateways", compile)
}

/// The descriptions in a folder, in the order of the documentation.
fn pages(folder: &str, compile: Compile) -> Result<Vec<Page>> {
    let mut pages = Vec::new();
    for file in json_files(&paths::at(folder))? {
        if stem(&file).ends_with(".schema") {
            continue;
        }
        let text = fs::read_to_string(&file)?;
        let json: Value = serde_json::from_str(&text).with_context(|| stem(&file))?;
        let rank = json["rank"].as_u64().with_context(|| format!("{}: no rank", stem(&file)))?;
        let compiled = compile(&text).map_err(|refusal| anyhow!("{}: {refusal:?}", stem(&file)))?;
        let (facts, lines) = compiled.value;
        pages.push(Page { rank, json, facts, lines });
    }
    pages.sort_by_key(|page| page.rank);
    Ok(pages)
}

fn json_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        files.push(entry?.path());
    }
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    Ok(files)
}

fn stem(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// "RyzeAPI, Wappfy or Wawp".
fn listed(names: &[String]) -> String {
    match names {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        names => names.concat(),
    }
}

/// `text` with `inner` in place of what is between `start` and `end`.
fn between(text: &str, start: &str, end: &str, inner: &str) -> Result<String> {
    let (before, rest) = text.split_once(start).with_context(|| format!("no {start:?}"))?;
    let (_, after) = rest.split_once(end).with_context(|| format!("no {end:?} after {start:?}"))?;
    Ok([before, start, inner, end, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_derived_files_are_up_to_date() {
        for (name, text) in derived().unwrap() {
            let same = fs::read_to_string(paths::at(&name)).is_ok_and(|found| found == text);
            assert!(same, "{name} is out of date: cargo xtask gateways");
        }
    }
}
