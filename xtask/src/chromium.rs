//! Chromium and its driver. CHROMIUM and CHROMEDRIVER name other ones.

use crate::run;
use anyhow::{Result, bail};
use std::{env, path::PathBuf, process::Command};

const BROWSERS: &[&str] =
    &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const DRIVERS: &[&str] = &["chromedriver"];

/// The browser that the tests drive.
pub fn browser() -> Option<PathBuf> {
    named("CHROMIUM").or_else(|| in_path(BROWSERS))
}

/// The program through which the wasm test runner drives it.
pub fn driver() -> Option<PathBuf> {
    named("CHROMEDRIVER").or_else(|| in_path(DRIVERS))
}

/// Installs both from the distribution unless they are there.
pub fn ensure() -> Result<()> {
    if browser().is_some() && driver().is_some() {
        return Ok(());
    }
    if in_path(&["apt-get"]).is_none() {
        bail!(
            "Chromium and chromedriver are needed and there is no apt-get here. \
             Install both, or name them with the variables CHROMIUM and CHROMEDRIVER"
        );
    }
    if !is_root() {
        // Asks for the password, if any, before the progress lines begin.
        println!("  Chromium comes from the distribution: that takes sudo");
        run::shown(run::command("sudo").arg("-v"))?;
    }
    run::quiet("reading the distribution's package lists (apt-get update)", &mut apt(&["update"]))?;
    run::quiet(
        "installing chromium and chromium-driver, for the browser tests (apt-get install, about 440 MB)",
        &mut apt(&["install", "-y", "--no-install-recommends", "chromium", "chromium-driver"]),
    )?;
    if browser().is_none() || driver().is_none() {
        bail!("apt-get installed chromium and chromium-driver, but neither is in the PATH");
    }
    Ok(())
}

/// apt-get, through sudo where needed.
fn apt(args: &[&str]) -> Command {
    let mut command = run::command(if is_root() { "apt-get" } else { "sudo" });
    if !is_root() {
        command.args(["-n", "apt-get"]);
    }
    command.env("DEBIAN_FRONTEND", "noninteractive");
    // Another apt-get may be at work: wait for it.
    command.args(["-o", "DPkg::Lock::Timeout=300"]).args(args);
    command
}

fn is_root() -> bool {
    run::output(run::command("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn in_path(names: &[&str]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
    let candidates =
        names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    candidates.into_iter().find(|path| path.is_file())
}
