//! `cargo xtask queue`: runs the whole example of the queue on this machine.

use crate::{
    build, programs, run,
    tools::Tool::{Queue, Redis},
};
use anyhow::Result;

pub fn queue(args: &[String]) -> Result<()> {
    for tool in [Queue, Redis] {
        tool.ensure()?;
    }
    build::build()?;
    let mut node = run::node();
    node.arg("examples/queue-worker/demo.mjs").args(args);
    run::shown(node.env(programs::REDIS.variable, programs::REDIS.path()?))
}
