//! What takes how much of a wasm module: its functions, by crate and module of the source, and its data.

use crate::{size::Size, snip};
use anyhow::Result;
use std::{collections::BTreeMap, fs, path::Path};
use wasmparser::{Parser, Payload, TypeRef};

/// Groups that are smaller, in bytes, share one row.
const SMALLEST: usize = 1024;

/// Prints the table for a module that still has the names of its functions, as the compiler leaves it. The optimiser
/// makes it a tenth smaller. Each group is gzipped separately; together they compress better.
pub fn print(name: &str, module: &Path) -> Result<()> {
    let bytes = fs::read(module)?;
    let names = snip::names(&bytes)?;
    let mut imports = 0_u32;
    let mut bodies = Vec::new();
    let mut data = Vec::new();
    for payload in Parser::new(0).parse_all(&bytes) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imports += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            Payload::DataSection(section) => {
                for segment in section {
                    data.extend_from_slice(segment?.data);
                }
            }
            _ => {}
        }
    }

    let mut groups: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (index, body) in (imports..).zip(bodies) {
        let name = names.get(&index).map_or("", String::as_str);
        groups.entry(group(name)).or_default().extend(body);
    }
    groups.insert("tables and texts".to_owned(), data);
    let mut rows: Vec<(String, Size)> = groups
        .into_iter()
        .map(|(name, bytes)| Ok((name, Size::of_bytes(&bytes)?)))
        .collect::<Result<_>>()?;
    rows.sort_by_key(|(_, size)| std::cmp::Reverse(size.gzipped));
    let (large, small): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|(_, size)| size.raw >= SMALLEST);
    let title = format!("{name}, not optimised");
    println!("\n  {title:<30}{:>9}{:>10}", "bytes", "alone gz");
    for (name, size) in &large {
        println!("  {name:<30}{:>9}{:>10}", size.raw, size.gzipped);
    }
    let rest = small.iter().fold(Size::default(), |sum, (_, size)| sum.plus(*size));
    println!("  {:<30}{:>9}{:>10}", format!("{} others", small.len()), rest.raw, rest.gzipped);
    Ok(())
}

/// The crate of a function, and for this crate the module too.
fn group(name: &str) -> String {
    // `<waevent::event::Event as serde::Serialize>::serialize` belongs to the type.
    let path = name.trim_start_matches(['<', '&', '[']);
    let path = path.strip_prefix("impl ").unwrap_or(path);
    let end = path.find([' ', '<', '>', '(']).unwrap_or(path.len());
    let mut parts = path.get(..end).unwrap_or(path).split("::");
    let krate = parts.next().filter(|part| !part.is_empty()).unwrap_or("?");
    match parts.next() {
        // A name that starts with a capital is a type in the crate's root.
        Some(module) if krate == "waevent" && module.starts_with(char::is_lowercase) => {
            format!("{krate}::{module}")
        }
        Some(_) => krate.to_owned(),
        None => "others by bare names".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_belong_to_their_crate_or_module() {
        for (name, expected) in [
            ("waevent::event::Event::read", "waevent::event"),
            ("<waevent::event::Event as serde_core::ser::Serialize>::serialize", "waevent::event"),
            ("<talc::base::Talc<S,B>>::allocate", "talc"),
            ("core::str::<impl str>::trim_matches", "core"),
            ("<&str as core::str::pattern::Pattern>::is_contained_in", "others by bare names"),
            ("__rust_alloc", "others by bare names"),
        ] {
            assert_eq!(group(name), expected, "{name}");
        }
    }
}
