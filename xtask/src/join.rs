//! Joins the modules of a door that nothing else imports into one script: a page asks for one file instead of several,
//! and together they are a sixth smaller. No name is changed.

use crate::{npm, run};
use anyhow::Result;
use std::{fs, path::Path};

/// The doors that are made of a folder each.
const DOORS: &[&str] = &["form", "card"];

/// Modules that doors have a copy of each, and that nothing else imports.
const SHARED: &[&str] = &["language.js"];

/// Makes `form.js` of the folder `form/`, which goes, and so on. The package's functions stay where they are: every
/// door shares them.
pub fn doors(package: &Path) -> Result<()> {
    DOORS.iter().try_for_each(|name| door(package, name))?;
    SHARED.iter().try_for_each(|name| Ok(fs::remove_file(package.join(name))?))
}

fn door(package: &Path, name: &str) -> Result<()> {
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
        .arg(format!("--external:{}", package.join("api.js").display()))
        .arg(format!("--outfile={}", package.join(name).with_extension("js").display()))
        .args([
            "--bundle",
            "--format=esm",
            "--minify-whitespace",
            "--minify-syntax",
            "--loader:.css=text",
        ])
        .args(["--log-level=warning", "--legal-comments=none", "--charset=utf8"]);
    run::output(&mut esbuild)?;
    fs::remove_dir_all(parts)?;
    Ok(())
}
