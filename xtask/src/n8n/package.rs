//! `n8n-nodes-waevent` as npm would publish it: compiled, with the package and its wasm bundled in, packed and
//! installed.

use crate::{assemble, build, consumer, npm, paths, run};
use anyhow::Result;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

/// The folder that is packed. Its name is shown meanwhile.
fn made() -> PathBuf {
    paths::at("target/n8n-nodes-waevent")
}

/// The folder with the tarball, and with the folder that it is installed into.
fn packed() -> PathBuf {
    paths::at("target/n8n-node")
}

/// Builds, packs and installs, once per run of the driver. Returns the tarball.
pub fn install() -> Result<&'static Path> {
    static TARBALL: OnceLock<PathBuf> = OnceLock::new();
    if let Some(tarball) = TARBALL.get() {
        return Ok(tarball);
    }
    consumer::install()?;
    make(&made())?;
    let tarball = consumer::pack(&made(), &packed())?;
    // n8n is a peer dependency, and provides its modules to nodes.
    consumer::install_into(&packed().join("consumer"), &tarball, &["--legacy-peer-deps"])?;
    Ok(TARBALL.get_or_init(|| tarball))
}

/// Sets the variables of a test program that say where the installed node, its tarball and n8n's modules are.
pub fn describe(command: &mut Command) -> Result<&mut Command> {
    let tarball = install()?;
    consumer::describe(command)?;
    Ok(command
        .env("WAEVENT_NODE_CONSUMER", packed().join("consumer"))
        .env("WAEVENT_NODE_TARBALL", tarball)
        .env("NODE_PATH", paths::at("n8n/node_modules")))
}

fn make(folder: &Path) -> Result<()> {
    let source = paths::at("n8n");
    assemble::remove(folder)?;
    fs::create_dir_all(folder)?;
    let dist = folder.join("dist");
    run::shown(npm::tool("tsc").arg("--project").arg(&source).arg("--outDir").arg(&dist))?;
    bundle(&source.join("engine/waevent.ts"), &dist.join("engine/waevent.js"))?;
    assemble::copy_folder(&source.join("icons"), &dist.join("icons"))?;
    let about = "nodes/WhatsAppEvent/WhatsAppEvent.node.json";
    assemble::copy(&source.join(about), &dist.join(about))?;
    assemble::copy(&source.join("README.md"), &folder.join("README.md"))?;
    for text in ["LICENSE", "LICENSE-APACHE", "NOTICE"] {
        assemble::copy(&paths::at(text), &folder.join(text))?;
    }
    assemble::copy(&source.join("package.json"), &folder.join("package.json"))?;
    assemble::stamp(&folder.join("package.json"), &build::version()?)
}

/// Replaces the module that imports the package by a bundle with the package and its wasm.
fn bundle(entry: &Path, out: &Path) -> Result<()> {
    // Not minified: whoever verifies the node should be able to read it.
    let flags = ["--bundle", "--format=cjs", "--platform=neutral", "--allow-overwrite"];
    run::shown(
        npm::tool("esbuild")
            .arg(entry)
            .args(flags)
            // Nodes must not write to the console. The bindings would do so in cases that do not occur here.
            .args(["--drop:console", "--log-level=warning"])
            .arg(format!("--outfile={}", out.display())),
    )
}
