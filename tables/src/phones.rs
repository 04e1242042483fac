//! The numbering tables, from libphonenumber's metadata.

mod file;
mod format;
pub mod formats;
mod language;
pub mod metadata;
mod national;
#[path = "../../src/recipient/numbering/opcode.rs"]
mod opcode;
mod pattern;
mod program;
pub mod samples;
mod shortest;

use anyhow::{Context, Result, ensure};
use file::File;
use language::{Languages, NOTHING};
use metadata::Entry;
use national::{Kept, Rule};
use opcode::{ALL_VALID, END, HAS_STRAYS, KEEPS, KEEPS_WHOLE, MOBILE, STRIPS};
use pattern::Pattern;
use program::Token;

/// The programs of the table, some of which are used more than once.
#[derive(Default)]
struct Programs(Vec<Vec<Token>>);

impl Programs {
    /// The index of a program. Equal tokens have the same index.
    fn add(&mut self, tokens: Vec<Token>) -> usize {
        let known = self.0.iter().position(|known| *known == tokens);
        known.unwrap_or_else(|| {
            self.0.push(tokens);
            self.0.len() - 1
        })
    }
}

/// Distinct values, numbered in the order in which they were added.
struct Distinct<T>(Vec<T>);

impl<T: PartialEq> Distinct<T> {
    fn add(&mut self, value: T) -> usize {
        let known = self.0.iter().position(|known| *known == value);
        known.unwrap_or_else(|| {
            self.0.push(value);
            self.0.len() - 1
        })
    }
}

/// The text of the file.
pub fn text() -> Result<String> {
    file().map(|file| file.text.trim_end().to_owned() + "\n")
}

fn file() -> Result<File> {
    let release = metadata::release()?;
    let mut languages = Languages::new();
    let all = metadata::by_calling_code(&mut languages)?;

    let mut programs = Programs::default();
    let mut lengths = Distinct(Vec::new());
    let (mut codes, mut first_regions) = (Vec::new(), Vec::new());
    let (mut names, mut region_codes, mut region_lengths) = (String::new(), Vec::new(), Vec::new());
    let (mut patterns, mut abroad, mut national) = (Vec::new(), Vec::new(), Vec::new());
    for (number, (code, entries)) in all.iter().enumerate() {
        codes.push(usize::from(*code));
        first_regions.push(region_codes.len());
        // A network that belongs to no region has a calling code, and nothing else that matters here.
        for (place, entry) in entries.iter().filter(|entry| !entry.region.is_empty()).enumerate() {
            names.push_str(&entry.region);
            region_codes.push(number);
            region_lengths.push(lengths.add((entry.lengths, entry.local_lengths)));
            let mut tokens = ended(program::tokens(&entry.general)?);
            if place == 0 {
                tokens.extend(kinds(entries, &mut languages).context(entry.region.clone())?);
            }
            patterns.push(programs.add(tokens));
            abroad.push(programs.add(match &entry.international_prefix {
                Some(prefix) => ended(program::tokens(prefix)?),
                None => ended(Vec::new()),
            }));
            let rule = Rule::read(&entry.national_prefix, &entry.transform)
                .with_context(|| entry.region.clone())?;
            national.push(programs.add(rule_tokens(&rule)?));
        }
    }
    ensure!(names.len() == 2 * region_codes.len(), "regions have two letters");

    let classes = program::numbered_classes(&programs.0);
    let mut starts = Vec::new();
    let mut bytes = Vec::new();
    for tokens in &programs.0 {
        starts.push(bytes.len());
        bytes.extend(program::bytes(tokens, &classes)?);
    }
    ensure!(u16::try_from(bytes.len()).is_ok(), "too many bytes for an index of two");
    let starts_of = |programs: &[usize]| -> Vec<usize> {
        programs.iter().map(|program| starts[*program]).collect()
    };

    let text = format!(
        "//! The numbering plans of libphonenumber, release {release}: {} calling codes, {} regions.\n\
         //!\n\
         //! Written by `cargo xtask data phones`: do not edit. The metadata are Copyright (C) The Libphonenumber\n\
         //! Authors, under the Apache License, version 2.0; the file NOTICE says more.\n\n\
         /// The release of libphonenumber that the numbering plans are from.\n\
         pub const RELEASE: &str = \"{release}\";\n\n",
        codes.len(),
        region_codes.len(),
    );
    let mut file = File { text, data: Vec::new() };
    file.numbers("The calling codes.", "CALLING_CODES", "u16", &codes)?;
    file.numbers(
        "For each calling code, the index of its first region, which is the main one. Networks have no regions of their own.",
        "FIRST_REGIONS",
        "u8",
        &first_regions,
    )?;
    file.bytes(
        "The regions: their ISO 3166 codes, one after the other.",
        "REGIONS",
        names.as_bytes(),
    )?;
    for (what, name, numbers) in [
        ("the index of its calling code", "REGION_CODES", &region_codes),
        ("the index of its lengths in [`LENGTHS`]", "REGION_LENGTHS", &region_lengths),
    ] {
        file.numbers(&format!("For each region, {what}."), name, "u8", numbers)?;
    }
    for (what, name, starts) in [
        ("the patterns of its numbers", "PATTERNS", starts_of(&patterns)),
        ("the prefix for calls abroad", "DIALLED_ABROAD", starts_of(&abroad)),
        (
            "what is dialled before its numbers within the country",
            "DIALLED_AT_HOME",
            starts_of(&national),
        ),
    ] {
        let doc = format!("For each region, the offset in [`PROGRAMS`] of {what}.");
        file.numbers(&doc, name, "u16", &starts)?;
    }
    let pairs: Vec<String> =
        lengths.0.iter().map(|(whole, local)| format!("({whole:#x}, {local:#x})")).collect();
    file.data.extend(
        lengths.0.iter().flat_map(|(whole, local)| [*whole, *local]).flat_map(u32::to_le_bytes),
    );
    file.list(
        "How many digits numbers have, and how many without their area code: bit `n` for `n` digits.",
        "LENGTHS",
        "(u32, u32)",
        &pairs,
    )?;
    let sets: Vec<usize> = classes.iter().map(|class| usize::from(*class)).collect();
    file.numbers("Sets of digits: bit `d` for the digit `d`.", "CLASSES", "u16", &sets)?;
    file.bytes("The patterns; `pattern.rs` says what the bytes mean.", "PROGRAMS", &bytes)?;
    Ok(file)
}

/// The patterns of a calling code's mobile numbers, and then of its valid numbers.
fn kinds(entries: &[Entry], languages: &mut Languages) -> Result<Vec<Token>> {
    let (mut valid, mut mobile) = (NOTHING, NOTHING);
    for entry in entries {
        valid = languages.union(valid, entry.valid);
        mobile = languages.union(mobile, entry.mobile);
    }
    let other = languages.difference(valid, mobile);
    let general = languages.of(&entries[0].general)?;
    let of_lengths = languages.of_lengths(entries[0].lengths);
    let general = languages.intersection(general, of_lengths);
    // Canada has numbers that the pattern of the United States does not fit.
    let has_strays = languages.difference(valid, general) != NOTHING;
    let within = if has_strays { languages.of_lengths(u32::MAX) } else { general };
    let alternatives: Vec<Pattern> =
        entries.iter().flat_map(|entry| entry.alternatives.iter().cloned()).collect();
    let mut shortest = |needed, allowed, within| -> Result<Vec<Token>> {
        let pattern = shortest::pattern(needed, allowed, within, &alternatives, languages)?;
        pattern.map_or(Ok(Vec::new()), |pattern| program::tokens(&pattern))
    };
    let is_general = valid == general;
    let kind = match (is_general, has_strays) {
        (true, _) => MOBILE | ALL_VALID,
        (false, true) => MOBILE | HAS_STRAYS,
        (false, false) => MOBILE,
    };
    let mut tokens = vec![Token::Byte(kind)];
    tokens.extend(ended(shortest(mobile, mobile, within)?));
    // Then the other valid numbers, unless everything that fits the general pattern is valid.
    if !is_general {
        tokens.extend(ended(shortest(other, valid, within)?));
    }
    Ok(tokens)
}

/// The tokens of a rule: its kind, what is inserted, and its patterns.
fn rule_tokens(rule: &Rule) -> Result<Vec<Token>> {
    let mut out = Vec::new();
    if let Some(Kept { before, digits, after, is_whole, inserted }) = &rule.kept {
        out.push(Token::Byte(if *is_whole { KEEPS_WHOLE } else { KEEPS }));
        out.extend(ended(inserted.bytes().map(Token::Byte).collect()));
        for pattern in [before, digits, after] {
            out.extend(ended(program::tokens(pattern)?));
        }
    } else {
        out.push(Token::Byte(STRIPS));
    }
    out.extend(ended(program::tokens(&rule.stripped)?));
    Ok(out)
}

fn ended(mut tokens: Vec<Token>) -> Vec<Token> {
    tokens.push(Token::Byte(END));
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::GzEncoder};
    use std::io::Write as _;

    #[test]
    fn the_table_is_not_larger_than_its_limit() {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&file().unwrap().data).unwrap();
        let weight = gzip.finish().unwrap().len();
        assert!(weight <= 24_000, "{weight} bytes gzipped");
    }
}
