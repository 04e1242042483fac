//! Joins the modules of an entry point that nothing else imports into one script: a page requests one file instead of
//! several, and together they are a sixth smaller. Names that no page sees are shortened, which saves another eighth.

use crate::{npm, run};
use anyhow::Result;
use std::{fs, path::Path};

/// The entry points that are each made from a folder, and the modules of the package that each of them imports. These
/// are shared by all entry points that need the package's functions. The card needs none of them, and contains what it
/// uses of other modules.
const ENTRY_POINTS: &[(&str, &[&str])] = &[
    ("form", &["api.js", "ask.js", "facts.js"]),
    ("card", &[]),
    ("calendar", &["api.js", "messages.js", "plain.js"]),
    ("when", &["api.js", "ask.js", "errors.js", "host.js", "plain.js"]),
];

/// Makes `form.js` from the folder `form/`, and so on. The folders are removed when all are made, because they use
/// parts of each other.
pub fn entry_points(package: &Path) -> Result<()> {
    ENTRY_POINTS.iter().try_for_each(|(name, shared)| entry_point(package, name, shared))?;
    ENTRY_POINTS.iter().try_for_each(|(name, _)| Ok(fs::remove_dir_all(package.join(name))?))
}

fn entry_point(package: &Path, name: &str, shared: &[&str]) -> Result<()> {
    let parts = package.join(name);
    let style = parts.join(name).with_extension("css");
    if style.exists() {
        // Otherwise a style sheet that is imported as text keeps its white space.
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
