//! npm: the dev dependencies of the root, installed by the lock file.

use crate::{paths, run};
use anyhow::{Result, bail};
use std::{fs, process::Command};

/// The oldest Node that can `require` the package's one ESM build; the tools of package.json run on it too.
const NODE: (u32, u32) = (20, 19);

/// The lock file as it was when `node_modules` was made. Inside that folder, so that it goes when the folder goes.
const STAMP: &str = "node_modules/.installed-lock.json";

/// An npm command in the root. Windows has no `npm.exe`.
pub fn npm() -> Command {
    run::command(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// One of the programs that the dev dependencies bring.
pub fn tool(name: &str) -> Command {
    let program = paths::at("node_modules/.bin").join(name);
    run::command(if cfg!(windows) { program.with_extension("cmd") } else { program })
}

/// Installs the dev dependencies, unless that was done for this very lock file.
pub fn install() -> Result<()> {
    node_is_new_enough()?;
    let lock = fs::read(paths::at("package-lock.json"))?;
    if fs::read(paths::at(STAMP)).is_ok_and(|stamp| stamp == lock) {
        return Ok(());
    }
    run::quiet(
        "installing the tools of package.json (npm ci, about 200 MB)",
        // No install scripts: none of the tools needs one.
        npm().args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]),
    )?;
    fs::write(paths::at(STAMP), lock)?;
    Ok(())
}

fn node_is_new_enough() -> Result<()> {
    let (major, minor) = NODE;
    let wanted = format!("Node.js {major}.{minor} or newer is needed: https://nodejs.org");
    let Ok(answer) = run::output(run::node().arg("--version")) else { bail!("{wanted}") };
    if version(&answer).is_none_or(|found| found < NODE) {
        bail!("{wanted} (found {})", answer.trim());
    }
    Ok(())
}

/// `v20.19.1` as `(20, 19)`.
fn version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.trim().strip_prefix('v')?.split('.').map(|number| number.parse().ok());
    Some((numbers.next()??, numbers.next()??))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_as_numbers() {
        assert_eq!(version("v20.19.1\n"), Some((20, 19)));
        assert!(version("v20.9.0") < Some(NODE));
        assert!(version("v100.0.0") > Some(NODE));
        assert_eq!(version("none"), None);
    }
}
