//! Joins the modules of a door that nothing else imports into one script: a page asks for one file instead of several,
//! and together they are a sixth smaller. No name is changed.

use crate::{npm, run};
use anyhow::Result;
use std::{fs, path::Path};

/// Makes `form.js` of the folder `form/`, which goes. The package's functions stay where they are: every door shares
/// them.
pub fn form(package: &Path) -> Result<()> {
    let parts = package.join("form");
    let mut esbuild = npm::tool("esbuild");
    esbuild
        .arg(parts.join("form.js"))
        .arg(format!("--external:{}", package.join("api.js").display()))
        .arg(format!("--outfile={}", package.join("form.js").display()))
        .args(["--bundle", "--format=esm", "--minify-whitespace", "--minify-syntax"])
        .args(["--log-level=warning", "--legal-comments=none", "--charset=utf8"]);
    run::output(&mut esbuild)?;
    fs::remove_dir_all(parts)?;
    Ok(())
}
