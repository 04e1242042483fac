//! `cargo xtask bench`: how the package compares with what it replaces, in several versions of Node and in Chromium.

use crate::{build, paths, programs, run, tools::Tool};
use anyhow::{Result, bail};

/// Odd, so that the median is a turn that was measured.
const ROUNDS: &str = "101";

pub fn bench(args: &[String]) -> Result<()> {
    let rounds = match args {
        [] => ROUNDS,
        [flag, rounds] if flag == "--rounds" => rounds,
        _ => bail!("cargo xtask bench knows --rounds N only"),
    };
    build::build()?;
    Tool::Runtimes.ensure()?;
    Tool::Chromium.ensure()?;
    let browser = programs::CHROMIUM.path()?;
    run::shown(run::node().arg(paths::at("bench/main.mjs")).arg(rounds).env("CHROMIUM", browser))
}
