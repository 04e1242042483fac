//! Puts the package together: the hand-written part, the compiled part, and what is generated from it.

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

/// Makes `pkg/` anew, from a folder that is complete before it takes the place: nothing of an older build stays, and
/// a failed one leaves the last good package alone.
///
/// Browsers and bundlers get the small module, Node the fast one: it downloads none of them when it starts.
pub fn assemble(small: &Made, fast: &Made, version: &str) -> Result<()> {
    let new = paths::scratch("pkg");
    remove(&new)?;
    copy_folder(&paths::at("pkg-template"), &new)?;
    for text in TEXTS {
        copy(&paths::at(text), &new.join(text))?;
    }
    let readme = new.join("README.md");
    fs::write(&readme, links::absolute(&fs::read_to_string(&readme)?, TEXTS)?)?;

    ensure!(fs::read(&small.glue)? == fs::read(&fast.glue)?, "the two modules need other scripts");
    copy(&small.glue, &new.join("waevent.js"))?;
    strip::comments(&new, &scripts(&new)?)?;
    join::doors(&new)?;
    let wasm = fs::read(&small.wasm)?;
    fs::write(new.join("waevent_bg.wasm"), &wasm)?;
    copy(&fast.wasm, &new.join("waevent_fast.wasm"))?;
    let inline = format!("export default \"{}\";\n", STANDARD.encode(&wasm));
    fs::write(new.join("wasm.inline.js"), inline)?;
    // From the native build of the same source: the facts about gateways exist once, in Rust.
    fs::write(new.join("facts.js"), crate::facts::javascript()?)?;
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

/// The scripts of the package, in order.
pub fn scripts(package: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(package)?.collect::<std::io::Result<Vec<_>>>()?;
    let files = entries.into_iter().map(|entry| entry.path());
    let mut scripts: Vec<PathBuf> =
        files.filter(|file| file.extension().is_some_and(|end| end == "js")).collect();
    scripts.sort();
    Ok(scripts)
}

/// The version is written down once, in Cargo.toml.
pub fn stamp(manifest: &Path, version: &str) -> Result<()> {
    let mut value: Value = serde_json::from_slice(&fs::read(manifest)?)?;
    value["version"] = version.into();
    fs::write(manifest, format!("{value:#}\n"))?;
    Ok(())
}

/// Names a package that one depends on, in this very version.
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
