//! The table of gateways in the README, a row a gateway.

use super::between;
use crate::paths;
use anyhow::Result;
use std::{fmt::Write, fs};
use waevent::{
    Gateway,
    gateway::{Facts, TimeUnit},
};

const HEAD: &str = "\n\n| gateway | target | times | recipients | has a place for | answers | requests a minute |\n\
    |---|---|---|---|---|---|---|\n";

/// What every gateway has a place for, and what another column says.
const OTHERS: &[&str] = &[
    "to",
    "name",
    "start",
    "timeZone",
    "end",
    "durationMinutes",
    "description",
    "reminderSeconds",
    "location.longitude",
];

/// The text of `README.md`.
pub fn text() -> Result<String> {
    let mut table = String::from(HEAD);
    for Facts {
        id,
        name,
        documentation,
        time_unit,
        recipients,
        fields,
        requires,
        target,
        rsvps,
        requests_per_minute,
        ..
    } in Gateway::all().map(Gateway::facts)
    {
        let names: Vec<&str> = fields.iter().flat_map(|field| field.names()).copied().collect();
        let needed: Vec<&str> = requires.iter().flat_map(|field| field.names()).copied().collect();
        let own: Vec<String> = names
            .iter()
            .filter(|name| !OTHERS.contains(name))
            .map(|name| {
                let name_text = name.replace("location.latitude", "coordinates");
                let mark = if needed.contains(name) { " (needed)" } else { "" };
                format!("`{name_text}`{mark}")
            })
            .collect();
        let target: Vec<String> = target
            .iter()
            .map(|field| {
                let mark =
                    if field.is == "baseUrl" && field.default.is_none() { " (needed)" } else { "" };
                format!("`{}`{mark}", field.name)
            })
            .collect();
        let kinds: Vec<&str> = recipients.iter().map(|kind| kind.as_str()).collect();
        let unit = match time_unit {
            TimeUnit::Seconds => "seconds",
            TimeUnit::Milliseconds => "milliseconds",
            TimeUnit::Rfc3339 => "RFC 3339",
        };
        let end = if names.contains(&"end") { "" } else { "; no end" };
        let answers = if rsvps { "read" } else { "not published" };
        let limit =
            requests_per_minute.map_or("not published".to_owned(), |limit| limit.to_string());
        writeln!(
            table,
            "| [{name}]({documentation}) `{id}` | {} | {unit}{end} | {} | {} | {answers} | {limit} |",
            target.join(", "),
            kinds.join(", "),
            own.join(", "),
        )?;
    }
    let readme = fs::read_to_string(paths::at("README.md"))?;
    between(&readme, "<!-- Written by `cargo xtask gateways`. -->", "<!-- -->", &(table + "\n"))
}
