//! `cargo xtask build`: compiles the Rust core, and makes the npm package in `pkg/`.

use crate::{
    assemble, optimize, pages, paths, run, size, snip,
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

/// A wasm module of the package: one way to compile the crate.
pub struct Module {
    /// Its file in the package.
    pub file: &'static str,
    /// The script with its bindings. Modules that share a script must need the same bindings.
    pub glue: &'static str,
    /// The script that contains the module as text. Not every module has one.
    pub inline: Option<&'static str>,
    /// The profile in Cargo.toml.
    profile: &'static str,
    /// The value of `cfg(waevent_module)`, with which the source is compiled to a module with only a part of the crate.
    part: Option<&'static str>,
    /// The flags for wasm-opt.
    level: &'static [&'static str],
}

/// The profile of modules that pages download.
const SMALL: &str = "wasm";

/// Every module, in the order in which they are made.
pub const MODULES: &[Module] = &[
    // What browsers, bundlers and workers get.
    Module {
        file: "waevent_bg.wasm",
        glue: "waevent.js",
        inline: Some("wasm.inline.js"),
        profile: SMALL,
        part: None,
        level: optimize::SMALL,
    },
    // What Node gets instead: it reads the module from its disk and downloads nothing when it starts.
    Module {
        file: "waevent_fast.wasm",
        glue: "waevent.js",
        inline: None,
        profile: "wasm-fast",
        part: None,
        level: optimize::FAST,
    },
    // What parses descriptions of callers' own gateways. Few programs need it, and they get it as a script.
    Module {
        file: "waevent_define.wasm",
        glue: "waevent_define.js",
        inline: Some("define.inline.js"),
        profile: SMALL,
        part: Some("define"),
        level: optimize::SMALL,
    },
    // What pages get that only check events and build requests.
    Module {
        file: "waevent_lite.wasm",
        glue: "lite-glue.js",
        inline: Some("lite-wasm.js"),
        profile: SMALL,
        part: Some("lite"),
        level: optimize::SMALL,
    },
];

pub fn build() -> Result<()> {
    Tool::WasmTarget.ensure()?;
    Tool::NodePackages.ensure()?;

    let metadata = metadata()?;
    let made = MODULES
        .iter()
        .map(|module| module.make(&metadata.target_directory))
        .collect::<Result<Vec<_>>>()?;
    assemble::assemble(&made, &metadata.version)?;
    size::check(&paths::package())?;
    pages::check(&paths::package())
}

/// A module that has been made: the script from the bindings generator, and the wasm.
pub struct Made {
    pub module: &'static Module,
    pub glue: PathBuf,
    pub wasm: PathBuf,
}

impl Module {
    fn make(&'static self, target_directory: &Path) -> Result<Made> {
        let compiled = self.compile(target_directory)?;
        if self.profile == SMALL {
            weights::print(self.file, &compiled)?;
        }
        let snipped = paths::scratch("snip").join(self.file);
        fs::create_dir_all(paths::scratch("snip"))?;
        fs::write(&snipped, snip::snip(&fs::read(&compiled)?)?)?;
        let folder = bind(&snipped, &paths::scratch("bindgen").join(self.file))?;
        let made = Made {
            module: self,
            glue: folder.join("waevent.js"),
            wasm: folder.join("waevent_bg.wasm"),
        };
        optimize::optimize(self.file, self.level, &made.wasm)?;
        Ok(made)
    }

    fn compile(&self, target_directory: &Path) -> Result<PathBuf> {
        println!("compiling {} (profile {})", self.file, self.profile);
        // Only this crate gets the flag for the part, so its dependencies are compiled once.
        let part = self.part.map(|part| format!("--cfg=waevent_module=\"{part}\""));
        run::shown(
            run::cargo()
                .args(["rustc", "--package", "waevent", "--lib", "--features", "package"])
                .args(["--profile", self.profile, "--target", WASM_TARGET, "--"])
                .args(part)
                .env("CARGO_ENCODED_RUSTFLAGS", rustflags(self.profile)?),
        )?;
        Ok(target_directory.join(WASM_TARGET).join(self.profile).join("waevent.wasm"))
    }
}

/// The version of the packages, which is that of the crate.
pub fn version() -> Result<String> {
    Ok(metadata()?.version)
}

struct Metadata {
    version: String,
    target_directory: PathBuf,
}

/// What cargo knows: the version in Cargo.toml, and the folder that it compiles to.
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

/// Panic messages contain the paths of dependencies' source files, including the folder they were unpacked in. That
/// folder is cut off: it shows where the package was built, and the same source would give different bytes on another
/// machine.
fn rustflags(profile: &str) -> Result<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo"))).context("no home folder")?;
    let mut flags = Vec::new();
    if profile == SMALL {
        // SHA-256 as a loop instead of 64 unrolled rounds: 2.3 kB less, gzipped.
        flags.push("--cfg=sha2_backend_soft=\"compact\"".to_owned());
    }
    for registry in fs::read_dir(home.join("registry/src")).into_iter().flatten() {
        flags.push(format!("--remap-path-prefix={}=", registry?.path().display()));
    }
    flags.push(standard_library()?);
    flags.sort();
    Ok(flags.join("\u{1f}"))
}

/// The flag for the standard library. Its paths contain its commit, unless its source is installed: then they contain
/// its folder, which the flag replaces by the commit.
fn standard_library() -> Result<String> {
    let rustc = |arguments: &[&str]| {
        let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        run::output(Command::new(rustc).args(arguments))
    };
    let version = rustc(&["--version", "--verbose"])?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    let commit = commit.context("rustc does not name its commit")?;
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
        // The types are written manually.
        "--no-typescript",
        // The entry points say where the binary is; a default path would make bundlers look for it.
        "--omit-default-module-path",
        // After a trap the entry point makes a fresh instance.
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
