//! `cargo xtask gateways`: what is derived from the descriptions in `gateways/` and checked in. The build reads only what is checked
//! in, and a test says whether it still is what would be derived.

mod readme;
mod types;

use crate::paths;
use anyhow::{Context, Result, anyhow};
use serde_json::Value;
use std::{
    collections::BTreeSet,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};
use waevent::{Verdict, gateway};

/// A file, and how its text is derived.
type Derived = (&'static str, fn() -> Result<String>);

const DERIVED: &[Derived] = &[
    ("gateways/built_in.rs", built_in),
    ("gateways/names.txt", names),
    ("pkg-template/index.d.ts", types::text),
    ("README.md", readme::text),
];

/// Derives all of them anew.
pub fn verb() -> Result<()> {
    for (name, text) in DERIVED {
        let text = text().with_context(|| (*name).to_owned())?;
        let file = paths::at(name);
        let changed = fs::read_to_string(&file).map_or(true, |before| before != text);
        fs::write(&file, text).with_context(|| (*name).to_owned())?;
        println!("{name}: {}", if changed { "written" } else { "unchanged" });
    }
    Ok(())
}

/// A description.
struct Page {
    id: String,
    name: String,
    rank: u64,
    text: String,
}

/// The gateways and libraries that ship: for the wasm as lines that need no judging, and for the crate as they stand.
fn built_in() -> Result<String> {
    let gateways = shelf("", &pages("gateways")?, "", gateway::compile)?;
    let libraries =
        shelf("LIBRARY_", &pages("libraries")?, "../libraries/", gateway::compile_library)?;
    let mut bodies = String::new();
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
        /// The shapes of the gateways' bodies.\n\
        #[cfg(not(target_arch = \"wasm32\"))]\n\
        pub(super) const BODIES: &[BodySchema] = &[\n{bodies}];\n"
    ))
}

/// What ships of one kind, in constants whose names begin with `start`.
fn shelf(
    start: &str,
    pages: &[Page],
    folder: &str,
    compile: fn(&str) -> Verdict<String>,
) -> Result<String> {
    let (mut ids, mut texts, mut lines) = (String::new(), String::new(), String::new());
    for Page { id, text, .. } in pages {
        let flat = compile(text).map_err(|refusal| anyhow!("{id}: {refusal:?}"))?;
        writeln!(ids, "    {id:?},")?;
        writeln!(texts, "    include_str!(\"{folder}{id}.json\"),")?;
        writeln!(lines, "    r#\"{}\"#,", flat.value)?;
    }
    Ok(format!(
        "/// Ids, in the order of the documentation.\n\
        const {start}IDS: &[&str] = &[\n{ids}];\n\n\
        /// The descriptions.\n\
        #[cfg(not(target_arch = \"wasm32\"))]\n\
        const {start}TEXTS: &[&str] = &[\n{texts}];\n\n\
        /// What is made of them.\n\
        #[cfg(target_arch = \"wasm32\")]\n\
        const {start}TEXTS: &[&str] = &[\n{lines}];\n\n"
    ))
}

/// Ids, names, and the words in names.
fn names() -> Result<String> {
    /// Shorter words are letters.
    const SHORTEST: usize = 3;
    let mut names = BTreeSet::new();
    for Page { id, name, .. } in pages("gateways")? {
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

/// The descriptions in a folder.
fn pages(folder: &str) -> Result<Vec<Page>> {
    let mut pages = Vec::new();
    for file in json_files(&paths::at(folder))? {
        if stem(&file).ends_with(".schema") {
            continue;
        }
        let text = fs::read_to_string(&file)?;
        let page: Value = serde_json::from_str(&text).with_context(|| stem(&file))?;
        let said = |name: &str| page[name].as_str().map(str::to_owned).context("no such text");
        let rank = page["rank"].as_u64().with_context(|| format!("{}: no rank", stem(&file)))?;
        pages.push(Page { id: said("id")?, name: said("name")?, rank, text });
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

/// `text` with something else behind `start`, up to `end`.
fn between(text: &str, start: &str, end: &str, inner: &str) -> Result<String> {
    let (before, rest) = text.split_once(start).with_context(|| format!("no {start:?}"))?;
    let (_, after) =
        rest.split_once(end).with_context(|| format!("no {end:?} behind {start:?}"))?;
    Ok([before, start, inner, end, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_checked_in_is_what_would_be_derived() {
        for (name, text) in DERIVED {
            let same = text().unwrap() == fs::read_to_string(paths::at(name)).unwrap();
            assert!(same, "{name} is out of date: cargo xtask gateways");
        }
    }
}
