//! The community node for n8n: how it is made, and how a real n8n runs it.

pub mod package;

use crate::{
    programs, run,
    tools::Tool::{Chromium, N8n, NodePackages, NodeTypes, Postgres, Redis, WasmTarget},
};
use anyhow::{Result, bail};

/// `cargo xtask n8n`: installs n8n and the packed node into it, and runs workflows from its command line, over webhooks
/// and in its editor, in one process and with workers behind a queue. This is not part of `cargo xtask test`, because
/// n8n alone is 3 GB.
pub fn verb(args: &[String]) -> Result<()> {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        bail!("n8n runs on a Node that npm has only for Linux on x64");
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
