//! The search for a name.
//!
//! The names stand in the order of their bytes, in lower case, and each leaves out what it shares with the one before:
//! a byte below the space says how much that is, and ends the name before it. Every [`BLOCK`] names one is written in
//! full, so that most of the list is never read.

use super::table::{BLOCK, BLOCKS, NAMES};

/// The place of a name in the list.
pub(super) fn position(name: &str) -> Option<usize> {
    let wanted = || name.bytes().map(|sign| sign.to_ascii_lowercase());
    let is_at_or_before = |&start: &u16| first_of(start).copied().le(wanted());
    let block = BLOCKS.partition_point(is_at_or_before).checked_sub(1)?;
    let mut rest = entries(*BLOCKS.get(block)?);
    // How much of the wanted name is in the entry before.
    let mut matched = 0;
    let start = block.checked_mul(BLOCK)?;
    for position in start..start.checked_add(BLOCK)? {
        let (&shared, tail) = rest.split_first()?;
        let length = tail.iter().take_while(is_sign).count();
        let (suffix, next) = tail.split_at_checked(length)?;
        let shared = usize::from(shared);
        if shared < matched {
            return None;
        }
        // With more in common than was matched, it differs from the wanted name where the one before does.
        if shared == matched {
            let pairs = suffix.iter().copied().zip(wanted().skip(matched));
            matched =
                matched.checked_add(pairs.take_while(|(ours, theirs)| ours == theirs).count())?;
            if matched == name.len() && matched == shared.checked_add(length)? {
                return Some(position);
            }
        }
        rest = next;
    }
    None
}

/// The entries from a place in the list on.
fn entries(start: u16) -> &'static [u8] {
    NAMES.get(usize::from(start)..).unwrap_or_default()
}

/// The name that starts a block.
fn first_of(start: u16) -> impl Iterator<Item = &'static u8> {
    entries(start).iter().skip(1).take_while(is_sign)
}

/// False for a byte that ends a name.
fn is_sign(byte: &&u8) -> bool {
    **byte >= b' '
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
