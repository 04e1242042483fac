//! The build driver: `cargo xtask <verb>`. Each verb has a file; the verbs share the others.

mod assemble;
mod bench;
mod build;
mod cli;
mod consumer;
mod data;
mod demo;
mod facts;
mod gateways;
mod join;
mod lanes;
mod links;
mod n8n;
mod npm;
mod optimize;
mod pages;
mod paths;
mod programs;
mod queue;
mod run;
mod shapes;
mod size;
mod snip;
mod steps;
mod strip;
mod test;
mod tools;
mod weights;

use anyhow::{Result, bail};
use std::{ffi::OsString, process::ExitCode};

const USAGE: &str = "\
cargo xtask build                     make the npm package in pkg/
cargo xtask demo [--print] [--port N] build, print the requests for examples/booking.json, serve the playground
cargo xtask test [step…]              install what the tests need, then run all steps, or those named
cargo xtask bench [part…]             measure against other libraries and write bench/RESULTS.md, or only print the named parts;
                                      with --against PKG, also measure another build; with --rounds N, take N turns
cargo xtask n8n [spec…]               install a real n8n with the node in it, and run workflows in it (3 GB)
cargo xtask queue [N] [--stay]        run the queue's example on this machine, with N bookings
cargo xtask gateways                  write anew the checked-in files that are derived from gateways/
cargo xtask data [table…]             generate all tables, or those named; with --newest, only check for newer data
cargo xtask test-runner …             run one wasm test binary (cargo calls this)";

fn main() -> ExitCode {
    let mut args = std::env::args_os().skip(1);
    let verb = args.next().unwrap_or_default();
    let rest: Vec<OsString> = args.collect();
    match dispatch(&verb.to_string_lossy(), rest) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            // 1 means "the steps ran and some failed". .ci/run distinguishes the two.
            ExitCode::from(2)
        }
    }
}

fn dispatch(verb: &str, rest: Vec<OsString>) -> Result<ExitCode> {
    if verb == "test-runner" {
        // The runner's own argument parser expects a program name first. The rest are paths, and are passed on
        // unchanged.
        let args = [OsString::from(verb)].into_iter().chain(rest);
        wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(args)?;
        return Ok(ExitCode::SUCCESS);
    }
    let rest: Vec<String> =
        rest.into_iter().map(|arg| arg.to_string_lossy().into_owned()).collect();
    match verb {
        "build" if rest.is_empty() => build::build()?,
        "bench" => bench::bench(&rest)?,
        "data" => data::verb(&rest)?,
        "demo" => demo::demo(&rest)?,
        "gateways" if rest.is_empty() => gateways::verb()?,
        "n8n" => n8n::verb(&rest)?,
        "queue" => queue::queue(&rest)?,
        "test" => return test::test(&rest),
        "" | "help" | "--help" | "-h" => println!("{USAGE}"),
        _ => bail!("unknown command: {verb} {}\n{USAGE}", rest.join(" ")),
    }
    Ok(ExitCode::SUCCESS)
}
