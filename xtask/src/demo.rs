//! `cargo xtask demo`: builds, prints the requests of the example, and serves the playground.

use crate::{build, run};
use anyhow::{Context, Result, bail};

pub fn demo(args: &[String]) -> Result<()> {
    let mut only_print = false;
    let mut serve = run::node();
    serve.arg("xtask/serve.mjs");
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--print" => only_print = true,
            "--port" => {
                // This is checked before the build, which takes minutes.
                let port = args.next().context("--port needs a number")?;
                port.parse::<u16>()
                    .with_context(|| format!("--port needs a number up to 65535, not {port}"))?;
                serve.args(["--port", port]);
            }
            _ => bail!("cargo xtask demo knows --print and --port N, not {arg}"),
        }
    }

    build::build()?;
    run::shown(run::node().arg("examples/requests.mjs"))?;
    if only_print {
        return Ok(());
    }
    run::shown(&mut serve)
}
