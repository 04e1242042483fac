//! Takes the comments out of the package's scripts. They are for who reads the repository; a page would download
//! them, and they are a seventh of the scripts. Nothing is renamed or joined: a stack trace still reads.

use crate::{npm, run};
use anyhow::Result;
use std::path::{Path, PathBuf};

/// Rewrites these scripts, all in one folder, in place.
pub fn comments(folder: &Path, scripts: &[PathBuf]) -> Result<()> {
    let mut esbuild = npm::tool("esbuild");
    esbuild.args(scripts).arg(format!("--outdir={}", folder.display())).args([
        "--allow-overwrite",
        "--log-level=warning",
        "--legal-comments=none",
        "--charset=utf8",
    ]);
    run::output(&mut esbuild)?;
    Ok(())
}
