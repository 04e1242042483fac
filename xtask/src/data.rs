//! `cargo xtask data`: generates the tables that are made from third-party data. They have a package of their own
//! (`tables/`).

use crate::{run, tools::Tool};
use anyhow::Result;

pub fn verb(args: &[String]) -> Result<()> {
    // Some of the data come from npm.
    Tool::NodePackages.ensure()?;
    run::shown(run::cargo().args(["run", "--quiet", "--package", "tables", "--"]).args(args))
}
