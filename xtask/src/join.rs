//! Joins the modules of an entry point that nothing else imports into one script: a page asks for one file instead of several,
//! and together they are a sixth smaller. Names that no page sees are shortened, which takes an eighth again.

use crate::{npm, run};
use anyhow::Result;
use std::{fs, path::Path};

/// The entry points that are made of a folder each, and the modules of the package that each finds beside it: every entry point that
/// needs the package's functions shares them. The card needs none, and has what it uses of other modules in it.
const ENTRY_POINTS: &[(&str, &[&str])] = &[
    ("form", &["api.js", "ask.js", "facts.js"]),
    ("card", &[]),
    ("calendar", &["api.js", "messages.js", "plain.js"]),
    ("when", &["api.js", "ask.js", "errors.js", "host.js", "plain.js"]),
];

/// Makes `form.js` of the folder `form/`, and so on. The folders go when all are made, as they use parts of each other.
pub fn entry_points(package: &Path) -> Result<()> {
    ENTRY_POINTS.iter().try_for_each(|(name, shared)| entry_point(package, name, shared))?;
    ENTRY_POINTS.iter().try_for_each(|(name, _)| Ok(fs::remove_dir_all(package.join(name))?))
}

fn entry_point(package: &Path, name: &str, shared: &[&str]) -> Result<()> {
    let parts = package.join(name);
    let style = parts.join(name).with_extension("css");
    if style.exists() {
        // What is a text to a script keeps its white space otherwise.
        let mut esbuild = npm::tool("esbuild");
        esbuild.arg(&style).arg(format!("--outfile={}", style.display()));
        run::output(esbuild.args(["--minify", "--allow-overwrite", "--log-level=warning"]))?;
    }
    let mut esbuild = npm::tool("esbuild");
    esbuild
        .arg(parts.join(name).with_extension("js"))
        .args(shared.iter().map(|file| format!("--external:{}", package.join(file).display())))
        .arg(format!("--outfile={}", package.join(name).with_extension("js").display()))
        .args([
            "--bundle",
            "--format=esm",
            "--minify-whitespace",
            "--minify-syntax",
            "--minify-identifiers",
            "--loader:.css=text",
        ])
        .args(["--log-level=warning", "--legal-comments=none", "--charset=utf8"]);
    run::output(&mut esbuild)?;
    Ok(())
}
