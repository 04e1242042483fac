//! `cargo xtask test`: runs the requested steps, and prints a summary.

use crate::{
    lanes::{self, Outcome},
    steps::{STEPS, Step},
};
use anyhow::{Result, bail};
use std::process::ExitCode;

pub fn test(names: &[String]) -> Result<ExitCode> {
    let steps = select(names)?;
    // Asks for passwords before the first step runs.
    for tool in steps.iter().flat_map(|step| step.needs) {
        tool.ask()?;
    }
    Ok(sum_up(&lanes::run(&steps)))
}

/// The named steps in their usual order, or all.
fn select(names: &[String]) -> Result<Vec<&'static Step>> {
    let known: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
    if let Some(unknown) = names.iter().find(|name| !known.contains(&name.as_str())) {
        bail!("there is no step {unknown}: the steps are {}", known.join(", "));
    }
    let wanted = |step: &&Step| names.is_empty() || names.iter().any(|name| name == step.name);
    Ok(STEPS.iter().filter(wanted).collect())
}

/// Prints the summary, whose last line is read by programs. The last lines of commands that failed are repeated above
/// it, because a log may be shown from its end.
fn sum_up(outcomes: &[Outcome]) -> ExitCode {
    for Outcome { name, last_lines, .. } in outcomes {
        if !last_lines.is_empty() {
            println!("\n── the last lines of {name}, which failed\n{}", last_lines.trim_end());
        }
    }
    println!();
    for outcome in outcomes {
        let verdict = if outcome.error.is_none() { "passed" } else { "FAILED" };
        println!("  {:<14}{verdict}{:>8.1} s", outcome.name, outcome.took.as_secs_f64());
    }
    let failed = outcomes.iter().filter(|outcome| outcome.error.is_some()).count();
    println!("\n{} passed, {failed} failed", outcomes.len() - failed);
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_steps_run_in_the_usual_order() {
        let steps = select(&["core".into(), "format".into()]).unwrap();
        assert_eq!(steps.iter().map(|step| step.name).collect::<Vec<_>>(), ["format", "core"]);
        assert_eq!(select(&[]).unwrap().len(), STEPS.len());
        assert!(select(&["cores".into()]).is_err());
    }
}
