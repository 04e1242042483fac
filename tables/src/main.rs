//! `cargo xtask data`: generates the tables that are made from third-party data and checked in. The build reads only
//! what is checked in, and a test checks that it is still what would be generated.

mod behaviour;
mod eras;
mod newest;
mod phones;
mod windows;
mod zones;

use anyhow::{Context, Result, bail};
use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// A table: its name on the command line, its file, and the function that generates its text.
struct Table {
    name: &'static str,
    file: &'static str,
    text: fn() -> Result<String>,
}

const TABLES: &[Table] = &[
    Table { name: "zones", file: "src/time/zone/table.rs", text: zones::text },
    Table { name: "windows", file: "src/time/windows/table.rs", text: windows::text },
    Table { name: "phones", file: "src/recipient/numbering/table.rs", text: phones::text },
    Table {
        name: "phone-formats",
        file: "src/recipient/numbering/formats.txt",
        text: phones::formats::text,
    },
    Table {
        name: "phone-samples",
        file: "tests/cases/written-numbers.txt",
        text: || Ok(phones::samples::text()),
    },
];

/// Checks for newer releases, and writes nothing.
const NEWEST: &str = "--newest";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match verb(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn verb(args: &[String]) -> Result<()> {
    if args == [NEWEST] {
        return newest::check();
    }
    write(args)?;
    // Being offline is not an error here.
    if let Err(error) = newest::check() {
        eprintln!("{error:#}");
    }
    Ok(())
}

/// Writes the tables that are named, or all of them.
fn write(names: &[String]) -> Result<()> {
    let known: Vec<&str> = TABLES.iter().map(|table| table.name).collect();
    if let Some(name) = names.iter().find(|name| !known.contains(&name.as_str())) {
        bail!("unknown table: {name}; there are {}, and {NEWEST}", known.join(", "));
    }
    for table in TABLES {
        if names.is_empty() || names.iter().any(|name| name == table.name) {
            let text = (table.text)().with_context(|| table.name)?;
            let file = at(table.file);
            let changed = fs::read_to_string(&file).map_or(true, |before| before != text);
            fs::write(&file, text).with_context(|| table.file)?;
            println!("{}: {}", table.file, if changed { "written" } else { "unchanged" });
        }
    }
    Ok(())
}

/// A path below the repository's root.
fn at(path: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    root.expect("tables/ has a parent folder").join(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checked_in_tables_are_up_to_date() {
        for table in TABLES {
            let checked_in = fs::read_to_string(at(table.file)).unwrap();
            let same = (table.text)().unwrap() == checked_in;
            assert!(same, "{} is out of date: cargo xtask data {}", table.file, table.name);
        }
    }
}
