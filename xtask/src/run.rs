//! Running other programs: either with their output shown as it comes, or behind one line that says how long it takes.

use crate::paths;
use anyhow::{Context, Result, bail};
use std::{
    ffi::OsStr,
    fs::{self, File},
    io::{IsTerminal, Write, stdout},
    path::Path,
    process::{Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

/// A command that starts in the repository's root.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(paths::root());
    command
}

/// The cargo that runs this driver, so that no other one from the PATH gets in between.
pub fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Node, which the tools from npm and the examples run on.
pub fn node() -> Command {
    command("node")
}

/// Runs to the end with the output shown as it comes: for what a person wants to follow.
pub fn shown(command: &mut Command) -> Result<()> {
    stdout().flush()?;
    let status = command.status().with_context(|| format!("cannot start {}", line(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", line(command));
    }
    Ok(())
}

/// Runs to the end and returns what was written to standard output.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("cannot start {}", line(command)))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("{} ended with {}\n{said}", line(command), output.status);
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// Whether the program exists and ends well. What it says is dropped.
pub fn works(command: &mut Command) -> bool {
    command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Runs behind one line that says what happens and for how long. The output is shown only when the program fails.
pub fn quiet(what: &str, command: &mut Command) -> Result<()> {
    fs::create_dir_all(paths::scratch("log"))?;
    let log = paths::scratch("log").join(format!("{}.txt", std::process::id()));
    let file = File::create(&log)?;
    let mut child = command
        .stdin(Stdio::null())
        .stdout(file.try_clone()?)
        .stderr(file)
        .spawn()
        .with_context(|| format!("cannot start {}", line(command)))?;

    let mut progress = Progress::start(what)?;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        progress.tick()?;
        sleep(Duration::from_millis(50));
    };
    progress.end()?;

    let said = fs::read(&log)?;
    fs::remove_file(&log)?;
    if !status.success() {
        bail!("{} ended with {status}\n{}", line(command), String::from_utf8_lossy(&said));
    }
    Ok(())
}

/// The line of [`quiet`]: rewritten in place on a terminal, and a sign of life now and then in a log.
struct Progress<'a> {
    what: &'a str,
    started: Instant,
    told: Instant,
    terminal: bool,
}

impl<'a> Progress<'a> {
    fn start(what: &'a str) -> Result<Self> {
        let terminal = stdout().is_terminal();
        print!("  {what} …");
        if !terminal {
            println!();
        }
        stdout().flush()?;
        let now = Instant::now();
        Ok(Self { what, started: now, told: now, terminal })
    }

    fn tick(&mut self) -> Result<()> {
        let every = if self.terminal { 1 } else { 20 };
        if self.told.elapsed() < Duration::from_secs(every) {
            return Ok(());
        }
        self.told = Instant::now();
        let seconds = self.started.elapsed().as_secs();
        if self.terminal {
            print!("\r  {} … {seconds} s", self.what);
        } else {
            println!("  … {seconds} s");
        }
        Ok(stdout().flush()?)
    }

    fn end(&self) -> Result<()> {
        let seconds = self.started.elapsed().as_secs_f64();
        if self.terminal {
            println!("\r  {} … {seconds:.1} s", self.what);
        } else {
            println!("  … done in {seconds:.1} s");
        }
        Ok(stdout().flush()?)
    }
}

/// The command as one would type it.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program.file_name().unwrap_or(program.as_os_str());
    let words = [program].into_iter().chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
