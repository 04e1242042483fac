//! Assembles the package: the hand-written part, the compiled part, and what is generated from it.

use crate::{build::Made, join, links, paths, strip};
use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Texts of the repository that belong in the package.
const TEXTS: &[&str] = &["README.md", "LICENSE", "LICENSE-APACHE", "NOTICE", "CHANGELOG.md"];

/// The export with which the bindings fetch the module themselves. `engine.js` does that, and explains what to do if it
/// fails. Without the export, the code that nobody can call is removed with the comments.
const OWN_START: &str = ", __wbg_init as default";

/// Makes `pkg/` anew, in a folder that replaces it when it is complete: nothing of an older build stays, and a failed
/// build leaves the last good package as it is.
pub fn assemble(modules: &[Made], version: &str) -> Result<()> {
    let new = paths::scratch("pkg");
    remove(&new)?;
    copy_folder(&paths::at("pkg-template"), &new)?;
    for text in TEXTS {
        copy(&paths::at(text), &new.join(text))?;
    }
    let readme = new.join("README.md");
    fs::write(&readme, links::absolute(&fs::read_to_string(&readme)?, TEXTS)?)?;

    modules.iter().try_for_each(|made| add_glue(made, &new))?;
    strip::comments(&new, &scripts(&new)?)?;
    join::entry_points(&new)?;
    modules.iter().try_for_each(|made| add_wasm(made, &new))?;
    // From the native build of the same source: the facts about gateways exist once, in Rust.
    fs::write(new.join("facts.js"), crate::facts::javascript()?)?;
    fs::write(new.join("wire.js"), waevent::wire::script())?;
    fs::write(new.join("schemas.js"), crate::facts::schemas()?)?;
    fs::write(new.join("phone-formats.js"), crate::facts::phone_formats()?)?;
    for (tag, script) in crate::facts::locales()? {
        fs::write(new.join("locales").join(tag).with_extension("js"), script)?;
    }
    stamp(&new.join("package.json"), version)?;

    remove(&paths::package())?;
    fs::rename(&new, paths::package())?;
    Ok(())
}

fn add_glue(made: &Made, package: &Path) -> Result<()> {
    let glue = package.join(made.module.glue);
    let script = fs::read_to_string(&made.glue)?;
    ensure!(
        script.matches(OWN_START).count() == 1,
        "the bindings have another export for their start"
    );
    let script = script.replace(OWN_START, "");
    if glue.exists() {
        ensure!(script == fs::read_to_string(&glue)?, "{} needs another script", made.module.file);
        return Ok(());
    }
    Ok(fs::write(&glue, script)?)
}

fn add_wasm(made: &Made, package: &Path) -> Result<()> {
    let wasm = fs::read(&made.wasm)?;
    if let Some(script) = made.module.inline {
        let text = format!("export default \"{}\";\n", STANDARD.encode(&wasm));
        fs::write(package.join(script), text)?;
    }
    Ok(fs::write(package.join(made.module.file), wasm)?)
}

/// The scripts of the package, in order.
pub fn scripts(package: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(package)?.collect::<std::io::Result<Vec<_>>>()?;
    let files = entries.into_iter().map(|entry| entry.path());
    let mut scripts: Vec<PathBuf> =
        files.filter(|file| file.extension().is_some_and(|end| end == "js")).collect();
    scripts.sort();
    Ok(scripts)
}

/// Writes the version into a package.json. It is defined once, in Cargo.toml.
pub fn stamp(manifest: &Path, version: &str) -> Result<()> {
    let mut value: Value = serde_json::from_slice(&fs::read(manifest)?)?;
    value["version"] = version.into();
    fs::write(manifest, format!("{value:#}\n"))?;
    Ok(())
}

/// Adds a dependency on exactly this version of a package.
pub fn depend(manifest: &Path, package: &str, version: &str) -> Result<()> {
    let mut value: Value = serde_json::from_slice(&fs::read(manifest)?)?;
    value["dependencies"][package] = version.into();
    fs::write(manifest, format!("{value:#}\n"))?;
    Ok(())
}

pub fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target: PathBuf = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            copy(&entry.path(), &target)?;
        }
    }
    Ok(())
}

pub fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("{} belongs in the package", from.display()))?;
    Ok(())
}

pub fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}
