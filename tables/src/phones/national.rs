//! The rules for what is dialled before a number within a country.

use super::pattern::Pattern;
use anyhow::{Context, Result, bail, ensure};

/// A rule. A number that starts with `before`, `digits` and `after` keeps what `digits` matches and what follows, with
/// `inserted` before them. Any other number loses what `stripped` matches.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Rule {
    pub kept: Option<Kept>,
    pub stripped: Pattern,
}

/// The part of a rule that keeps digits; see [`Rule`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Kept {
    pub before: Pattern,
    pub digits: Pattern,
    pub after: Pattern,
    /// Whether nothing may follow.
    pub is_whole: bool,
    /// The digits that are inserted.
    pub inserted: String,
}

const EMPTY: Pattern = Pattern::Sequence(Vec::new());

impl Rule {
    /// Reads a rule from a regular expression and the template that replaces what it matches.
    pub fn read(prefix: &str, template: &str) -> Result<Self> {
        if prefix.is_empty() {
            return Ok(Self { kept: None, stripped: EMPTY });
        }
        let mut ways = Vec::new();
        for way in Pattern::parse(prefix)?.alternatives() {
            ways.extend(spread(way));
        }
        let Some((inserted, group)) = template.split_once('$') else {
            ensure!(template.is_empty(), "{template} keeps nothing");
            return Ok(Self { kept: None, stripped: stripped(&ways) });
        };
        let group: usize = group.parse()?;
        // The groups are counted from the left, and only one of the alternatives has the one that is kept.
        let place = ways.iter().position(|way| captures(way).count() >= group);
        let way = ways.remove(place.context("a template for no group")?);
        let (at, kept) = captures(&way).nth(group - 1).context("a group")?;
        let (before, after) = (&way[..at], &way[at + 1..]);
        let is_whole = after.last() == Some(&Pattern::End);
        let after = if is_whole { &after[..after.len() - 1] } else { after };
        let kept = Kept {
            before: plain(before),
            digits: kept.clone(),
            after: plain(after),
            is_whole,
            inserted: inserted.to_owned(),
        };
        if ways.iter().flatten().any(|part| *part == Pattern::End) {
            bail!("an end elsewhere: {prefix}");
        }
        Ok(Self { kept: Some(kept), stripped: stripped(&ways) })
    }
}

/// The parts of an alternative. An optional part with groups makes two alternatives, the longer one first.
fn spread(way: &Pattern) -> Vec<Vec<Pattern>> {
    let parts = match way {
        Pattern::Sequence(parts) => parts.clone(),
        part => vec![part.clone()],
    };
    let optional = parts.iter().position(|part| match part {
        Pattern::Repeat(inner, 0, 1) => captures(&listed(inner)).next().is_some(),
        _ => false,
    });
    let Some((at, Pattern::Repeat(inner, ..))) = optional.map(|at| (at, &parts[at])) else {
        return vec![parts];
    };
    let with = [&parts[..at], &listed(inner), &parts[at + 1..]].concat();
    let without = [&parts[..at], &parts[at + 1..]].concat();
    vec![with, without]
}

fn listed(pattern: &Pattern) -> Vec<Pattern> {
    match pattern {
        Pattern::Sequence(parts) => parts.clone(),
        part => vec![part.clone()],
    }
}

/// The groups of an alternative, with their indices.
fn captures(parts: &[Pattern]) -> impl Iterator<Item = (usize, &Pattern)> {
    parts.iter().enumerate().filter_map(|(at, part)| match part {
        Pattern::Capture(inner) => Some((at, &**inner)),
        _ => None,
    })
}

fn stripped(ways: &[Vec<Pattern>]) -> Pattern {
    if ways.is_empty() {
        return EMPTY;
    }
    Pattern::either(ways.iter().map(|way| plain(way)).collect())
}

/// A sequence in which groups that capture are replaced by their content.
fn plain(parts: &[Pattern]) -> Pattern {
    let plain = parts.iter().map(|part| match part {
        Pattern::Capture(inner) => (**inner).clone(),
        other => other.clone(),
    });
    Pattern::Sequence(plain.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(pattern: &str) -> Pattern {
        match Pattern::parse(pattern).unwrap() {
            Pattern::Sequence(parts) => Pattern::Sequence(parts),
            part => Pattern::Sequence(vec![part]),
        }
    }

    #[test]
    fn a_prefix_is_stripped() {
        let rule = Rule::read("0", "").unwrap();
        assert_eq!(rule, Rule { kept: None, stripped: parsed("0") });
        assert_eq!(Rule::read("", "").unwrap(), Rule { kept: None, stripped: EMPTY });
    }

    #[test]
    fn a_whole_number_gets_its_area() {
        let rule = Rule::read(r"([2-9]\d{6})$|1", "246$1").unwrap();
        let kept = rule.kept.unwrap();
        assert!(kept.is_whole);
        assert_eq!((kept.inserted.as_str(), rule.stripped), ("246", parsed("1")));
        assert_eq!(kept.digits, Pattern::parse(r"[2-9]\d{6}").unwrap());
    }

    #[test]
    fn an_optional_part_with_groups_makes_another_alternative() {
        let rule = Rule::read(r"0?(?:(11|22)15)?", "9$1").unwrap();
        let kept = rule.kept.unwrap();
        assert_eq!((kept.before, kept.after), (parsed("0?"), parsed("15")));
        assert_eq!((kept.inserted.as_str(), kept.is_whole), ("9", false));
        assert_eq!(rule.stripped, parsed("0?"));
    }

    #[test]
    fn a_rule_that_cannot_be_represented_is_an_error() {
        for (prefix, template) in [("0", "$1"), ("0", "9"), ("(1)$|2$", "$1"), ("(1*)", "$1")] {
            assert!(Rule::read(prefix, template).is_err(), "{prefix} {template}");
        }
    }
}
