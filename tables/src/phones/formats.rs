//! Generates the text with the formats of numbers, and with what a list of countries needs.
//!
//! There is a block for each calling code, and an empty line after each block. The first line of a block has the
//! calling code and its regions, the main region first, each after a semicolon. A region has its ISO 3166 code, an
//! example of a mobile number if there is one, and what its valid numbers start with, separated by spaces. Numbers that
//! start with none of these belong to the main region. So do most of Canada's numbers of seven digits that begin with
//! 310, because numbers of Los Angeles start with the same digits.
//!
//! Each of the following lines is a format. The first one that fits a number counts. A format has the lengths of the
//! groups of digits, what the number starts with as a regular expression, the national format, and the international
//! format after the calling code. The last is empty if both formats are alike, and a minus sign if there is only a
//! national format.

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
    ensure!(
        fields.iter().all(|field| !field.contains([';', '\n'])),
        "characters that separate fields"
    );
    Ok(fields.join(";"))
}
