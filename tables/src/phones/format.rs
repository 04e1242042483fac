//! How numbers are written, from the formats of the metadata.

use super::metadata::unwrapped;
use anyhow::{Context, Result, ensure};
use rlibphonenumber::{NumberFormat, PhoneMetadata};

/// How some numbers are written.
pub struct Format {
    /// The fewest and the most digits of each group. Longer groups take precedence.
    pub groups: Vec<(u8, u8)>,
    /// What the numbers start with, as a regular expression; empty if that does not matter.
    pub leading: String,
    /// The national format: the groups as `$1` and so on, and what is between them.
    pub national: String,
    /// The same for the international format, which follows the calling code. `None` if there is none.
    pub international: Option<String>,
}

/// The formats of a region. The first one that fits a number counts.
#[expect(deprecated, reason = "the crate marks fields that it moves elsewhere when it starts")]
pub fn read(metadata: &PhoneMetadata) -> Result<Vec<Format>> {
    let leading = |format: &NumberFormat| {
        // The last pattern is the complete one. The others are for numbers that are still being typed.
        let last = format.leading_digits_pattern.last();
        last.map(|text| unwrapped(text).to_owned()).unwrap_or_default()
    };
    let mut abroad = metadata.intl_number_format.iter().peekable();
    let is_alike = metadata.intl_number_format.is_empty();
    let mut all = Vec::new();
    for format in &metadata.number_format {
        let is_same = |other: &&NumberFormat| {
            other.pattern == format.pattern && leading(other) == leading(format)
        };
        let international = if is_alike {
            Some(format.format.clone())
        } else {
            abroad.next_if(is_same).map(|format| format.format.clone())
        };
        all.push(Format {
            groups: groups(unwrapped(&format.pattern)).with_context(|| format.pattern.clone())?,
            leading: leading(format),
            national: at_home(&format.format, format.national_prefix_formatting_rule())?,
            international,
        });
    }
    ensure!(abroad.next().is_none(), "a format that is for international numbers alone");
    Ok(all)
}

/// The groups of digits of `(\d{2})(\d{4,5})(\d{4})`: formats have no other pattern.
fn groups(pattern: &str) -> Result<Vec<(u8, u8)>> {
    let inner = pattern.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let groups = inner.context("no groups")?.split(")(").map(|group| {
        let count = group.strip_prefix("\\d").context("a group of other characters")?;
        if count.is_empty() {
            return Ok((1, 1));
        }
        let count = count.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
        let count = count.context("a group of other characters")?;
        let (least, most) = count.split_once(',').unwrap_or((count, count));
        Ok((least.parse()?, most.parse()?))
    });
    groups.collect()
}

/// A national format. Its first group is replaced by the rule, in which `$1` stands for that group.
fn at_home(format: &str, rule: &str) -> Result<String> {
    if rule.is_empty() {
        return Ok(format.to_owned());
    }
    let at = format.find('$').context("a format without groups")?;
    let (before, rest) = format.split_at(at);
    let (first, rest) = rest.split_at_checked(2).context("a group without its number")?;
    Ok([before, &rule.replace("$1", first), rest].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_runs_of_digits() {
        assert_eq!(groups(r"(\d{2})(\d)(\d{4,5})").unwrap(), [(2, 2), (1, 1), (4, 5)]);
        for pattern in ["", r"\d{2}", r"([2-9])(\d{3})", r"(\d{2}) (\d{3})"] {
            assert!(groups(pattern).is_err(), "{pattern}");
        }
    }

    #[test]
    fn the_national_prefix_precedes_the_first_group_that_is_written() {
        assert_eq!(at_home("$1 $2-$3", "($1)").unwrap(), "($1) $2-$3");
        // Argentina's 9, the first group, is only written in the international format.
        assert_eq!(at_home("$2 15-$3-$4", "0$1").unwrap(), "0$2 15-$3-$4");
        assert_eq!(at_home("$1 $2", "").unwrap(), "$1 $2");
    }
}
