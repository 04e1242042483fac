//! `cargo xtask demo`: one command from a clone to the requests on the screen and the playground in the browser.

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
                // Before the build, which takes minutes.
                let port = args.next().context("--port wants a number")?;
                port.parse::<u16>()
                    .with_context(|| format!("--port wants a number up to 65535, not {port}"))?;
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
