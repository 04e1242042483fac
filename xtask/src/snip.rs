//! Takes the words out of panics.
//!
//! No panic of the core can be reached, and one that were would trap without a word: nobody hears what it says. The standard
//! library puts its message together all the same, by code that formats anything, and takes it along.

use anyhow::{Result, bail};
use rustc_demangle::demangle;
use std::collections::BTreeMap;
use wasm_encoder::{CodeSection, Module, RawSection};
use wasmparser::{FunctionBody, KnownCustom, Name, Operator, Parser, Payload, TypeRef};

/// Where every panic leads to, and where it ends when there is no memory left.
const ENDS: &[&str] = &["core::panicking::panic_fmt", "std::alloc::rust_oom"];

/// What is behind them, which nothing calls from then on.
const BEHIND: &str = "std::panicking::";

/// What puts words together, for them alone.
const WORDS: &str = "core::fmt::";

/// A body without variables: `unreachable`, and its end.
const TRAP: &[u8] = &[0, 0, 0x0b];

/// The same module, in which what a panic would call traps at once; the tools behind this find what is left over.
///
/// Fails where anything else formats: that would trap too. Whatever formats calls one of the functions directly, or is
/// called by one.
pub fn snip(module: &[u8]) -> Result<Vec<u8>> {
    let names = names(module)?;
    let name = |function: u32| names.get(&function).map_or("", String::as_str);
    let is_snipped =
        |name: &str| ENDS.contains(&name) || name.contains(BEHIND) || name.contains(WORDS);
    let mut out = Module::new();
    let mut code = CodeSection::new();
    let (mut function, mut left) = (0, 0);
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        match &payload {
            Payload::ImportSection(section) => {
                for import in section.clone().into_imports() {
                    function += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            // Its section is written when all of it is there.
            Payload::CodeSectionStart { count, .. } => {
                left = *count;
                continue;
            }
            Payload::CodeSectionEntry(body) => {
                let snipped = is_snipped(name(function));
                if !snipped
                    && let Some(word) = calls(body)?.find(|call| name(*call).contains(WORDS))
                {
                    bail!(
                        "{} calls {}: the core does without formatting",
                        name(function),
                        name(word)
                    );
                }
                code.raw(if snipped { TRAP } else { body.as_bytes() });
                (function, left) = (function + 1, left - 1);
                if left == 0 {
                    out.section(&code);
                }
            }
            _ => {}
        }
        if let Some((id, range)) = payload.as_section() {
            out.section(&RawSection { id, data: &module[range] });
        }
    }
    Ok(out.finish())
}

/// The functions that a body calls by name, and not by a table.
fn calls(body: &FunctionBody<'_>) -> Result<impl Iterator<Item = u32>> {
    let operators = body.get_operators_reader()?.into_iter().collect::<Result<Vec<_>, _>>()?;
    Ok(operators.into_iter().filter_map(|operator| match operator {
        Operator::Call { function_index } | Operator::ReturnCall { function_index } => {
            Some(function_index)
        }
        _ => None,
    }))
}

/// The names of a module's functions, as the compiler leaves them.
pub fn names(module: &[u8]) -> Result<BTreeMap<u32, String>> {
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(module) {
        let Payload::CustomSection(section) = payload? else { continue };
        let KnownCustom::Name(section) = section.as_known() else { continue };
        for part in section {
            let Name::Function(functions) = part? else { continue };
            for function in functions {
                let function = function?;
                names.insert(function.index, format!("{:#}", demangle(function.name)));
            }
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{Function, FunctionSection, NameMap, NameSection, TypeSection, ValType};

    /// A module of functions that call each other, by their names and what each calls.
    fn module(functions: &[(&str, u32)]) -> Vec<u8> {
        let mut module = Module::new();
        let (mut types, mut kinds, mut code) =
            (TypeSection::new(), FunctionSection::new(), CodeSection::new());
        types.ty().function([], [] as [ValType; 0]);
        let (mut map, mut names) = (NameMap::new(), NameSection::new());
        for (at, (name, called)) in (0..).zip(functions) {
            kinds.function(0);
            let mut function = Function::new([]);
            function.instructions().call(*called).end();
            code.function(&function);
            map.append(at, name);
        }
        names.functions(&map);
        module.section(&types).section(&kinds).section(&code).section(&names);
        module.finish()
    }

    fn bodies(module: &[u8]) -> Vec<bool> {
        let payloads = Parser::new(0).parse_all(module).map(Result::unwrap);
        let bodies = payloads.filter_map(|payload| match payload {
            Payload::CodeSectionEntry(body) => Some(body.as_bytes() == TRAP),
            _ => None,
        });
        bodies.collect()
    }

    #[test]
    fn panics_and_their_words_trap_and_all_else_stays() {
        let whole = module(&[
            ("waevent::ask", 1),
            ("core::panicking::panic_fmt", 2),
            ("std::panicking::panic_with_hook", 3),
            ("core::fmt::write", 3),
        ]);
        let snipped = snip(&whole).unwrap();
        assert_eq!(bodies(&snipped), [false, true, true, true]);
        assert_eq!(names(&snipped).unwrap(), names(&whole).unwrap());
        wasmparser::validate(&snipped).unwrap();
    }

    #[test]
    fn whatever_else_formats_is_named() {
        let formats = module(&[("core::fmt::write", 0), ("waevent::ask", 0)]);
        let error = snip(&formats).unwrap_err().to_string();
        assert!(error.starts_with("waevent::ask calls core::fmt::write"), "{error}");
    }
}
