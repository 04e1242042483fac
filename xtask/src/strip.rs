//! Removes the comments from the package's scripts. They are for readers of the repository; pages would download them,
//! and they are a seventh of the scripts. Nothing is renamed or joined, so stack traces stay readable.

use crate::{build::MODULES, npm, run};
use anyhow::Result;
use std::path::{Path, PathBuf};

/// Rewrites these scripts, all in one folder, in place. Nobody reads what the bindings generator wrote, so it also
/// loses its white space and the code that no export needs.
pub fn comments(folder: &Path, scripts: &[PathBuf]) -> Result<()> {
    let is_generated =
        |script: &&PathBuf| MODULES.iter().any(|module| script.ends_with(module.glue));
    let (generated, written): (Vec<_>, Vec<_>) = scripts.iter().partition(is_generated);
    rewrite(folder, &written, &[])?;
    rewrite(folder, &generated, &["--minify-whitespace", "--tree-shaking=true", "--format=esm"])
}

fn rewrite(folder: &Path, scripts: &[&PathBuf], flags: &[&str]) -> Result<()> {
    let mut esbuild = npm::tool("esbuild");
    esbuild.args(scripts).args(flags).arg(format!("--outdir={}", folder.display())).args([
        "--allow-overwrite",
        "--log-level=warning",
        "--legal-comments=none",
        "--charset=utf8",
    ]);
    run::output(&mut esbuild)?;
    Ok(())
}
