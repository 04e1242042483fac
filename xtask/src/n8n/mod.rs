//! The community node for n8n: how it is made, and the proof that a real n8n runs it.

pub mod package;

use crate::{
    programs, run,
    tools::Tool::{Chromium, N8n, NodePackages, NodeTypes, Postgres, Redis, WasmTarget},
};
use anyhow::{Result, bail};

/// `cargo xtask n8n`: installs n8n, the packed node into it, and runs workflows from its command line, over webhooks and in
/// its editor, alone and with workers behind a queue. Not among the tests, as n8n alone is 3 GB.
pub fn verb(args: &[String]) -> Result<()> {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        bail!("n8n is run on a Node that npm has for Linux on x64 only");
    }
    for tool in [WasmTarget, NodePackages, NodeTypes, Chromium, Redis, Postgres, N8n] {
        tool.ensure()?;
    }
    let mut node = run::node();
    package::describe(&mut node)?;
    for program in [programs::CHROMIUM, programs::REDIS, programs::POSTGRES] {
        node.env(program.variable, program.path()?);
    }
    node.args(["node_modules/@playwright/test/cli.js", "test", "-c"]);
    run::shown(node.arg("tests/n8n/playwright.config.mjs").args(args))
}
