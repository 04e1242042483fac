//! `cargo xtask bench`: how the package compares with what it replaces, in several versions of Node and in Chromium.

use crate::{build, paths, programs, run, tools::Tool};
use anyhow::{Context, Result, bail};
use std::{fs, path::PathBuf};

/// Odd, so that the median is a turn that was measured.
const ROUNDS: u32 = 101;

/// The parts that can be measured separately, as in `bench/main.mjs`.
const PARTS: [&str; 4] = ["weights", "start", "verdict", "speed"];

/// What to measure: the parts (none means all), the turns of each candidate, and the folder of another build.
#[derive(Debug, PartialEq)]
struct Wanted {
    parts: Vec<String>,
    rounds: u32,
    against: Option<PathBuf>,
}

pub fn bench(args: &[String]) -> Result<()> {
    let Wanted { parts, rounds, against } = Wanted::read(args)?;
    let against =
        against.map(fs::canonicalize).transpose().context("--against: there is no such package")?;
    build::build()?;
    Tool::Runtimes.ensure()?;
    Tool::Chromium.ensure()?;
    let mut node = run::node();
    node.arg(paths::at("bench/main.mjs")).args(parts).arg(format!("--rounds={rounds}"));
    if let Some(package) = against {
        node.arg(format!("--against={}", package.display()));
    }
    run::shown(node.env("CHROMIUM", programs::CHROMIUM.path()?))
}

impl Wanted {
    fn read(args: &[String]) -> Result<Self> {
        let mut wanted = Self { parts: Vec::new(), rounds: ROUNDS, against: None };
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            let mut value = || args.next().with_context(|| format!("{arg} needs a value"));
            match arg.as_str() {
                "--rounds" => {
                    wanted.rounds = value()?.parse().context("--rounds needs a number")?;
                }
                "--against" => wanted.against = Some(value()?.into()),
                part if PARTS.contains(&part) => wanted.parts.push(arg.clone()),
                _ => bail!("cargo xtask bench has no {arg}: its parts are {}", PARTS.join(", ")),
            }
        }
        if wanted.rounds == 0 {
            bail!("--rounds must be at least 1");
        }
        Ok(wanted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(args: &[&str]) -> Result<Wanted> {
        Wanted::read(&args.iter().map(|&arg| arg.to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn parts_and_options_come_in_any_order() -> Result<()> {
        assert_eq!(read(&[])?, Wanted { parts: Vec::new(), rounds: ROUNDS, against: None });
        let found = read(&["verdict", "--rounds", "7", "start", "--against", "old/pkg"])?;
        let parts = vec!["verdict".to_owned(), "start".to_owned()];
        assert_eq!(found, Wanted { parts, rounds: 7, against: Some("old/pkg".into()) });
        Ok(())
    }

    #[test]
    fn unknown_arguments_are_refused() {
        for args in [
            &["memory"][..],
            &["--round", "7"],
            &["--rounds"],
            &["--rounds", "x"],
            &["--rounds", "0"],
        ] {
            assert!(read(args).is_err(), "{args:?}");
        }
    }
}
