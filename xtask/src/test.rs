//! `cargo xtask test`: installs what is missing, runs every step even after one has failed, and sums up.

use crate::steps::{STEPS, Step};
use crate::tools::Tool;
use anyhow::{Result, anyhow, bail};
use std::{
    process::ExitCode,
    time::{Duration, Instant},
};

struct Outcome {
    name: &'static str,
    took: Duration,
    error: Option<String>,
}

pub fn test(names: &[String]) -> Result<ExitCode> {
    let steps = select(names)?;
    let tools = install(&steps);

    let mut outcomes = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        println!("\n── {}/{} {}: {}", index + 1, steps.len(), step.name, step.what);
        let outcome = attempt(step, &tools);
        println!("── {}", told(&outcome));
        outcomes.push(outcome);
    }
    Ok(sum_up(&outcomes))
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

/// Everything is installed before the first step, so that a person can leave after that. A tool that cannot be
/// installed fails the steps that need it and no others.
fn install(steps: &[&Step]) -> Vec<(Tool, Result<()>)> {
    println!("looking for what the tests need");
    let mut tools: Vec<(Tool, Result<()>)> = Vec::new();
    for tool in steps.iter().flat_map(|step| step.needs) {
        if tools.iter().all(|(known, _)| known != tool) {
            tools.push((*tool, tool.ensure()));
        }
    }
    tools
}

fn attempt(step: &Step, tools: &[(Tool, Result<()>)]) -> Outcome {
    let started = Instant::now();
    let missing = tools.iter().find_map(|(tool, result)| {
        let error = result.as_ref().err().filter(|_| step.needs.contains(tool))?;
        Some(anyhow!("{tool:?}: {error:#}"))
    });
    let result = missing.map_or_else(step.run, Err);
    let error = result.err().map(|error| format!("{error:#}"));
    Outcome { name: step.name, took: started.elapsed(), error }
}

fn told(outcome: &Outcome) -> String {
    let seconds = outcome.took.as_secs_f64();
    match &outcome.error {
        None => format!("{}: passed in {seconds:.1} s", outcome.name),
        Some(error) => format!("{}: FAILED in {seconds:.1} s: {error}", outcome.name),
    }
}

/// The last line is read by programs.
fn sum_up(outcomes: &[Outcome]) -> ExitCode {
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

    #[test]
    fn a_missing_tool_fails_the_steps_that_need_it() {
        let tools = [(Tool::Chromium, Err(anyhow!("no apt-get")))];
        let step = Step { name: "s", what: "", needs: &[Tool::Chromium], run: || Ok(()) };
        assert_eq!(attempt(&step, &tools).error.as_deref(), Some("Chromium: no apt-get"));
        let other = Step { needs: &[], ..step };
        assert!(attempt(&other, &tools).error.is_none());
    }
}
