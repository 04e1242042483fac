//! `cargo xtask data`: the tables that are made from other people's data, by a package of their own (`tables/`).

use crate::{run, tools::Tool};
use anyhow::Result;

pub fn verb(args: &[String]) -> Result<()> {
    // Some of the data are npm's.
    Tool::NodePackages.ensure()?;
    run::shown(run::cargo().args(["run", "--quiet", "--package", "tables", "--"]).args(args))
}
