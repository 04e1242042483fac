//! `cargo xtask demo`: one command from a clone to the requests on the screen and the playground in the browser.

use crate::{build, run, serve};
use anyhow::{Result, bail};

/// The playground's port. If it is taken, the next free one is.
const PORT: u16 = 8080;

pub fn demo(args: &[String]) -> Result<()> {
    let mut only_print = false;
    let mut port = None;
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--print" => only_print = true,
            "--port" => port = Some(serve::port(args.next())?),
            _ => bail!("cargo xtask demo knows --print and --port N, not {arg}"),
        }
    }

    build::build()?;
    run::shown(run::node().arg("examples/requests.mjs"))?;
    if only_print {
        return Ok(());
    }

    let listener = match port {
        Some(port) => serve::bind(port)?,
        None => serve::bind_from(PORT)?,
    };
    println!("\nplayground: http://{}/   (Ctrl+C ends it)", listener.local_addr()?);
    serve::serve(&listener, serve::DEMO);
    Ok(())
}
