//! The steps of `cargo xtask test`, in the order in which they are most useful to fail.

use crate::{
    cli, consumer, n8n, paths,
    programs::{self, Program},
    run,
    tools::{
        Tool::{
            self, Bundlers, Chromium, Clippy, Firefox, Libraries, NodePackages, NodeTypes, Queue,
            Readers, Recipes, Redis, Runtimes, Rustfmt, WasmTarget, WebKit,
        },
        WASM_TARGET,
    },
};
use anyhow::{Result, bail};
use serde_json::json;
use std::{fs, net::TcpListener, path::PathBuf, process::Command};

/// One thing that is tested.
pub struct Step {
    pub name: &'static str,
    pub what: &'static str,
    pub needs: &'static [Tool],
    pub run: fn() -> Result<()>,
}

const fn step(
    name: &'static str,
    what: &'static str,
    needs: &'static [Tool],
    run: fn() -> Result<()>,
) -> Step {
    Step { name, what, needs, run }
}

pub const STEPS: &[Step] = &[
    step("format", "the Rust code is formatted", &[Rustfmt], format),
    step("lint", "clippy has nothing to say, natively and for wasm", &[Clippy, WasmTarget], lint),
    step("core", "the Rust tests", &[NodePackages], core),
    step("docs", "the Rust documentation builds without a warning", &[], docs),
    step(
        "wasm-node",
        "the cases, compiled to wasm, under Node",
        &[WasmTarget, NodePackages],
        wasm_node,
    ),
    step(
        "wasm-chromium",
        "the cases, compiled to wasm, in Chromium",
        &[WasmTarget, Chromium],
        wasm_chromium,
    ),
    step(
        "package",
        "the packed package, installed, under Node",
        &[WasmTarget, NodePackages, Chromium],
        package,
    ),
    step(
        "runtimes",
        "the package on Node 20 to 26, Bun, Deno and workerd",
        &[WasmTarget, NodePackages, Runtimes],
        runtimes,
    ),
    step(
        "libraries",
        "the package's schema in libraries for forms and servers",
        &[WasmTarget, NodePackages, Libraries],
        libraries,
    ),
    step(
        "n8n-node",
        "the community node for n8n, packed and installed, without n8n",
        &[WasmTarget, NodePackages, NodeTypes],
        n8n_node,
    ),
    step(
        "cli",
        "the command line, packed and installed: real files, and 200 kills while it sends",
        &[WasmTarget, NodePackages, Readers],
        cli,
    ),
    step(
        "queue",
        "the queue's example: 5,000 bookings, with workers and Redis killed on the way",
        &[WasmTarget, NodePackages, Queue, Redis],
        queue,
    ),
    step(
        "browser",
        "the package and the playground in Chromium",
        &[WasmTarget, NodePackages, Chromium],
        browser,
    ),
    step(
        "bundlers",
        "what seven bundlers make of the package, in Chromium",
        &[WasmTarget, NodePackages, Bundlers, Chromium],
        bundlers,
    ),
    step(
        "recipes",
        "the recipes of docs/, each with its framework or server, and React 18 and 19, in Chromium",
        &[WasmTarget, NodePackages, Bundlers, Libraries, Runtimes, Recipes, Chromium],
        recipes,
    ),
    step("firefox", "the package in Firefox", &[WasmTarget, NodePackages, Firefox], firefox),
    step("webkit", "the package in WebKit", &[WasmTarget, NodePackages, WebKit], webkit),
];

fn format() -> Result<()> {
    run::shown(run::cargo().args(["fmt", "--all", "--check"]))
}

/// The workspace, one package at a time. With `--workspace` cargo merges the features that the packages want of their
/// dependencies, and would compile most of this driver's a second time.
const PACKAGES: &[&str] = &["waevent", "xtask"];

fn lint() -> Result<()> {
    let clippy = |args: &[&str]| {
        let mut command = run::cargo();
        command
            .args(["clippy", "--all-targets", "--package"])
            .args(args)
            .args(["--", "-D", "warnings"]);
        command
    };
    let native = PACKAGES.iter().map(|package| clippy(&[package]));
    // What is compiled for wasm alone is not seen natively.
    let wasm = clippy(&["waevent", "--target", WASM_TARGET]);
    every(native.chain([wasm]))
}

fn core() -> Result<()> {
    every(PACKAGES.iter().map(|package| {
        let mut command = run::cargo();
        command.args(["test", "--package", package]);
        command
    }))
}

fn docs() -> Result<()> {
    every(PACKAGES.iter().map(|package| {
        let mut command = run::cargo();
        command.args(["doc", "--no-deps", "--package", package]).env("RUSTDOCFLAGS", "-D warnings");
        command
    }))
}

/// Runs all of them, and then fails with the first that failed.
fn every(commands: impl Iterator<Item = Command>) -> Result<()> {
    let results: Vec<Result<()>> = commands.map(|mut command| run::shown(&mut command)).collect();
    results.into_iter().collect()
}

fn wasm_node() -> Result<()> {
    run::shown(&mut cases())
}

fn wasm_chromium() -> Result<()> {
    let driver = programs::CHROMEDRIVER.path()?;
    let config = paths::scratch("webdriver.json");
    fs::create_dir_all(paths::scratch(""))?;
    // The driver would look for a browser itself, and might find another one.
    let options = json!({ "goog:chromeOptions": { "binary": programs::CHROMIUM.path()? } });
    fs::write(&config, options.to_string())?;
    run::shown(
        cases()
            .env("WASM_BINDGEN_USE_BROWSER", "1")
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", config)
            // A busy machine may take longer than the runner's 5 and 20 seconds.
            .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
            .env_remove("GECKODRIVER")
            .env_remove("SAFARIDRIVER")
            .env("CHROMEDRIVER", driver),
    )
}

/// The runner in .cargo/config.toml brings the compiled test to Node or to the browser.
fn cases() -> Command {
    let mut command = run::cargo();
    command.args(["test", "--package", "waevent", "--target", WASM_TARGET]);
    command.args(["--test", "cases", "--test", "rsvps"]);
    command
}

fn package() -> Result<()> {
    let mut node = run::node();
    consumer::describe(&mut node)?.env("CHROMIUM", programs::CHROMIUM.path()?);
    node_tests(&mut node, "tests/package")
}

fn runtimes() -> Result<()> {
    let mut node = run::node();
    consumer::describe(&mut node)?;
    node_tests(&mut node, "tests/runtimes")
}

fn libraries() -> Result<()> {
    let mut node = run::node();
    consumer::describe(&mut node)?;
    node_tests(&mut node, "tests/libraries")
}

fn n8n_node() -> Result<()> {
    let mut node = run::node();
    n8n::package::describe(&mut node)?;
    node_tests(&mut node, "tests/n8n-node")
}

fn cli() -> Result<()> {
    let mut node = run::node();
    cli::describe(&mut node)?;
    node_tests(&mut node, "tests/cli")
}

fn queue() -> Result<()> {
    let mut node = run::node();
    consumer::describe(&mut node)?.env(programs::REDIS.variable, programs::REDIS.path()?);
    // One file after the other: the one with the faults measures how fast requests come.
    node.arg("--test-concurrency=1");
    // A program that waits for a Redis that is gone would wait for good.
    node.arg("--test-timeout=175000");
    node_tests(&mut node, "tests/queue")
}

/// Runs a folder's `*.test.mjs`.
fn node_tests(node: &mut Command, folder: &str) -> Result<()> {
    // Named one by one: Node 20 takes no patterns here.
    node.args(["--test", "--test-reporter=spec"]).args(tests_of(folder)?);
    run::shown(node)
}

fn tests_of(folder: &str) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(paths::at(folder))? {
        let file = entry?.path();
        if file.to_string_lossy().ends_with(".test.mjs") {
            files.push(file);
        }
    }
    if files.is_empty() {
        bail!("{folder} has no *.test.mjs");
    }
    files.sort();
    Ok(files)
}

fn browser() -> Result<()> {
    playwright("tests/browser", "chromium", &[programs::CHROMIUM])
}

fn bundlers() -> Result<()> {
    playwright("tests/bundlers", "chromium", &[programs::CHROMIUM])
}

fn recipes() -> Result<()> {
    playwright("tests/recipes", "chromium", &[programs::CHROMIUM])
}

fn firefox() -> Result<()> {
    playwright("tests/browser", "firefox", &[programs::FIREFOX])
}

fn webkit() -> Result<()> {
    playwright("tests/browser", "webkit", &[programs::WEBKITDRIVER, programs::XVFB])
}

/// Runs a folder's `*.spec.mjs`, or those of them that are for this browser.
fn playwright(folder: &str, browser: &str, programs: &[Program]) -> Result<()> {
    let mut node = run::node();
    consumer::describe(&mut node)?.env("WAEVENT_BROWSER", browser);
    for program in programs {
        node.env(program.variable, program.path()?);
    }
    // Whichever port is free: two runs on one machine do not meet.
    let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
    node.env("WAEVENT_PORT", port.to_string());
    node.args(["node_modules/@playwright/test/cli.js", "test", "-c"]);
    run::shown(node.arg(format!("{folder}/playwright.config.mjs")))
}
