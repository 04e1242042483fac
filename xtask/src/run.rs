//! Runs other programs: either with their output shown directly, or behind one line that shows how long it takes.

use crate::paths;
use anyhow::{Context, Result, bail};
use indicatif::{ProgressBar, ProgressStyle};
use std::{
    ffi::OsStr,
    io::{Write, stdout},
    path::Path,
    process::{Command, Output, Stdio},
    time::Duration,
};

/// A command that starts in the repository's root.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(paths::root());
    command
}

/// The cargo that runs this driver, so that no other cargo from the PATH is used.
pub fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Node, which the tools from npm and the examples run on.
pub fn node() -> Command {
    command("node")
}

/// Runs to the end and shows the output directly, for what a person wants to follow.
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
    Ok(String::from_utf8(captured(command)?.stdout)?)
}

/// Runs to the end and keeps the output, which becomes part of the error if the program fails.
fn captured(command: &mut Command) -> Result<Output> {
    let output = command.output().with_context(|| format!("cannot start {}", line(command)))?;
    if !output.status.success() {
        let [out, err] = [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text));
        bail!("{} ended with {}\n{out}{err}", line(command), output.status);
    }
    Ok(output)
}

/// Whether the program exists and succeeds. Its output is dropped.
pub fn works(command: &mut Command) -> bool {
    command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Runs behind one line that says what happens and, on a terminal, for how long. The output is shown only if the
/// program fails.
pub fn quiet(what: &str, command: &mut Command) -> Result<()> {
    let progress = ProgressBar::new_spinner()
        .with_style(ProgressStyle::with_template("  {msg} … {elapsed_precise}")?)
        .with_message(what.to_owned());
    progress.enable_steady_tick(Duration::from_secs(1));
    // It draws nothing if the output is not a terminal.
    if progress.is_hidden() {
        println!("  {what} …");
    }
    let result = captured(command.stdin(Stdio::null()));
    progress.finish();
    result.map(drop)
}

/// The command as one would type it.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program.file_name().unwrap_or(program.as_os_str());
    let words = [program].into_iter().chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
