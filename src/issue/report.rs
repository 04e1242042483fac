//! Collects every fault and warning of one run, and the verdict that follows.

use super::{Fault, Issue, Path};

/// A valid value, with what was odd about its input.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked<T> {
    /// The valid value.
    pub value: T,
    /// What was changed, assumed or left out on the way, in field order.
    pub warnings: Vec<Issue>,
}

/// Why there is no value: every fault, not only the first.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", self.summary())]
pub struct Refusal {
    /// The faults, in field order; at least one.
    pub issues: Vec<Issue>,
    /// What else was odd, in field order.
    pub warnings: Vec<Issue>,
}

impl Refusal {
    fn summary(&self) -> String {
        let each = |issue: &Issue| format!("{}: {}", issue.path(), issue.code());
        self.issues.iter().map(each).collect::<Vec<_>>().join(", ")
    }
}

/// A valid value with its warnings, or every fault.
pub type Verdict<T> = Result<Checked<T>, Refusal>;

/// The faults and warnings found so far.
#[derive(Debug)]
pub(crate) struct Report {
    strict: bool,
    issues: Vec<Issue>,
    warnings: Vec<Issue>,
    /// Where the faults are, without the warnings that count as such.
    faulty: Vec<Path>,
}

impl Report {
    /// An empty report; `strict` counts every warning as a fault.
    pub(crate) fn new(strict: bool) -> Self {
        Self { strict, issues: Vec::new(), warnings: Vec::new(), faulty: Vec::new() }
    }

    pub(crate) fn fault(&mut self, fault: impl Into<Fault>, path: impl Into<Path>) {
        self.push_fault(fault.into().at(path.into()));
    }

    pub(crate) fn warn(&mut self, fault: impl Into<Fault>, path: impl Into<Path>) {
        self.push_warning(fault.into().at(path.into()));
    }

    #[inline(never)]
    fn push_fault(&mut self, issue: Issue) {
        self.faulty.push(issue.path().clone());
        self.issues.push(issue);
    }

    #[inline(never)]
    fn push_warning(&mut self, issue: Issue) {
        if self.strict { self.issues.push(issue) } else { self.warnings.push(issue) }
    }

    /// The value of `result`; its error becomes a fault at `path`.
    pub(crate) fn accept<T, E: Into<Fault>>(
        &mut self,
        result: Result<T, E>,
        path: impl Into<Path>,
    ) -> Option<T> {
        result.map_err(|error| self.fault(error, path)).ok()
    }

    /// True while no fault was found in the field.
    pub(crate) fn has_nothing_at(&self, field: &str) -> bool {
        self.issues.iter().all(|issue| issue.path().field() != field)
    }

    /// True while no fault was found.
    pub(crate) fn is_clean(&self) -> bool {
        self.issues.is_empty()
    }

    /// Adds what a later stage found. What follows from a fault that is told already is left out, and
    /// what it says again replaces what was said before.
    pub(crate) fn append_news(&mut self, other: Self) {
        let faulty = &self.faulty;
        let is_news = |issue: &Issue| !faulty.iter().any(|fault| fault.explains(issue.path()));
        let news = |issues: Vec<Issue>| issues.into_iter().filter(is_news).collect::<Vec<_>>();
        let (issues, warnings) = (news(other.issues), news(other.warnings));
        let is_said_again = |old: &Issue| {
            warnings.iter().any(|new| new.code() == old.code() && new.path() == old.path())
        };
        self.warnings.retain(|old| !is_said_again(old));
        self.issues.extend(issues);
        self.warnings.extend(warnings);
    }

    /// Adds what another stage found.
    pub(crate) fn append(&mut self, other: Self) {
        self.issues.extend(other.issues);
        self.warnings.extend(other.warnings);
    }

    /// Puts both lists in the order that `rank` gives to paths; equal ranks stay as they were found.
    pub(crate) fn sort_by_rank(&mut self, rank: &dyn Fn(&Path) -> usize) {
        sort(&mut self.issues, rank);
        sort(&mut self.warnings, rank);
    }

    /// The verdict: `value` where no fault was found.
    pub(crate) fn verdict<T>(self, value: Option<T>) -> Verdict<T> {
        let Self { issues, warnings, .. } = self;
        match value {
            Some(value) if issues.is_empty() => Ok(Checked { value, warnings }),
            _ => Err(Refusal { issues, warnings }),
        }
    }
}

/// An insertion sort: the lists are short and nearly in order, and the general sort of the standard
/// library weighs ten times as much.
fn sort(issues: &mut [Issue], rank: &dyn Fn(&Path) -> usize) {
    for sorted in 1..issues.len() {
        let mut place = sorted;
        while let Some([before, after]) =
            place.checked_sub(1).and_then(|first| issues.get(first..=place))
            && rank(before.path()) > rank(after.path())
        {
            issues.swap(place.saturating_sub(1), place);
            place = place.saturating_sub(1);
        }
    }
}
