//! wasm-opt, from the npm package `binaryen`. It takes seconds, so its last result is kept.

use crate::{paths, run};
use anyhow::Result;
use serde_json::Value;
use std::{fs, path::Path};

/// The flags for a fast module.
pub const FAST: &[&str] = &["-O3"];

/// The flags for a module that is small when gzipped. By default, wasm-opt inlines every function that is called once,
/// so functions have less in common; and it keeps calls to functions that are hardly longer than the call. The first 1
/// KiB of the memory contains only the end of the stack, because the linker puts the stack first, and it grows down.
/// The passes are repeated until nothing gets smaller.
pub const SMALL: &[&str] = &[
    "-Oz",
    "--one-caller-inline-max-function-size=20",
    "--always-inline-max-function-size=5",
    "--low-memory-unused",
    "--converge",
];

/// Removes sections that only tools read. There is no `--enable-…`: wasm-opt reads from the module which features it
/// uses, and that section is removed last.
const STRIP: &[&str] = &["--strip-debug", "--strip-producers", "--strip-target-features"];

const WASM_OPT: &str = "node_modules/binaryen/bin/wasm-opt";

/// Optimises a module in place. `name` is the name of its file, and `level` is [`FAST`] or [`SMALL`]. A wasm-opt in the
/// PATH is never used: distributions have old ones that silently break modules.
pub fn optimize(name: &str, level: &[&str], module: &Path) -> Result<()> {
    let folder = paths::scratch("wasm-opt").join(name);
    let (before, after, with) =
        (folder.join("before.wasm"), folder.join("after.wasm"), folder.join("with.txt"));
    let settings = settings(level)?;
    let same = |file: &Path, bytes: &[u8]| fs::read(file).is_ok_and(|kept| kept == bytes);
    if !(same(&before, &fs::read(module)?) && same(&with, settings.as_bytes())) {
        fs::create_dir_all(&folder)?;
        run::quiet(
            &format!("optimising {name} (wasm-opt {})", level.join(" ")),
            run::node()
                .arg(paths::at(WASM_OPT))
                .args(level)
                .args(STRIP)
                .arg(module)
                .arg("-o")
                .arg(&after),
        )?;
        // The result is valid once both of these are written, and they are written last.
        fs::copy(module, &before)?;
        fs::write(&with, settings)?;
    }
    fs::copy(&after, module)?;
    Ok(())
}

/// What the result depends on besides the module: the flags and the version of the tool.
fn settings(level: &[&str]) -> Result<String> {
    let tool: Value =
        serde_json::from_slice(&fs::read(paths::at("node_modules/binaryen/package.json"))?)?;
    Ok(format!("{level:?} {STRIP:?} {}", tool["version"]))
}
