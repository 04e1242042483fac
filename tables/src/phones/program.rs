//! Writes patterns as the bytes of the table.

use super::{
    opcode::{
        CLASS, CLOSE, OPEN, OPTIONAL, OR, OTHER_CLASS, RANGE, RUN, RUN_LENGTHS, TIMES,
        TIMES_COUNTS, class, range,
    },
    pattern::{ANY, Class, Pattern},
};
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;

/// A byte of a program, or the class that becomes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
    Byte(u8),
    Class(Class),
}

/// The tokens of a pattern, without its end.
pub fn tokens(pattern: &Pattern) -> Result<Vec<Token>> {
    let mut out = Vec::new();
    alternatives(pattern, &mut out)?;
    Ok(out)
}

fn alternatives(pattern: &Pattern, out: &mut Vec<Token>) -> Result<()> {
    for (index, alternative) in pattern.alternatives().iter().enumerate() {
        if index > 0 {
            out.push(Token::Byte(OR));
        }
        match alternative {
            Pattern::Sequence(parts) => sequence(parts, out)?,
            part => atom(part, out)?,
        }
    }
    Ok(())
}

/// Writes the parts in order. Neighbours that match any digit become one run.
fn sequence(parts: &[Pattern], out: &mut Vec<Token>) -> Result<()> {
    let mut run = 0;
    for part in parts {
        let length = match part {
            Pattern::Digit(ANY) => 1,
            Pattern::Repeat(inner, least, most)
                if **inner == Pattern::Digit(ANY) && least == most =>
            {
                *least
            }
            _ => {
                push_run(std::mem::take(&mut run), out)?;
                atom(part, out)?;
                0
            }
        };
        run += length;
    }
    push_run(run, out)
}

fn push_run(length: u8, out: &mut Vec<Token>) -> Result<()> {
    if length > 0 {
        ensure!(RUN_LENGTHS.contains(&length), "a run of {length} digits");
        out.push(Token::Byte(RUN + length));
    }
    Ok(())
}

fn atom(pattern: &Pattern, out: &mut Vec<Token>) -> Result<()> {
    match pattern {
        Pattern::Digit(ANY) => push_run(1, out)?,
        Pattern::Digit(class) => out.push(Token::Class(*class)),
        Pattern::Sequence(_) | Pattern::Either(_) => {
            out.push(Token::Byte(OPEN));
            alternatives(pattern, out)?;
            out.push(Token::Byte(CLOSE));
        }
        Pattern::Repeat(inner, 0, 1) => {
            out.push(Token::Byte(OPTIONAL));
            atom(inner, out)?;
        }
        Pattern::Repeat(inner, least, most) if least == most && **inner == Pattern::Digit(ANY) => {
            push_run(*least, out)?;
        }
        Pattern::Repeat(inner, count, most) if count == most && TIMES_COUNTS.contains(count) => {
            out.push(Token::Byte(TIMES + count));
            atom(inner, out)?;
        }
        Pattern::Repeat(inner, least @ 1..=15, most @ 1..=15) => {
            out.extend([RANGE, range(*least, *most)].map(Token::Byte));
            atom(inner, out)?;
        }
        other => bail!("the table cannot represent {other:?}"),
    }
    Ok(())
}

/// The classes that get a number: those that are used most.
pub fn numbered_classes(programs: &[Vec<Token>]) -> Vec<Class> {
    let mut counts: BTreeMap<Class, usize> = BTreeMap::new();
    for token in programs.iter().flatten() {
        if let Token::Class(class) = token {
            *counts.entry(*class).or_default() += 1;
        }
    }
    let mut counts: Vec<(Class, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.truncate(usize::from(u8::MAX - CLASS) + 1);
    // Sorted by their members, the neighbours in a pattern have numbers that are close to each other.
    counts.sort_unstable();
    counts.into_iter().map(|(class, _)| class).collect()
}

/// The bytes of tokens, without their end.
pub fn bytes(tokens: &[Token], classes: &[Class]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    for token in tokens {
        match token {
            Token::Byte(byte) => out.push(*byte),
            Token::Class(set) => {
                if let Some(number) = classes.iter().position(|known| known == set) {
                    out.push(CLASS + u8::try_from(number).context("a class")?);
                } else {
                    out.push(OTHER_CLASS);
                    out.extend(class(*set));
                }
            }
        }
    }
    Ok(out)
}
