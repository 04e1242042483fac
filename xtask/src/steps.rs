//! The steps of `cargo xtask test`, in the order in which they begin: the steps whose failure is most useful come
//! first.

#![expect(
    clippy::unnecessary_wraps,
    reason = "the steps have one type, and some look for programs first"
)]

use crate::{
    cli, consumer, n8n, paths,
    programs::{self, Program},
    run,
    tools::{
        Tool::{
            self, Bundlers, Calls, Chromium, Cli, Clippy, Firefox, Hosts, Libraries, N8nNode,
            NodePackages, Package, Queue, Recipes, Redis, Runtimes, Rustfmt, WasmTarget, WebKit,
        },
        WASM_TARGET,
    },
};
use anyhow::{Context, Result, bail};
use serde_json::json;
use std::{
    fs,
    net::TcpListener,
    path::PathBuf,
    process::Command,
    sync::atomic::{AtomicU32, Ordering},
};

/// One thing that is tested.
pub struct Step {
    pub name: &'static str,
    pub what: &'static str,
    pub needs: &'static [Tool],
    /// Whether it runs cargo. Two such steps would wait for each other's lock.
    pub compiles: bool,
    /// The commands, which run one after the other. The step passes if all of them succeed.
    pub commands: fn() -> Result<Vec<Command>>,
}

const fn rust(
    name: &'static str,
    what: &'static str,
    needs: &'static [Tool],
    commands: fn() -> Result<Vec<Command>>,
) -> Step {
    Step { name, what, needs, compiles: true, commands }
}

const fn node(
    name: &'static str,
    what: &'static str,
    needs: &'static [Tool],
    commands: fn() -> Result<Vec<Command>>,
) -> Step {
    Step { name, what, needs, compiles: false, commands }
}

pub const STEPS: &[Step] = &[
    rust("format", "the Rust code is formatted", &[Rustfmt], format),
    rust("lint", "clippy has no warnings, natively and for wasm", &[Clippy, WasmTarget], lint),
    rust("core", "the Rust tests", &[NodePackages], core),
    rust("docs", "the Rust documentation builds without a warning", &[], docs),
    rust(
        "wasm-node",
        "the cases, compiled to wasm, under Node",
        &[WasmTarget, NodePackages],
        wasm_node,
    ),
    rust(
        "wasm-chromium",
        "the cases, compiled to wasm, and a web app in Rust, in Chromium",
        &[WasmTarget, Chromium],
        wasm_chromium,
    ),
    node("package", "the packed package, installed, under Node", &[Package, Chromium], package),
    node(
        "runtimes",
        "the package on Node 20 to 26, Bun, Deno and workerd",
        &[Package, Runtimes],
        runtimes,
    ),
    node(
        "libraries",
        "the package's schema in libraries for forms and servers",
        &[Package, Libraries],
        libraries,
    ),
    node(
        "calls",
        "the package's calls of Baileys, whatsapp-web.js and wa-js, by the libraries themselves",
        &[Package, Calls],
        calls,
    ),
    node(
        "n8n-node",
        "the community node for n8n, packed and installed, without n8n",
        &[N8nNode],
        n8n_node,
    ),
    node(
        "cli",
        "the command line, packed and installed: real files, and 200 kills while it sends",
        &[Cli],
        cli,
    ),
    node(
        "queue",
        "the queue's example: 5,000 bookings, with workers and Redis killed on the way",
        &[Package, Queue, Redis],
        queue,
    ),
    node("browser", "the package and the playground in Chromium", &[Package, Chromium], browser),
    node(
        "bundlers",
        "what seven bundlers make of the package, in Chromium",
        &[Package, Bundlers, Chromium],
        bundlers,
    ),
    node(
        "hosts",
        "Vite 5 to 8, while a page is developed and built, in Chromium; Jest",
        &[Package, Hosts, Runtimes, Chromium],
        hosts,
    ),
    node(
        "recipes",
        "the recipes of docs/, each with its framework or server, and React 18 and 19, in Chromium",
        &[Package, Bundlers, Libraries, Runtimes, Recipes, Chromium],
        recipes,
    ),
    node("firefox", "the package in Firefox", &[Package, Firefox], firefox),
    node("webkit", "the package in WebKit", &[Package, WebKit], webkit),
];

fn format() -> Result<Vec<Command>> {
    let mut command = run::cargo();
    command.args(["fmt", "--all", "--check"]);
    Ok(vec![command])
}

/// The workspace, one package at a time. With `--workspace`, cargo merges the features that the packages enable in
/// their dependencies, and would compile most of this driver's dependencies a second time.
const PACKAGES: &[&[&str]] = &[
    &["--package", "waevent", "--features", "js"],
    &["--package", "tables"],
    &["--package", "xtask"],
];

/// The crate with both of its boundaries, for wasm; and the web app in Rust.
const WASM_PACKAGES: [&[&str]; 2] = [
    &["--package", "waevent", "--features", "js,package", "--target", WASM_TARGET],
    &["--package", "rust-web", "--target", WASM_TARGET],
];

fn lint() -> Result<Vec<Command>> {
    let clippy = |args: &[&str]| {
        let mut command = run::cargo();
        command.args(["clippy", "--all-targets"]).args(args).args(["--", "-D", "warnings"]);
        command
    };
    // Natively, clippy does not see what is only compiled for wasm.
    let mut lite = clippy(WASM_PACKAGES[0]);
    lite.arg("--cfg=waevent_module=\"lite\"");
    let all = PACKAGES.iter().chain(&WASM_PACKAGES).map(|package| clippy(package));
    Ok(all.chain([lite]).collect())
}

fn core() -> Result<Vec<Command>> {
    let test = |package: &&[&str]| {
        let mut command = run::cargo();
        command.arg("test").args(*package);
        command
    };
    Ok(PACKAGES.iter().map(test).collect())
}

fn docs() -> Result<Vec<Command>> {
    let doc = |package: &&[&str]| {
        let mut command = run::cargo();
        command.args(["doc", "--no-deps"]).args(*package).env("RUSTDOCFLAGS", "-D warnings");
        command
    };
    Ok(PACKAGES.iter().map(doc).collect())
}

fn wasm_node() -> Result<Vec<Command>> {
    Ok(vec![cases()])
}

fn wasm_chromium() -> Result<Vec<Command>> {
    let driver = programs::CHROMEDRIVER.path()?;
    let config = paths::scratch("webdriver.json");
    fs::create_dir_all(paths::scratch(""))?;
    // Otherwise the driver looks for a browser itself, and might find another one.
    let options = json!({ "goog:chromeOptions": { "binary": programs::CHROMIUM.path()? } });
    fs::write(&config, options.to_string())?;
    // The driver gives up a page that has not replied for 30 seconds, which happens on a busy machine if the page's
    // thread runs all cases. In a worker, they leave the page's thread free.
    let mut cases = cases();
    cases.env("WASM_BINDGEN_USE_DEDICATED_WORKER", "1");
    let mut page = in_wasm(WASM_PACKAGES[1]);
    page.args(["--test", "page"]).env("WASM_BINDGEN_USE_BROWSER", "1");
    let mut commands = [cases, page];
    for command in &mut commands {
        command
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &config)
            // A busy machine may take longer than the 5 and 20 seconds that are the runner's defaults.
            .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "300")
            .env("WASM_BINDGEN_TEST_TIMEOUT", "1800")
            .env_remove("GECKODRIVER")
            .env_remove("SAFARIDRIVER")
            .env("CHROMEDRIVER", &driver);
    }
    Ok(commands.into())
}

fn cases() -> Command {
    let mut command = in_wasm(WASM_PACKAGES[0]);
    command.args(["--test", "cases", "--test", "js", "--test", "rsvps"]);
    command
}

/// The runner in .cargo/config.toml runs the compiled test in Node or in the browser.
fn in_wasm(package: &[&str]) -> Command {
    let mut command = run::cargo();
    command.arg("test").args(package);
    command
}

fn package() -> Result<Vec<Command>> {
    let mut node = node_tests("tests/package")?;
    node.env("CHROMIUM", programs::CHROMIUM.path()?);
    Ok(vec![node])
}

fn runtimes() -> Result<Vec<Command>> {
    Ok(vec![node_tests("tests/runtimes")?])
}

fn libraries() -> Result<Vec<Command>> {
    Ok(vec![node_tests("tests/libraries")?])
}

fn calls() -> Result<Vec<Command>> {
    Ok(vec![node_tests("tests/calls")?])
}

fn n8n_node() -> Result<Vec<Command>> {
    let mut node = node_tests("tests/n8n-node")?;
    n8n::package::describe(&mut node)?;
    Ok(vec![node])
}

fn cli() -> Result<Vec<Command>> {
    let mut node = node_tests("tests/cli")?;
    cli::describe(&mut node)?;
    Ok(vec![node])
}

fn queue() -> Result<Vec<Command>> {
    // One file after the other: each starts a Redis and programs of its own.
    let mut node = node_tests("tests/queue")?;
    node.env(programs::REDIS.variable, programs::REDIS.path()?);
    Ok(vec![node])
}

/// Runs a folder's `*.test.mjs`, one file after the other, because another step runs at the same time.
fn node_tests(folder: &str) -> Result<Command> {
    let mut node = run::node();
    consumer::describe(&mut node)?;
    // A program that waits for another one that has died would wait for ever.
    node.args(["--test", "--test-reporter=spec", "--test-concurrency=1", "--test-timeout=1800000"]);
    // Named one by one: Node 20 accepts no patterns here.
    node.args(tests_of(folder)?);
    Ok(node)
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

fn browser() -> Result<Vec<Command>> {
    playwright("tests/browser", "chromium", &[programs::CHROMIUM])
}

fn bundlers() -> Result<Vec<Command>> {
    playwright("tests/bundlers", "chromium", &[programs::CHROMIUM])
}

fn hosts() -> Result<Vec<Command>> {
    let mut commands = playwright("tests/hosts", "chromium", &[programs::CHROMIUM])?;
    commands.push(node_tests("tests/hosts")?);
    Ok(commands)
}

fn recipes() -> Result<Vec<Command>> {
    playwright("tests/recipes", "chromium", &[programs::CHROMIUM])
}

fn firefox() -> Result<Vec<Command>> {
    playwright("tests/browser", "firefox", &[programs::FIREFOX])
}

fn webkit() -> Result<Vec<Command>> {
    playwright("tests/browser", "webkit", &[programs::WEBKITDRIVER, programs::XVFB])
}

/// A free port, another one for each call, so that two runs on one machine do not meet. It lies below the ports that
/// systems give to connections, one of which could take it before the tests' server listens.
fn free_port() -> Result<u16> {
    static CALLS: AtomicU32 = AtomicU32::new(0);
    let call = CALLS.fetch_add(1, Ordering::Relaxed);
    let first = std::process::id().wrapping_mul(16).wrapping_add(call) % 12_000;
    let ports = (0..12_000).map(|more| 20_000 + (first + more) % 12_000);
    let mut free = ports
        .filter_map(|port| u16::try_from(port).ok())
        .filter(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok());
    free.next().context("no port is free")
}

/// Runs a folder's `*.spec.mjs`, or those that are for this browser.
fn playwright(folder: &str, browser: &str, programs: &[Program]) -> Result<Vec<Command>> {
    let mut node = run::node();
    consumer::describe(&mut node)?.env("WAEVENT_BROWSER", browser);
    for program in programs {
        node.env(program.variable, program.path()?);
    }
    node.env("WAEVENT_PORT", free_port()?.to_string());
    node.args(["node_modules/@playwright/test/cli.js", "test", "-c"]);
    node.arg(format!("{folder}/playwright.config.mjs"));
    Ok(vec![node])
}
