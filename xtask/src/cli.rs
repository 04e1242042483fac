//! `waevent-cli` as npm would publish it: with the scripts that it shares with others, packed, and installed next to
//! the package.

use crate::{assemble, build, consumer, paths};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

/// Scripts that it shares with the package's own command line and with the examples that send. They are copied when
/// `waevent-cli` is made, so that each rule exists only once.
const SHARED: &[&str] = &[
    "pkg-template/cli/bar.js",
    "pkg-template/cli/gateway.js",
    "pkg-template/cli/names.js",
    "pkg-template/cli/output.js",
    "examples/fate.mjs",
    "examples/numbers.mjs",
    "examples/send.mjs",
];

/// How scripts of the repository import the package.
const BUILT: &str = "\"../pkg/node.js\"";

/// The folder that is packed. Its name is shown meanwhile.
fn made() -> PathBuf {
    paths::at("target/waevent-cli")
}

/// The folder with the tarball, and with the folder that it is installed into.
fn packed() -> PathBuf {
    paths::at("target/cli")
}

/// Builds, packs and installs, once per run of the driver. Returns the tarball.
pub fn install() -> Result<&'static Path> {
    static TARBALL: OnceLock<PathBuf> = OnceLock::new();
    if let Some(tarball) = TARBALL.get() {
        return Ok(tarball);
    }
    let package = consumer::install()?;
    make(&made())?;
    let tarball = consumer::pack(&made(), &packed())?;
    install_beside(package, &tarball)?;
    Ok(TARBALL.get_or_init(|| tarball))
}

/// Sets the variables of a test program that say where the installed command line and its tarball are.
pub fn describe(command: &mut Command) -> Result<&mut Command> {
    let tarball = install()?;
    Ok(command
        .env("WAEVENT_CLI_CONSUMER", packed().join("consumer"))
        .env("WAEVENT_CLI_TARBALL", tarball))
}

fn make(folder: &Path) -> Result<()> {
    let source = paths::at("cli");
    assemble::remove(folder)?;
    fs::create_dir_all(folder)?;
    for entry in fs::read_dir(&source)? {
        let entry = entry?;
        let (name, target) = (entry.file_name(), folder.join(entry.file_name()));
        match &*name.to_string_lossy() {
            "node_modules" | "package-lock.json" => {}
            _ if entry.file_type()?.is_dir() => assemble::copy_folder(&entry.path(), &target)?,
            _ => assemble::copy(&entry.path(), &target)?,
        }
    }
    fs::create_dir(folder.join("shared"))?;
    for shared in SHARED {
        let source = paths::at(shared);
        let text = fs::read_to_string(&source).with_context(|| source.display().to_string())?;
        // The names of the package's scripts end with .js.
        let text = text
            .replace(BUILT, "\"waevent\"")
            .replace("\"../define.js\"", "\"waevent/define\"")
            .replace(".mjs\"", ".js\"");
        let name = Path::new(shared).with_extension("js");
        fs::write(folder.join("shared").join(name.file_name().unwrap_or_default()), text)?;
    }
    for text in ["LICENSE", "LICENSE-APACHE", "NOTICE"] {
        assemble::copy(&paths::at(text), &folder.join(text))?;
    }
    let version = build::version()?;
    assemble::stamp(&folder.join("package.json"), &version)?;
    assemble::depend(&folder.join("package.json"), "waevent", &version)
}

/// Installs both tarballs, and the packages of the lock file in `cli/`, without the network.
fn install_beside(package: &Path, tarball: &Path) -> Result<()> {
    let modules = paths::at("cli/node_modules");
    let mut libraries = Vec::new();
    for entry in fs::read_dir(&modules)? {
        let path = entry?.path();
        if path.join("package.json").is_file() {
            libraries.push(path);
        }
    }
    libraries.sort();
    let folder = packed().join("consumer");
    let texts: Vec<String> = [package, tarball]
        .into_iter()
        .chain(libraries.iter().map(PathBuf::as_path))
        .map(|path| path.display().to_string())
        .collect();
    let mut args: Vec<&str> = vec!["--install-links"];
    args.extend(texts.iter().skip(1).map(String::as_str));
    consumer::install_into(&folder, package, &args)
}
