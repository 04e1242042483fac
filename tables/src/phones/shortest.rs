//! The shortest pattern for a set of numbers, among those that are easy to find.

use super::{
    language::{Languages, NOTHING, Set},
    pattern::Pattern,
    program::tokens,
};
use anyhow::Result;

/// A pattern that matches all numbers of `needed`, and of the numbers in `within` only those that are `allowed`.
///
/// The metadata's own alternatives are well made and often the shortest. But several kinds of numbers repeat the same
/// ones, and some overlap. Alternatives that match too much are not used; the automaton's pattern covers the rest.
pub fn pattern(
    needed: Set,
    allowed: Set,
    within: Set,
    alternatives: &[Pattern],
    languages: &mut Languages,
) -> Result<Option<Pattern>> {
    if needed == NOTHING {
        return Ok(None);
    }
    let mut chosen = Vec::new();
    for alternative in alternatives {
        let numbers = languages.of(alternative)?;
        let numbers = languages.intersection(numbers, within);
        let news = languages.intersection(numbers, needed);
        if news != NOTHING && languages.difference(numbers, allowed) == NOTHING {
            chosen.push((alternative.clone(), news));
        }
    }
    drop_redundant(&mut chosen, languages)?;
    let covered = union(&chosen, languages);
    let chosen: Vec<Pattern> = chosen.into_iter().map(|(pattern, _)| pattern).collect();
    let rest = languages.difference(needed, covered);
    let mut candidates = vec![languages.pattern(needed), languages.pattern(allowed)];
    candidates.push(with_rest(&chosen, rest, languages));
    let mut best = None;
    for candidate in candidates {
        let length = tokens(&candidate)?.len();
        if best.as_ref().is_none_or(|(shortest, _)| length < *shortest) {
            best = Some((length, candidate));
        }
    }
    Ok(best.map(|(_, pattern)| pattern))
}

fn with_rest(chosen: &[Pattern], rest: Set, languages: &mut Languages) -> Pattern {
    let mut all = chosen.to_vec();
    if rest != NOTHING {
        all.extend_from_slice(languages.pattern(rest).alternatives());
    }
    Pattern::either(all)
}

/// Drops the alternatives that the others cover, the longest first.
fn drop_redundant(chosen: &mut Vec<(Pattern, Set)>, languages: &mut Languages) -> Result<()> {
    let covered = union(chosen, languages);
    let mut lengths = Vec::new();
    for (pattern, _) in &*chosen {
        lengths.push(tokens(pattern)?.len());
    }
    let mut order: Vec<usize> = (0..chosen.len()).collect();
    order.sort_by_key(|index| std::cmp::Reverse(lengths[*index]));
    let mut kept: Vec<bool> = vec![true; chosen.len()];
    for index in order {
        kept[index] = false;
        let others = chosen.iter().zip(&kept).filter(|(_, kept)| **kept);
        let others: Vec<_> = others.map(|(one, _)| one.clone()).collect();
        kept[index] = union(&others, languages) != covered;
    }
    let mut kept = kept.into_iter();
    chosen.retain(|_| kept.next().unwrap_or_default());
    Ok(())
}

fn union(chosen: &[(Pattern, Set)], languages: &mut Languages) -> Set {
    chosen.iter().fold(NOTHING, |all, (_, numbers)| languages.union(all, *numbers))
}
