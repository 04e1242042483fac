//! Runs steps, two at a time, while the tools that later steps need are being installed. Most steps wait for a disk, a
//! browser or a clock, or have one thread, so two of them share two cores well. More would need more memory than small
//! machines have.

use crate::{paths, run, steps::Step, tools::Tool};
use anyhow::{Context, Result, anyhow};
use std::{
    fs::{self, File},
    panic,
    path::Path,
    process::Command,
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

const LANES: usize = 2;

/// How a step ended.
pub struct Outcome {
    pub name: &'static str,
    pub took: Duration,
    pub error: Option<String>,
    /// The last lines of each command that failed. Empty if the output was shown directly.
    pub last_lines: String,
}

impl Outcome {
    fn line(&self) -> String {
        let seconds = self.took.as_secs_f64();
        match &self.error {
            None => format!("{}: passed in {seconds:.1} s", self.name),
            Some(error) => format!("{}: FAILED in {seconds:.1} s: {error}", self.name),
        }
    }
}

/// Runs all steps, even after one has failed. Returns the outcomes in the order of the steps.
pub fn run(steps: &[&Step]) -> Vec<Outcome> {
    let board = Board::of(steps);
    let lanes = LANES.min(steps.len());
    // The output of two steps at once would be mixed, so it is shown when a step has ended.
    let is_shown = lanes == 1;
    thread::scope(|scope| {
        scope.spawn(|| board.install(steps));
        for _ in 0..lanes {
            scope.spawn(|| {
                while let Some(step) = board.begin() {
                    println!("\n── {}: {}", step.name, step.what);
                    let (outcome, output) = attempt(step, board.missing(step).as_deref(), is_shown);
                    println!("{}── {}", framed(step, &output), outcome.line());
                    board.end(step, outcome);
                }
            });
        }
    });
    let mut outcomes = board.lock().outcomes.split_off(0);
    outcomes.sort_by_key(|outcome| steps.iter().position(|step| step.name == outcome.name));
    outcomes
}

/// What the lanes share.
struct Board<'a> {
    state: Mutex<State<'a>>,
    changed: Condvar,
}

struct State<'a> {
    waiting: Vec<&'a Step>,
    running: Vec<&'a Step>,
    /// The tools that have been installed, or could not be.
    settled: Vec<(Tool, Result<()>)>,
    outcomes: Vec<Outcome>,
}

impl<'a> Board<'a> {
    fn of(steps: &[&'a Step]) -> Self {
        let waiting = steps.to_vec();
        let (running, settled, outcomes) = (Vec::new(), Vec::new(), Vec::new());
        let state = Mutex::new(State { waiting, running, settled, outcomes });
        Self { state, changed: Condvar::new() }
    }

    fn lock(&self) -> MutexGuard<'_, State<'a>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Installs one tool after the other, in the order in which the steps need them.
    fn install(&self, steps: &[&Step]) {
        for tool in steps.iter().flat_map(|step| step.needs) {
            if self.lock().is_settled(*tool) {
                continue;
            }
            // If the panic were not caught, a step that waits for the tool would wait for ever.
            let result = panic::catch_unwind(|| tool.ensure());
            let result = result.unwrap_or_else(|_| Err(anyhow!("its installation panicked")));
            self.lock().settled.push((*tool, result));
            self.changed.notify_all();
        }
    }

    /// Waits for a step that can begin. `None` if no step is waiting any more.
    fn begin(&self) -> Option<&'a Step> {
        let mut state = self.lock();
        loop {
            if state.waiting.is_empty() {
                return None;
            }
            if let Some(place) = state.next() {
                let step = state.waiting.remove(place);
                state.running.push(step);
                return Some(step);
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Why a step cannot run. A tool that cannot be installed fails the steps that need it and no others.
    fn missing(&self, step: &Step) -> Option<String> {
        self.lock().settled.iter().find_map(|(tool, result)| {
            let error = result.as_ref().err().filter(|_| step.needs.contains(tool))?;
            Some(format!("{tool:?}: {error:#}"))
        })
    }

    fn end(&self, step: &Step, outcome: Outcome) {
        let mut state = self.lock();
        state.running.retain(|other| other.name != step.name);
        state.outcomes.push(outcome);
        self.changed.notify_all();
    }
}

impl State<'_> {
    fn is_settled(&self, tool: Tool) -> bool {
        self.settled.iter().any(|(known, _)| *known == tool)
    }

    /// The index of the first step that has the tools it needs, and does not compile while another step does.
    fn next(&self) -> Option<usize> {
        let is_compiling = self.running.iter().any(|step| step.compiles);
        self.waiting.iter().position(|step| {
            step.needs.iter().all(|tool| self.is_settled(*tool)) && !(step.compiles && is_compiling)
        })
    }
}

/// Runs all commands of a step, and fails with the first error. Their output is shown directly, or kept.
fn attempt(step: &Step, missing: Option<&str>, is_shown: bool) -> (Outcome, String) {
    let started = Instant::now();
    let mut log = Log::default();
    let result = match missing {
        Some(missing) => Err(anyhow!("{missing}")),
        None => (step.commands)().and_then(|commands| {
            if is_shown {
                return every(commands, run::shown);
            }
            let path = paths::scratch("log").join(format!("{}.txt", step.name));
            every(commands, |command| log.keep(&path, command))
        }),
    };
    let error = result.err().map(|error| format!("{error:#}"));
    let Log { whole, last_lines } = log;
    (Outcome { name: step.name, took: started.elapsed(), error, last_lines }, whole)
}

/// The output of a step's commands.
#[derive(Default)]
struct Log {
    whole: String,
    last_lines: String,
}

impl Log {
    /// Runs a command whose output goes to a file, and reads the file.
    fn keep(&mut self, path: &Path, command: &mut Command) -> Result<()> {
        fs::create_dir_all(paths::scratch("log"))?;
        let file = File::create(path).with_context(|| path.display().to_string())?;
        let result = run::shown(command.stdout(file.try_clone()?).stderr(file));
        let output = fs::read(path).with_context(|| path.display().to_string())?;
        let output = String::from_utf8_lossy(&output);
        self.whole.push_str(&output);
        if result.is_err() {
            self.last_lines.push_str(end_of(&output));
        }
        result
    }
}

/// The last lines, as many as somebody reads to find out what went wrong.
fn end_of(output: &str) -> &str {
    const LINES: usize = 60;
    let first = output.trim_end().rmatch_indices('\n').nth(LINES - 1);
    first.map_or(output, |(before, _)| &output[before + 1..])
}

fn every(commands: Vec<Command>, mut run: impl FnMut(&mut Command) -> Result<()>) -> Result<()> {
    let results: Vec<Result<()>> =
        commands.into_iter().map(|mut command| run(&mut command)).collect();
    results.into_iter().collect()
}

fn framed(step: &Step, output: &str) -> String {
    if output.is_empty() {
        String::new()
    } else {
        format!("\n── the output of {}\n{output}", step.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn step(name: &'static str, needs: &'static [Tool], compiles: bool) -> Step {
        Step { name, what: "", needs, compiles, commands: || Ok(Vec::new()) }
    }

    #[test]
    fn a_step_begins_when_its_tools_are_settled_and_no_other_compiles() {
        let steps =
            [step("a", &[], true), step("b", &[], true), step("c", &[Tool::Chromium], false)];
        let board = Board::of(&steps.each_ref());
        assert_eq!(board.begin().unwrap().name, "a");
        assert_eq!(board.lock().next(), None);
        board.lock().settled.push((Tool::Chromium, Ok(())));
        assert_eq!(board.begin().unwrap().name, "c");
        let outcome =
            Outcome { name: "a", took: Duration::ZERO, error: None, last_lines: String::new() };
        board.end(&steps[0], outcome);
        assert_eq!(board.begin().unwrap().name, "b");
        assert!(board.begin().is_none());
    }

    #[test]
    fn a_missing_tool_fails_the_steps_that_need_it() {
        let steps = [step("a", &[Tool::Chromium], false), step("b", &[], false)];
        let board = Board::of(&steps.each_ref());
        board.lock().settled.push((Tool::Chromium, Err(anyhow!("no apt-get"))));
        let (outcome, _) = attempt(&steps[0], board.missing(&steps[0]).as_deref(), true);
        assert_eq!(outcome.error.as_deref(), Some("Chromium: no apt-get"));
        assert_eq!(board.missing(&steps[1]), None);
    }

    #[test]
    fn all_steps_run_and_their_outcomes_come_in_order() {
        let failing = || {
            let mut failing = run::command("sh");
            failing.args(["-c", "echo one; echo two >&2; exit 3"]);
            let mut fine = run::command("echo");
            fine.arg("three");
            Ok(vec![failing, fine])
        };
        let steps = [
            step("a", &[], true),
            Step { commands: failing, ..step("lanes-failing", &[], true) },
            step("c", &[], true),
        ];
        let outcomes = run(&steps.each_ref());
        let names: Vec<&str> = outcomes.iter().map(|outcome| outcome.name).collect();
        assert_eq!(names, ["a", "lanes-failing", "c"]);
        let failed: Vec<bool> = outcomes.iter().map(|outcome| outcome.error.is_some()).collect();
        assert_eq!(failed, [false, true, false]);
        let (outcome, output) = attempt(&steps[1], None, false);
        assert_eq!(output, "one\ntwo\nthree\n");
        assert_eq!(outcome.last_lines, "one\ntwo\n", "only of the command that failed");
        assert!(outcome.error.unwrap().ends_with("exit status: 3"));
    }

    #[test]
    fn the_end_of_an_output_is_its_last_lines() {
        let sixty = "line\n".repeat(60);
        assert_eq!(end_of(&sixty), sixty);
        assert_eq!(end_of(&format!("first\n{sixty}")), sixty);
        assert_eq!(end_of(""), "");
    }
}
