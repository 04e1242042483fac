//! Collects every fault and warning of one run, and the verdict that follows.

use super::{Fault, Issue, IssueCode, Path};

/// The most issues that a refusal lists, and the most warnings: more help nobody. One more counts the rest.
pub(crate) const MAX_LISTED: usize = 50;

/// A valid value, with what was odd about its input.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked<T> {
    /// The valid value.
    pub value: T,
    /// What was changed, assumed or left out on the way, in field order. Where there are more than fifty, a
    /// [`MoreIssues`](IssueCode::MoreIssues) at the end counts the rest.
    pub warnings: Vec<Issue>,
}

impl<T> Checked<T> {
    /// The same warnings with what `change` makes of the value.
    #[must_use]
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Checked<U> {
        Checked { value: change(self.value), warnings: self.warnings }
    }
}

/// Why there is no value: every fault, not only the first.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", self.summary())]
pub struct Refusal {
    /// The faults, in field order; at least one, and fifty at most. Where there are more, a
    /// [`MoreIssues`](IssueCode::MoreIssues) at the end counts them.
    pub issues: Vec<Issue>,
    /// What else was odd, in field order; likewise.
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

/// What was made of an input, with the faults and warnings found on the way: a verdict that is not given yet. Stages hand
/// this on, since the code that makes a verdict is compiled anew for each kind of value.
pub(crate) type Found<T> = (Option<T>, Report);

/// The verdict: the value where no fault was found.
pub(crate) fn verdict<T>((value, report): Found<T>) -> Verdict<T> {
    report.verdict(value)
}

/// The faults and warnings found so far.
#[derive(Debug)]
pub(crate) struct Report {
    strict: bool,
    issues: Vec<Issue>,
    warnings: Vec<Issue>,
    /// Where the faults are, without the warnings that count as such.
    faulty: Vec<Path>,
    /// How many unknown fields there are beyond those in the list of warnings.
    unlisted: usize,
}

impl Report {
    /// An empty report; `strict` counts every warning as a fault.
    #[inline(never)]
    pub(crate) fn new(strict: bool) -> Self {
        Self { strict, issues: Vec::new(), warnings: Vec::new(), faulty: Vec::new(), unlisted: 0 }
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

    /// Gives `count` warnings of a kind whose number has no bound: those beyond what a list holds are not even made.
    pub(crate) fn warn_of_each(&mut self, count: usize, warnings: impl Iterator<Item = Issue>) {
        for warning in warnings.take(MAX_LISTED) {
            self.push_warning(warning);
        }
        self.add_unlisted(count.saturating_sub(MAX_LISTED));
    }

    /// Counts warnings that nobody can list.
    pub(crate) fn add_unlisted(&mut self, count: usize) {
        self.unlisted = self.unlisted.saturating_add(count);
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

    /// True where a fault was found at the path, or at what holds it.
    pub(crate) fn is_faulty_at(&self, path: &Path) -> bool {
        self.faulty.iter().any(|fault| fault.holds(path))
    }

    /// True while no fault was found.
    pub(crate) fn is_clean(&self) -> bool {
        self.issues.is_empty() && !(self.strict && self.unlisted > 0)
    }

    /// True while nothing at all was found.
    pub(crate) fn is_silent(&self) -> bool {
        self.is_clean() && self.warnings.is_empty() && self.unlisted == 0
    }

    /// True where more faults were found than are listed.
    pub(crate) fn is_full(&self) -> bool {
        self.issues.len() > MAX_LISTED
    }

    /// Adds what a later stage found, which lists all of it. What follows from a fault that is reported already is left out, and
    /// what it says again replaces what was said before.
    pub(crate) fn append_news(&mut self, other: Self) {
        if other.is_silent() {
            return;
        }
        let Self { mut issues, mut warnings, .. } = other;
        for list in [&mut issues, &mut warnings] {
            retain(list, &mut |issue| !self.is_faulty_at(issue.path()));
        }
        for (said, news) in [(&mut self.issues, &mut issues), (&mut self.warnings, &mut warnings)] {
            retain(said, &mut |old| {
                !news.iter().any(|new| new.code() == old.code() && new.path() == old.path())
            });
            said.append(news);
        }
    }

    /// Adds what was found in another reading of the same, once.
    pub(crate) fn append_unsaid(&mut self, other: Self) {
        for issue in other.issues {
            if !self.issues.contains(&issue) {
                self.push_fault(issue);
            }
        }
    }

    /// Adds what another stage found.
    pub(crate) fn append(&mut self, mut other: Self) {
        self.issues.append(&mut other.issues);
        self.warnings.append(&mut other.warnings);
        self.add_unlisted(other.unlisted);
    }

    /// Adds what was found in the options. That a local time has no zone follows from a fault in the options' own zone, and
    /// is not reported again.
    pub(crate) fn append_options(&mut self, options: Self) {
        if !options.has_nothing_at("timeZone") {
            retain(&mut self.issues, &mut |issue| issue.code() != IssueCode::TimeZoneMissing);
        }
        self.append(options);
    }

    /// Warns after the last stage, in front of what stands behind `path` by the order that `rank` gives to paths.
    #[cfg(any(test, target_arch = "wasm32"))]
    pub(crate) fn warn_in_place(
        &mut self,
        fault: impl Into<Fault>,
        path: impl Into<Path>,
        rank: &dyn Fn(&Path) -> usize,
    ) {
        let warning = fault.into().at(path.into());
        let list = if self.strict { &mut self.issues } else { &mut self.warnings };
        let is_behind = |other: &Issue| rank(other.path()) > rank(warning.path());
        let place = list.iter().position(is_behind).unwrap_or(list.len());
        list.insert(place, warning);
    }

    /// Puts both lists in the order that `rank` gives to paths; equal ranks stay as they were found.
    pub(crate) fn sort_by_rank(&mut self, rank: &dyn Fn(&Path) -> usize) {
        sort(&mut self.issues, rank);
        sort(&mut self.warnings, rank);
    }

    /// The verdict: `value` where no fault was found.
    pub(crate) fn verdict<T>(self, value: Option<T>) -> Verdict<T> {
        let (issues, warnings) = self.lists();
        match value {
            Some(value) if issues.is_empty() => Ok(Checked { value, warnings }),
            _ => Err(Refusal { issues, warnings }),
        }
    }

    /// Both lists as they are returned. A function of its own, which is not compiled anew for each kind of value.
    #[inline(never)]
    pub(crate) fn lists(self) -> (Vec<Issue>, Vec<Issue>) {
        let (of_issues, of_warnings) =
            if self.strict { (self.unlisted, 0) } else { (0, self.unlisted) };
        (listed(self.issues, of_issues), listed(self.warnings, of_warnings))
    }
}

/// The list as it is returned: what is too much is counted, and `unlisted` with it. Unknown fields go first, since they are
/// all that there can be many of.
#[inline(never)]
fn listed(mut list: Vec<Issue>, mut unlisted: usize) -> Vec<Issue> {
    let surplus = list.len().saturating_sub(MAX_LISTED);
    unlisted = unlisted.saturating_add(surplus);
    if unlisted == 0 {
        return list;
    }
    let is_unknown = |issue: &Issue| issue.code() == IssueCode::UnknownField;
    let mut unknown_to_keep =
        list.iter().filter(|issue| is_unknown(issue)).count().saturating_sub(surplus);
    retain(&mut list, &mut |issue| {
        let is_kept = !is_unknown(issue) || unknown_to_keep > 0;
        unknown_to_keep = unknown_to_keep.saturating_sub(usize::from(is_unknown(issue)));
        is_kept
    });
    list.truncate(MAX_LISTED);
    list.push(Fault::new(IssueCode::MoreIssues).with("count", unlisted).at(Path::EMPTY));
    list
}

/// Keeps those that `is_kept`. Apart, so that it is compiled once.
#[inline(never)]
fn retain(list: &mut Vec<Issue>, is_kept: &mut dyn FnMut(&Issue) -> bool) {
    list.retain(is_kept);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::event_rank;

    #[test]
    fn a_report_with_anything_in_it_is_not_silent() {
        let found = |strict, find: &dyn Fn(&mut Report)| {
            let mut report = Report::new(strict);
            find(&mut report);
            (report.is_silent(), report.is_clean())
        };
        for strict in [false, true] {
            assert_eq!(found(strict, &|_| ()), (true, true));
            assert_eq!(
                found(strict, &|report| report.warn(IssueCode::Required, "to")),
                (false, !strict)
            );
            assert_eq!(found(strict, &|report| report.add_unlisted(1)), (false, !strict));
            assert_eq!(
                found(strict, &|report| report.fault(IssueCode::Required, "to")),
                (false, false)
            );
        }
    }

    #[test]
    fn of_many_faults_fifty_are_listed_and_unknown_fields_go_first() {
        let mut report = Report::new(true);
        report.warn(IssueCode::UnknownField, "colour");
        for _ in 1..MAX_LISTED {
            report.fault(IssueCode::Required, "name");
        }
        assert!(!report.is_full(), "fifty are listed");
        for _ in 0..3 {
            report.fault(IssueCode::WrongType, "start");
        }
        assert!(report.is_full());
        let (issues, _) = report.lists();
        let codes: Vec<IssueCode> = issues.iter().map(Issue::code).collect();
        let listed =
            [&[IssueCode::Required; 49][..], &[IssueCode::WrongType, IssueCode::MoreIssues]];
        assert_eq!(codes, listed.concat());
        let count = issues.last().and_then(|last| last.params().get("count"));
        assert_eq!(count, Some(&3_i64.into()));
    }

    fn warned(strict: bool) -> Report {
        let mut report = Report::new(strict);
        for path in ["name", "start", "location", "colour"] {
            report.warn(IssueCode::UnknownField, path);
        }
        report.warn_in_place(IssueCode::HostTimeZoneStale, "start", &event_rank);
        report
    }

    #[test]
    fn a_late_warning_stands_behind_those_of_its_field() {
        for strict in [false, true] {
            let (issues, warnings) = warned(strict).lists();
            let list = if strict { issues } else { warnings };
            let places: Vec<_> = list.iter().map(|issue| issue.path().field()).collect();
            assert_eq!(places, ["name", "start", "start", "location", "colour"]);
            assert_eq!(
                list.iter().position(|issue| issue.code() == IssueCode::HostTimeZoneStale),
                Some(2)
            );
        }
    }
}
