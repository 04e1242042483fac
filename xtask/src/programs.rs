//! The programs that the tests run and the distribution provides: browsers and servers. Environment variables can name
//! others.

use crate::run;
use anyhow::{Context, Result, bail};
use std::{env, fs, path::PathBuf, process::Command};

/// A program: the variable that names it, the names under which it is searched for, and a folder whose subfolders have
/// it if the PATH does not.
pub struct Program {
    pub variable: &'static str,
    names: &'static [&'static str],
    beside: Option<&'static str>,
}

const fn program(variable: &'static str, names: &'static [&'static str]) -> Program {
    Program { variable, names, beside: None }
}

pub const CHROMIUM: Program =
    program("CHROMIUM", &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]);
/// The program through which the wasm test runner drives Chromium.
pub const CHROMEDRIVER: Program = program("CHROMEDRIVER", &["chromedriver"]);
pub const FIREFOX: Program = program("FIREFOX", &["firefox-esr", "firefox"]);
/// Drives the small browser that comes with `WebKit`.
pub const WEBKITDRIVER: Program = program("WEBKITDRIVER", &["WebKitWebDriver"]);
/// A virtual screen: `WebKit` cannot run without one.
pub const XVFB: Program = program("XVFB", &["Xvfb"]);
pub const REDIS: Program = program("REDIS_SERVER", &["redis-server"]);
/// Debian keeps each version's programs in a folder of its own.
pub const POSTGRES: Program =
    Program { variable: "POSTGRES", names: &["postgres"], beside: Some("/usr/lib/postgresql") };

impl Program {
    pub fn find(&self) -> Option<PathBuf> {
        let named = env::var_os(self.variable).filter(|value| !value.is_empty());
        named.map(PathBuf::from).or_else(|| in_path(self.names)).or_else(|| self.newest())
    }

    /// The program with the highest version, if there is a folder for each version.
    fn newest(&self) -> Option<PathBuf> {
        let versions = fs::read_dir(self.beside?).ok()?.filter_map(Result::ok);
        let found = versions.filter_map(|folder| {
            let version: u32 = folder.file_name().to_str()?.parse().ok()?;
            let path = folder.path().join("bin").join(self.names.first()?);
            path.is_file().then_some((version, path))
        });
        found.max().map(|(_, path)| path)
    }

    pub fn path(&self) -> Result<PathBuf> {
        self.find().with_context(|| format!("there is no {}", self.variable.to_lowercase()))
    }
}

/// Programs that are installed together, and what they are for.
pub struct Bundle {
    programs: &'static [Program],
    packages: &'static [&'static str],
    purpose: &'static str,
    size: &'static str,
}

const BROWSER_TESTS: &str = "for the browser tests";

pub const WITH_CHROMIUM: Bundle = Bundle {
    programs: &[CHROMIUM, CHROMEDRIVER],
    packages: &["chromium", "chromium-driver"],
    purpose: BROWSER_TESTS,
    size: "440 MB",
};
pub const WITH_FIREFOX: Bundle = Bundle {
    programs: &[FIREFOX],
    packages: &["firefox-esr"],
    purpose: BROWSER_TESTS,
    size: "290 MB",
};
pub const WITH_WEBKIT: Bundle = Bundle {
    programs: &[WEBKITDRIVER, XVFB],
    packages: &["webkit2gtk-driver", "xvfb"],
    purpose: BROWSER_TESTS,
    size: "250 MB",
};
/// The distribution may start servers after installing these. Ours use other ports, and folders of their own.
pub const WITH_REDIS: Bundle = Bundle {
    programs: &[REDIS],
    packages: &["redis-server"],
    purpose: "for the queue",
    size: "6 MB",
};
pub const WITH_POSTGRES: Bundle = Bundle {
    programs: &[POSTGRES],
    packages: &["postgresql"],
    purpose: "for n8n's queue mode",
    size: "60 MB",
};

impl Bundle {
    /// Installs the programs from the distribution, unless they are there.
    pub fn ensure(&self) -> Result<()> {
        if self.is_here() {
            return Ok(());
        }
        let packages = self.packages.join(" and ");
        if in_path(&["apt-get"]).is_none() {
            let variables: Vec<&str> = self.programs.iter().map(|each| each.variable).collect();
            bail!(
                "{packages} are needed, and there is no apt-get here. \
                 Install their programs, or name these with the variables {}",
                variables.join(" and ")
            );
        }
        self.ask()?;
        run::quiet(
            "reading the distribution's package lists (apt-get update)",
            &mut apt(&["update"]),
        )?;
        run::quiet(
            &format!(
                "installing {packages}, {} (apt-get install, about {})",
                self.purpose, self.size
            ),
            apt(&["install", "-y", "--no-install-recommends"]).args(self.packages),
        )?;
        if !self.is_here() {
            bail!("apt-get installed {packages}, but their programs are not in the PATH");
        }
        Ok(())
    }

    /// Asks for the password that the installation needs, if any: neither behind a progress line nor in the middle of
    /// the tests.
    pub fn ask(&self) -> Result<()> {
        if self.is_here() || is_root() || in_path(&["apt-get"]).is_none() {
            return Ok(());
        }
        println!("  installing {} from the distribution needs sudo", self.packages.join(" and "));
        run::shown(run::command("sudo").arg("-v"))
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
    // Another apt-get may be running: wait for it.
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
