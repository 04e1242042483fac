//! The gateways in the README: their names, and a table with a row for each.

use super::{between, gateways, listed};
use crate::paths;
use anyhow::Result;
use std::{fmt::Write, fs};
use waevent::{
    Library,
    gateway::{Facts, Field, LibraryFacts, TimeUnit},
    recipient::RecipientKind,
};

const HEAD: &str = "\n\n| gateway | target | times | recipients | has a place for | changes | RSVPs | requests a minute |\n\
    |---|---|---|---|---|---|---|---|\n";

/// What is not listed: every gateway has a place for it, or another column shows it.
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
        operations,
        rsvps,
        requests_per_minute,
        ..
    } in gateways()?.into_iter().map(|page| page.facts)
    {
        let names = names(&fields);
        let needed = self::names(&requires);
        let target: Vec<String> = target
            .iter()
            .map(|field| {
                let mark =
                    if field.is == "baseUrl" && field.default.is_none() { " (needed)" } else { "" };
                format!("`{}`{mark}", field.name)
            })
            .collect();
        let kinds = kinds(&recipients);
        let unit = match time_unit {
            TimeUnit::Seconds => "seconds",
            TimeUnit::Milliseconds => "milliseconds",
            TimeUnit::Rfc3339 => "RFC 3339",
        };
        let end = if names.contains(&"end") { "" } else { "; no end" };
        let changes: Vec<&str> =
            operations.iter().skip(1).map(|operation| operation.as_str()).collect();
        let answers = if rsvps { "read" } else { "not published" };
        let limit =
            requests_per_minute.map_or("not published".to_owned(), |limit| limit.to_string());
        writeln!(
            table,
            "| [{name}]({documentation}) `{id}` | {} | {unit}{end} | {} | {} | {} | {answers} | {limit} |",
            target.join(", "),
            kinds,
            places(&names, &needed),
            changes.join(", "),
        )?;
    }
    let names: Vec<String> = gateways()?.into_iter().map(|page| page.facts.name).collect();
    let readme = fs::read_to_string(paths::at("README.md"))?;
    let start = "<!-- Written by `cargo xtask gateways`. -->";
    let readme = between(&readme, start, "<!-- -->", &(table + "\n"))?;
    let readme = between(&readme, "writes the request that ", " accepts", &listed(&names))?;
    let start = "<!-- Written by `cargo xtask gateways`: libraries. -->";
    between(&readme, start, "<!-- -->", &libraries()?)
}

/// The table of libraries.
fn libraries() -> Result<String> {
    let mut table = String::from("\n\n| library | recipients | has a place for |\n|---|---|---|\n");
    for LibraryFacts { id, name, documentation, recipients, fields, .. } in
        Library::all().map(|library| library.facts())
    {
        writeln!(
            table,
            "| [{name}]({documentation}) `{id}` | {} | {} |",
            kinds(&recipients),
            places(&names(&fields), &[]),
        )?;
    }
    Ok(table + "\n")
}

fn names(fields: &[Field]) -> Vec<&'static str> {
    fields.iter().flat_map(|field| field.names()).copied().collect()
}

fn kinds(recipients: &[RecipientKind]) -> String {
    let kinds: Vec<&str> = recipients.iter().map(|kind| kind.as_str()).collect();
    kinds.join(", ")
}

/// The fields that not every gateway has a place for.
fn places(names: &[&str], needed: &[&str]) -> String {
    let own = names.iter().filter(|name| !OTHERS.contains(name)).map(|name| {
        let text = name.replace("location.latitude", "coordinates");
        let mark = if needed.contains(name) { " (needed)" } else { "" };
        format!("`{text}`{mark}")
    });
    own.collect::<Vec<_>>().join(", ")
}
