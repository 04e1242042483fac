//! Writes the facts that the package's JavaScript needs. They come from the tables of the Rust crate, where they exist
//! once.

use crate::{paths, shapes};
use anyhow::Result;
use std::fs;

use serde_json::{Map, Value, to_string};
use waevent::{Gateway, Language, Library, VERSIONS};

/// The text of `schemas.js`: the schemas of bodies by name, without the notes on where they come from; then those of an
/// event, as input and as output.
pub fn schemas() -> Result<String> {
    let mut schemas = Map::new();
    for schema in Gateway::all().flat_map(Gateway::body_schemas) {
        let mut value: Map<String, Value> = serde_json::from_str(schema.json)?;
        value.shift_remove("$comment");
        schemas.insert(schema.name.to_owned(), value.into());
    }
    Ok(format!(
        "export const schemas = {};\nexport const input = {};\nexport const output = {};\n",
        to_string(&schemas)?,
        to_string(&shapes::input())?,
        to_string(&shapes::output())?,
    ))
}

/// The text of `phone-formats.js`: the table that is checked in.
pub fn phone_formats() -> Result<String> {
    let table = fs::read_to_string(paths::at("src/recipient/numbering/formats.txt"))?;
    Ok(format!("export default {};\n", to_string(&table)?))
}

/// The scripts of the languages that are not compiled in, by their tags.
pub fn locales() -> Result<Vec<(&'static str, String)>> {
    let apart = Language::ALL.iter().filter(|language| **language != Language::default());
    apart
        .map(|language| {
            let (tag, catalog) = (language.tag(), to_string(language.catalog())?);
            let import = "import { addLanguage } from \"../engine.js\";";
            Ok((tag, format!("{import}\naddLanguage(\"{tag}\", {catalog});\n")))
        })
        .collect()
}

/// The text of `facts.js`.
pub fn javascript() -> Result<String> {
    let gateways = serde_json::to_value(Gateway::all().map(Gateway::facts).collect::<Vec<_>>())?;
    let libraries: Vec<_> = Library::all().map(|library| library.facts()).collect();
    // The fields that forms may have a control for. Without this list, forms would have to include all facts about
    // gateways.
    let mut fields: Vec<&Value> = Vec::new();
    let all =
        gateways.as_array().into_iter().flatten().filter_map(|each| each["fields"].as_array());
    for field in all.flatten() {
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    Ok(format!(
        "export const gateways = {};\nexport const fields = {};\nexport const libraries = {};\nexport const versions = {};\n",
        to_string(&gateways)?,
        to_string(&fields)?,
        to_string(&libraries)?,
        to_string(&VERSIONS)?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{collections::BTreeSet, path::Path};

    /// What the scripts of a folder import from `wire.js`.
    fn imported(folder: &Path, names: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                imported(&path, names);
            } else if path.extension().is_some_and(|end| end == "js") {
                let text = fs::read_to_string(&path).unwrap();
                for statement in text.split(';').filter(|text| text.ends_with("/wire.js\"")) {
                    let (_, list) = statement.rsplit_once("import {").expect("names");
                    let (list, _) = list.split_once('}').expect("names");
                    names.extend(list.split(',').map(|name| name.trim().to_owned()));
                }
            }
        }
        names.remove("");
    }

    #[test]
    fn scripts_know_every_number_of_the_boundary_and_no_other() {
        let mut found = BTreeSet::new();
        imported(&paths::at("pkg-template"), &mut found);
        let script = waevent::wire::script();
        let names = script.lines().filter_map(|line| line.split(' ').nth(2));
        let names: BTreeSet<String> = names.map(str::to_owned).collect();
        let unknown: Vec<_> = found.difference(&names).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
        // The number of bytes of a text follows its address, so scripts need not import its name.
        let is_length =
            |name: &&String| name.strip_suffix("_BYTES").is_some_and(|text| found.contains(text));
        let unused: Vec<_> = names.difference(&found).filter(|name| !is_length(name)).collect();
        assert!(unused.is_empty(), "{unused:?}");
    }
}
