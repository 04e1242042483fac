//! The package as its users get it: packed, and installed from the tarball into a folder of its own.

use crate::{build, npm, paths, run};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

const MANIFEST: &str = r#"{ "name": "consumer", "version": "0.0.0", "private": true, "type": "module" }
"#;

/// Builds, packs and installs, once per run of the driver. Returns the tarball.
pub fn install() -> Result<&'static Path> {
    static TARBALL: OnceLock<PathBuf> = OnceLock::new();
    if let Some(tarball) = TARBALL.get() {
        return Ok(tarball);
    }
    build::build()?;
    let tarball = pack(&paths::package(), &paths::at("target/package"))?;
    install_into(&paths::consumer(), &tarball, &[])?;
    Ok(TARBALL.get_or_init(|| tarball))
}

/// Sets the variables of a test program that say where the installed package and its tarball are.
pub fn describe(command: &mut Command) -> Result<&mut Command> {
    let tarball = install()?;
    Ok(command.env("WAEVENT_CONSUMER", paths::consumer()).env("WAEVENT_TARBALL", tarball))
}

/// Packs a folder into an empty one, and returns the tarball.
pub fn pack(package: &Path, folder: &Path) -> Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let name = package.file_name().unwrap_or_default().display();
    run::quiet(
        &format!("packing {name}/ (npm pack)"),
        npm::npm()
            .current_dir(package)
            .args(["pack", "--ignore-scripts", "--pack-destination"])
            .arg(folder),
    )?;
    let entries = fs::read_dir(folder)?.collect::<std::io::Result<Vec<_>>>()?;
    let mut files = entries.into_iter().map(|entry| entry.path());
    files
        .find(|file| file.extension().is_some_and(|end| end == "tgz"))
        .context("npm pack left no tarball")
}

/// Installs a tarball into a folder of its own, as users do, but without the network.
pub fn install_into(folder: &Path, tarball: &Path, args: &[&str]) -> Result<()> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join("package.json"), MANIFEST)?;
    run::quiet(
        "installing the tarball, offline",
        npm::npm()
            .current_dir(folder)
            .args(["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund"])
            .arg("--no-package-lock")
            .args(args)
            .arg(tarball),
    )
}
