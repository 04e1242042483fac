//! Removes the code that formats the messages of panics.
//!
//! No panic of the core can be reached. If one were, it would only trap, and nobody would see its message. The standard
//! library formats the message nevertheless, and the code that formats anything would be part of the module.

use anyhow::{Result, bail};
use rustc_demangle::demangle;
use std::collections::BTreeMap;
use wasm_encoder::{CodeSection, Module, RawSection};
use wasmparser::{DataKind, FunctionBody, KnownCustom, Name, Operator, Parser, Payload, TypeRef};

/// The functions that every panic ends in, and that a lack of memory ends in.
const ENDS: &[&str] = &["core::panicking::panic_fmt", "std::alloc::rust_oom"];

/// The functions behind these, which nothing calls any more without them.
const BEHIND: &str = "std::panicking::";

/// The functions that format texts. Only panics may use them.
const WORDS: &str = "core::fmt::";

/// How many bytes a source location has.
const LOCATION: usize = 16;

/// More lines or columns than any file has.
const MOST_LINES: usize = 100_000;

/// A body without variables: `unreachable`, and its end.
const TRAP: &[u8] = &[0, 0, 0x0b];

/// The same module, in which the functions that a panic would call trap at once. Later tools remove the code that is
/// unused after this.
///
/// Fails if anything else formats texts, because that would trap too. Code that formats calls one of the functions
/// directly, or is called by one.
pub fn snip(module: &[u8]) -> Result<Vec<u8>> {
    let mut module = module.to_vec();
    forget_locations(&mut module)?;
    let module = module.as_slice();
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
            // The section is written when all of its entries are there.
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
                        "{} calls {}: the core must not format texts",
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

/// Fills the source locations of panics with zeros, and the names of files in them: compilers keep them although nobody
/// reads them. A location consists of the address of a name, its length, a line and a column. Nothing else contains the
/// address of a text that ends like the name of a file.
fn forget_locations(module: &mut [u8]) -> Result<()> {
    let mut segments = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        let Payload::DataSection(section) = payload? else { continue };
        for segment in section {
            let segment = segment?;
            let DataKind::Active { offset_expr, .. } = segment.kind else { continue };
            let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
                bail!("a segment of the data has no fixed address");
            };
            let bytes = segment.range.end - segment.data.len()..segment.range.end;
            segments.push((usize::try_from(value)?, bytes));
        }
    }
    let find = |address: usize, length: usize| {
        segments.iter().find_map(|(start, bytes)| {
            let at = bytes.start + address.checked_sub(*start)?;
            (at + length <= bytes.end).then_some(at..at + length)
        })
    };
    let mut forgotten = Vec::new();
    for (start, bytes) in &segments {
        let first = bytes.start + start.next_multiple_of(4) - start;
        for at in (first..bytes.end.saturating_sub(LOCATION - 1)).step_by(4) {
            let [name, length, line, column] = [0, 4, 8, 12].map(|offset| {
                let number =
                    module[at + offset..].first_chunk().map(|bytes| u32::from_le_bytes(*bytes));
                number.map_or(0, |number| number as usize)
            });
            let is_near = (1..=MOST_LINES).contains(&line) && (1..=MOST_LINES).contains(&column);
            let Some(name) = find(name, length).filter(|_| is_near) else { continue };
            if [b".rs".as_slice(), b".rs\0"].iter().any(|end| module[name.clone()].ends_with(end)) {
                forgotten.extend([at..at + LOCATION, name]);
            }
        }
    }
    for range in forgotten {
        module[range].fill(0);
    }
    Ok(())
}

/// The functions that a body calls directly, and not through a table.
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
    use wasm_encoder::{
        ConstExpr, DataSection, Function, FunctionSection, MemorySection, MemoryType, NameMap,
        NameSection, TypeSection, ValType,
    };

    /// A module of functions that call each other. Each has a name and the index of the function that it calls.
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
    fn panics_and_their_messages_trap_and_all_else_stays() {
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
    fn locations_and_their_files_are_forgotten_and_all_else_stays() {
        let words = |numbers: [u32; 4]| numbers.map(u32::to_le_bytes).concat();
        let data = |location: [u32; 4]| {
            let mut module = Module::new();
            let mut data = DataSection::new();
            // At 1024: the name of a file, its location, and a text that is not a name of Rust's files.
            let bytes = [b"src/a.rs".as_slice(), &words(location), b"src/b.md"].concat();
            data.active(0, &ConstExpr::i32_const(1024), bytes);
            let mut memories = MemorySection::new();
            let memory = MemoryType {
                minimum: 1,
                maximum: None,
                memory64: false,
                shared: false,
                page_size_log2: None,
            };
            memories.memory(memory);
            module.section(&memories).section(&data);
            let mut module = module.finish();
            forget_locations(&mut module).unwrap();
            wasmparser::validate(&module).unwrap();
            module[module.len() - 32..].to_vec()
        };
        assert_eq!(data([1024, 8, 7, 5]), [&[0; 24], b"src/b.md".as_slice()].concat());
        // The address of another text, a line that no file has, and what is outside.
        for other in [
            [1048, 8, 7, 5],
            [1024, 8, 0, 5],
            [1024, 8, 7, u32::MAX],
            [9, 8, 7, 5],
            [1050, 8, 7, 5],
        ] {
            assert_eq!(data(other), [b"src/a.rs".as_slice(), &words(other), b"src/b.md"].concat());
        }
    }

    #[test]
    fn other_code_that_formats_is_an_error() {
        let formats = module(&[("core::fmt::write", 0), ("waevent::ask", 0)]);
        let error = snip(&formats).unwrap_err().to_string();
        assert!(error.starts_with("waevent::ask calls core::fmt::write"), "{error}");
    }
}
