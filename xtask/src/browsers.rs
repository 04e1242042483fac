//! The browsers that the tests drive, from the distribution. Variables name other programs.

use crate::run;
use anyhow::{Context, Result, bail};
use std::{env, path::PathBuf, process::Command};

/// A program: the variable that names it, and the names under which it is looked for.
pub struct Program {
    pub variable: &'static str,
    names: &'static [&'static str],
}

pub const CHROMIUM: Program = Program {
    variable: "CHROMIUM",
    names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
};
/// The program through which the wasm test runner drives Chromium.
pub const CHROMEDRIVER: Program = Program { variable: "CHROMEDRIVER", names: &["chromedriver"] };
pub const FIREFOX: Program = Program { variable: "FIREFOX", names: &["firefox-esr", "firefox"] };
/// Drives the small browser that comes with `WebKit`.
pub const WEBKITDRIVER: Program = Program { variable: "WEBKITDRIVER", names: &["WebKitWebDriver"] };
/// A screen that nobody sees: `WebKit` has no mode without one.
pub const XVFB: Program = Program { variable: "XVFB", names: &["Xvfb"] };

impl Program {
    pub fn find(&self) -> Option<PathBuf> {
        let named = env::var_os(self.variable).filter(|value| !value.is_empty());
        named.map(PathBuf::from).or_else(|| in_path(self.names))
    }

    pub fn path(&self) -> Result<PathBuf> {
        self.find().with_context(|| format!("there is no {}", self.variable.to_lowercase()))
    }
}

/// What is installed together.
pub struct Browser {
    programs: &'static [Program],
    packages: &'static [&'static str],
    size: &'static str,
}

pub const WITH_CHROMIUM: Browser = Browser {
    programs: &[CHROMIUM, CHROMEDRIVER],
    packages: &["chromium", "chromium-driver"],
    size: "440 MB",
};
pub const WITH_FIREFOX: Browser =
    Browser { programs: &[FIREFOX], packages: &["firefox-esr"], size: "290 MB" };
pub const WITH_WEBKIT: Browser = Browser {
    programs: &[WEBKITDRIVER, XVFB],
    packages: &["webkit2gtk-driver", "xvfb"],
    size: "250 MB",
};

impl Browser {
    /// Installs the programs from the distribution unless they are there.
    pub fn ensure(&self) -> Result<()> {
        if self.is_here() {
            return Ok(());
        }
        let packages = self.packages.join(" and ");
        if in_path(&["apt-get"]).is_none() {
            let variables: Vec<&str> = self.programs.iter().map(|each| each.variable).collect();
            bail!(
                "{packages} are needed and there is no apt-get here. \
                 Install what they hold, or name the programs with the variables {}",
                variables.join(" and ")
            );
        }
        if !is_root() {
            // Asks for the password, if any, before the progress lines begin.
            println!("  {packages} come from the distribution: that takes sudo");
            run::shown(run::command("sudo").arg("-v"))?;
        }
        run::quiet(
            "reading the distribution's package lists (apt-get update)",
            &mut apt(&["update"]),
        )?;
        run::quiet(
            &format!(
                "installing {packages}, for the browser tests (apt-get install, about {})",
                self.size
            ),
            apt(&["install", "-y", "--no-install-recommends"]).args(self.packages),
        )?;
        if !self.is_here() {
            bail!("apt-get installed {packages}, but their programs are not in the PATH");
        }
        Ok(())
    }

    fn is_here(&self) -> bool {
        self.programs.iter().all(|program| program.find().is_some())
    }
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

fn in_path(names: &[&str]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
    let candidates =
        names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    candidates.into_iter().find(|path| path.is_file())
}
