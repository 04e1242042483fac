//! Searches the list of zone names.
//!
//! The names are sorted by their bytes and in lower case, and each leaves out what it shares with the one before. A
//! byte below the space ends the previous name and says how many bytes are shared. Every [`BLOCK`] names one is written
//! in full, so most of the list is never read.

use super::table::{BLOCK, BLOCKS, NAMES};
use crate::short::Short;

/// The place of a name in the list.
pub(super) fn position(name: &str) -> Option<usize> {
    let mut name = Short::of(&[name])?;
    name.make_ascii_lowercase();
    let wanted = name.as_bytes();
    let starts_at_or_before = |start: &u16| is_at_or_before(entries(*start), wanted);
    let block = BLOCKS.partition_point(starts_at_or_before).checked_sub(1)?;
    let mut rest = entries(*BLOCKS.get(block)?);
    // The part of the wanted name that the previous entry does not share, and the length of the part that it shares.
    let mut left = wanted;
    let mut matched = 0;
    let start = block.checked_mul(BLOCK)?;
    for position in start..start.checked_add(BLOCK)? {
        let (shared, own, next) = split(rest)?;
        if shared < matched {
            return None;
        }
        // If an entry shares more with the previous one than was matched, it differs from the wanted name at the same
        // place.
        if shared == matched {
            if left == own {
                return Some(position);
            }
            let same = left.iter().zip(own).take_while(|(theirs, ours)| theirs == ours).count();
            left = left.get(same..)?;
            matched = matched.checked_add(same)?;
        }
        rest = next;
    }
    None
}

/// The entries from a place in the list on.
fn entries(start: u16) -> &'static [u8] {
    NAMES.get(usize::from(start)..).unwrap_or_default()
}

/// Whether the name of the first entry, which is written in full, is the wanted one or comes before it. Most names
/// differ early.
fn is_at_or_before(entries: &[u8], wanted: &[u8]) -> bool {
    let mut left = wanted.iter();
    for byte in entries.iter().skip(1).take_while(|byte| **byte >= b' ') {
        match left.next() {
            Some(other) if other == byte => {}
            other => return other > Some(byte),
        }
    }
    true
}

/// Splits off the first entry: how much it shares, its own part, and the entries after it.
fn split(entries: &[u8]) -> Option<(usize, &[u8], &[u8])> {
    let (&shared, tail) = entries.split_first()?;
    let length = tail.iter().position(|byte| *byte < b' ').unwrap_or(tail.len());
    let (own, next) = tail.split_at_checked(length)?;
    Some((usize::from(shared), own, next))
}

/// All names, in lower case.
#[cfg(test)]
pub(super) fn all() -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for &byte in NAMES {
        if byte < b' ' {
            let before = names.last().cloned().unwrap_or_default();
            names.push(before.chars().take(usize::from(byte)).collect());
        } else if let Some(name) = names.last_mut() {
            name.push(char::from(byte));
        }
    }
    names
}
