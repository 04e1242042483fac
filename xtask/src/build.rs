//! `cargo xtask build`: from the Rust core to the finished npm package in `pkg/`.

use crate::{
    assemble, optimize, paths, run, size,
    tools::{Tool, WASM_TARGET},
    weights,
};
use anyhow::{Context, Result};
use serde_json::Value;
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The profiles of Cargo.toml that the package is made with.
const SMALL: &str = "wasm";
const FAST: &str = "wasm-fast";

pub fn build() -> Result<()> {
    Tool::WasmTarget.ensure()?;
    Tool::NodePackages.ensure()?;

    let metadata = metadata()?;
    let small = make(SMALL, &metadata.target_directory)?;
    weights::print(&compiled(SMALL, &metadata.target_directory))?;
    let fast = make(FAST, &metadata.target_directory)?;
    assemble::assemble(&small, &fast, &metadata.version)?;
    size::check(&paths::package())
}

/// What one profile of Cargo.toml makes: the scripts that the bindings generator wrote, and the module.
pub struct Made {
    pub glue: PathBuf,
    pub wasm: PathBuf,
}

fn make(profile: &str, target_directory: &Path) -> Result<Made> {
    let wasm = compile(profile, target_directory)?;
    let folder = bind(&wasm, &paths::scratch("bindgen").join(profile))?;
    let made = Made { glue: folder.join("waevent.js"), wasm: folder.join("waevent_bg.wasm") };
    let level = if profile == SMALL { optimize::SMALL } else { optimize::FAST };
    optimize::optimize(profile, level, &made.wasm)?;
    Ok(made)
}

/// The version of the packages, which is that of the crate.
pub fn version() -> Result<String> {
    Ok(metadata()?.version)
}

struct Metadata {
    version: String,
    target_directory: PathBuf,
}

/// What cargo knows best: the version in Cargo.toml, and where it compiles to.
fn metadata() -> Result<Metadata> {
    let text = run::output(run::cargo().args([
        "metadata",
        "--no-deps",
        "--offline",
        "--format-version",
        "1",
    ]))?;
    let value: Value = serde_json::from_str(&text)?;
    let packages = value["packages"].as_array().context("cargo metadata lists no packages")?;
    let ours = packages.iter().find(|package| package["name"] == "waevent");
    let version = ours.and_then(|package| package["version"].as_str());
    let target_directory = value["target_directory"].as_str();
    Ok(Metadata {
        version: version.context("cargo metadata does not know waevent")?.to_owned(),
        target_directory: target_directory
            .context("cargo metadata has no target_directory")?
            .into(),
    })
}

fn compile(profile: &str, target_directory: &Path) -> Result<PathBuf> {
    println!("compiling the core for {WASM_TARGET} (profile {profile})");
    run::shown(
        run::cargo()
            .args(["build", "--package", "waevent", "--lib"])
            .args(["--profile", profile, "--target", WASM_TARGET])
            .env("CARGO_ENCODED_RUSTFLAGS", rustflags(profile)?),
    )?;
    Ok(compiled(profile, target_directory))
}

/// Where cargo puts the module of a profile.
fn compiled(profile: &str, target_directory: &Path) -> PathBuf {
    target_directory.join(WASM_TARGET).join(profile).join("waevent.wasm")
}

/// Panic messages name the source files of dependencies, with the folder they were unpacked in. That folder is cut
/// off: it says where the package was built, and the same source would give other bytes on the next machine.
fn rustflags(profile: &str) -> Result<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo"))).context("no home folder")?;
    let mut flags = Vec::new();
    if profile == SMALL {
        // The loop of SHA-256 rather than its 64 rounds written out: 2.3 kB less, gzipped.
        flags.push("--cfg=sha2_backend_soft=\"compact\"".to_owned());
    }
    for registry in fs::read_dir(home.join("registry/src")).into_iter().flatten() {
        flags.push(format!("--remap-path-prefix={}=", registry?.path().display()));
    }
    flags.push(standard_library()?);
    flags.sort();
    Ok(flags.join("\u{1f}"))
}

/// The standard library is named by its commit, unless its source is installed: then by the folder it is in.
fn standard_library() -> Result<String> {
    let rustc = |arguments: &[&str]| {
        let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        run::output(Command::new(rustc).args(arguments))
    };
    let version = rustc(&["--version", "--verbose"])?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    let commit = commit.context("rustc does not tell its commit")?;
    let sysroot = rustc(&["--print=sysroot"])?;
    let sysroot = sysroot.trim();
    Ok(format!("--remap-path-prefix={sysroot}/lib/rustlib/src/rust=/rustc/{commit}"))
}

/// Runs wasm-bindgen, and returns the folder with `waevent.js` and `waevent_bg.wasm`.
fn bind(wasm: &Path, out: &Path) -> Result<PathBuf> {
    if out.exists() {
        fs::remove_dir_all(out)?;
    }
    let flags = [
        "--target=web",
        "--out-name=waevent",
        // The types are written by hand.
        "--no-typescript",
        // The doors say where the binary is; a default path would make bundlers look for it.
        "--omit-default-module-path",
        // After a trap the door makes a fresh instance.
        "--experimental-reset-state-function",
        "--remove-name-section",
        "--remove-producers-section",
    ];
    let paths = [format!("--out-dir={}", out.display()), wasm.display().to_string()];
    let flags = flags.into_iter().map(str::to_owned);
    let args = ["wasm-bindgen".to_owned()].into_iter().chain(flags).chain(paths);
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(args)?;
    Ok(out.to_owned())
}
