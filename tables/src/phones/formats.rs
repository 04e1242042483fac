//! The text with how numbers are written, and what countries need in a list to choose from.
//!
//! A block for each calling code, with an empty line behind it. Its first line has the calling code and then its regions, the
//! main one first, each behind a semicolon: the ISO 3166 code, an example of a mobile number where there is one, and what the
//! valid numbers of the region start with, parted by spaces. Numbers that start with none of these are the main region's; so are
//! most of Canada's seven digits behind 310, with which numbers of Los Angeles start.
//!
//! Each line behind it is a format, the first that fits a number counts: the lengths of the groups of digits, what the
//! number starts with as a regular expression, the number as it is written at home, and behind the calling code: nothing
//! where both are alike, and a minus sign where the format is for numbers at home alone.

use super::{
    format::Format,
    language::{Languages, Set},
    metadata::{self, Entry},
};
use anyhow::{Context, Result, ensure};

/// The text of the file.
pub fn text() -> Result<String> {
    let mut languages = Languages::new();
    let mut text = String::new();
    for (code, entries) in metadata::by_calling_code(&mut languages)? {
        // A network that belongs to no region has no numbers here.
        let entries: Vec<&Entry> =
            entries.iter().filter(|entry| !entry.region.is_empty()).collect();
        let Some(main) = entries.first() else { continue };
        text.push_str(&code.to_string());
        let numbers: Vec<Set> = entries.iter().map(|entry| entry.valid).collect();
        let starts = languages.starts(&numbers);
        for (place, entry) in entries.iter().enumerate() {
            text.push(';');
            text.push_str(&entry.region);
            let own = starts.iter().filter(|(_, owner)| *owner == place && place > 0);
            for part in [&entry.example].into_iter().chain(own.map(|(start, _)| start)) {
                text.push(' ');
                text.push_str(part);
            }
        }
        text.push('\n');
        for format in &main.formats {
            text.push_str(&line(format).with_context(|| main.region.clone())?);
            text.push('\n');
        }
        text.push('\n');
    }
    Ok(text)
}

fn line(format: &Format) -> Result<String> {
    let groups: Vec<String> = format
        .groups
        .iter()
        .map(
            |(least, most)| {
                if least == most { least.to_string() } else { format!("{least}-{most}") }
            },
        )
        .collect();
    let international = match &format.international {
        None => "-",
        Some(text) if *text == format.national => "",
        Some(text) => text,
    };
    let groups = groups.join(",");
    let fields = [&*groups, &*format.leading, &*format.national, international];
    ensure!(fields.iter().all(|field| !field.contains([';', '\n'])), "characters that part fields");
    Ok(fields.join(";"))
}
