//! Collects the faults and warnings of one run, and gives the verdict.

use super::{Fault, Issue, IssueCode, Path};

/// The most issues, and the most warnings, that are listed: nobody needs more. One more entry counts the rest.
pub(crate) const MAX_LISTED: usize = 50;

/// A valid value, with the warnings about its input.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked<T> {
    /// The valid value.
    pub value: T,
    /// What was assumed, changed or left out, in field order. If there are more than fifty, a
    /// [`MoreIssues`](IssueCode::MoreIssues) at the end counts the rest.
    pub warnings: Vec<Issue>,
}

impl<T> Checked<T> {
    /// Changes the value and keeps the warnings.
    #[must_use]
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Checked<U> {
        Checked { value: change(self.value), warnings: self.warnings }
    }
}

/// Why there is no value: every fault, not only the first.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", self.summary())]
pub struct Refusal {
    /// The faults, in field order: at least one, and at most fifty. If there are more, a
    /// [`MoreIssues`](IssueCode::MoreIssues) at the end counts the rest.
    pub issues: Vec<Issue>,
    /// The warnings, in field order, limited in the same way.
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

/// What was made of an input, with the faults and warnings found on the way: a verdict that is not given yet. Stages
/// pass this on, because the code that makes a verdict is compiled anew for each type of value.
pub(crate) type Found<T> = (Option<T>, Report);

/// Gives the verdict: the value, if no fault was found.
pub(crate) fn verdict<T>((value, report): Found<T>) -> Verdict<T> {
    report.verdict(value)
}

/// The faults and warnings found so far.
#[derive(Debug)]
pub(crate) struct Report {
    strict: bool,
    issues: Vec<Issue>,
    warnings: Vec<Issue>,
    /// The paths of the faults, without those of warnings that count as faults.
    faulty: Vec<Path>,
    /// The number of unknown fields that are not in the list of warnings.
    unlisted: usize,
}

impl Report {
    /// An empty report. `strict` makes every warning count as a fault.
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

    /// Adds `count` warnings of a kind that can occur any number of times. Those that do not fit in a list are not even
    /// made.
    pub(crate) fn warn_of_each(&mut self, count: usize, warnings: impl Iterator<Item = Issue>) {
        for warning in warnings.take(MAX_LISTED) {
            self.push_warning(warning);
        }
        self.add_unlisted(count.saturating_sub(MAX_LISTED));
    }

    /// Counts warnings that cannot be listed.
    pub(crate) fn add_unlisted(&mut self, count: usize) {
        self.unlisted = self.unlisted.saturating_add(count);
    }

    /// Returns the value of `result`; an error becomes a fault at `path`.
    pub(crate) fn accept<T, E: Into<Fault>>(
        &mut self,
        result: Result<T, E>,
        path: impl Into<Path>,
    ) -> Option<T> {
        result.map_err(|error| self.fault(error, path)).ok()
    }

    /// Whether no fault was found in the field.
    pub(crate) fn has_nothing_at(&self, field: &str) -> bool {
        self.issues.iter().all(|issue| issue.path().field() != field)
    }

    /// Whether a fault was found at the path, or at a field that contains it.
    pub(crate) fn is_faulty_at(&self, path: &Path) -> bool {
        self.faulty.iter().any(|fault| fault.holds(path))
    }

    /// Whether no fault was found.
    pub(crate) fn is_clean(&self) -> bool {
        self.issues.is_empty() && !(self.strict && self.unlisted > 0)
    }

    /// Whether nothing at all was found.
    pub(crate) fn is_silent(&self) -> bool {
        self.is_clean() && self.warnings.is_empty() && self.unlisted == 0
    }

    /// Whether more faults were found than are listed.
    pub(crate) fn is_full(&self) -> bool {
        self.issues.len() > MAX_LISTED
    }

    /// Adds the report of a later stage, in which everything is listed. Leaves out what follows from a fault that is
    /// already reported, and replaces what is reported in both.
    pub(crate) fn append_news(&mut self, other: Self) {
        if other.is_silent() {
            return;
        }
        let Self { mut issues, mut warnings, .. } = other;
        for list in [&mut issues, &mut warnings] {
            retain(list, &mut |issue| !self.is_faulty_at(issue.path()));
        }
        for (known, news) in [(&mut self.issues, &mut issues), (&mut self.warnings, &mut warnings)]
        {
            retain(known, &mut |old| {
                !news.iter().any(|new| new.code() == old.code() && new.path() == old.path())
            });
            known.append(news);
        }
    }

    /// Adds the faults of another reading of the same input that are not reported yet.
    pub(crate) fn append_missing(&mut self, other: Self) {
        for issue in other.issues {
            if !self.issues.contains(&issue) {
                self.push_fault(issue);
            }
        }
    }

    /// Adds the report of another stage.
    pub(crate) fn append(&mut self, mut other: Self) {
        self.issues.append(&mut other.issues);
        self.warnings.append(&mut other.warnings);
        self.add_unlisted(other.unlisted);
    }

    /// Adds the report about the options. If the time zone in the options is faulty, a local time without a time zone
    /// follows from that, and is not reported again.
    pub(crate) fn append_options(&mut self, options: Self) {
        if !options.has_nothing_at("timeZone") {
            retain(&mut self.issues, &mut |issue| issue.code() != IssueCode::TimeZoneMissing);
        }
        self.append(options);
    }

    /// Adds a warning after the last stage, before the first one whose path has a higher `rank`.
    #[cfg(any(test, target_arch = "wasm32"))]
    pub(crate) fn warn_in_place(
        &mut self,
        fault: impl Into<Fault>,
        path: impl Into<Path>,
        rank: &dyn Fn(&Path) -> usize,
    ) {
        let warning = fault.into().at(path.into());
        let list = if self.strict { &mut self.issues } else { &mut self.warnings };
        let is_after = |other: &Issue| rank(other.path()) > rank(warning.path());
        let place = list.iter().position(is_after).unwrap_or(list.len());
        list.insert(place, warning);
    }

    /// Sorts both lists by the `rank` of their paths; equal ranks keep their order.
    pub(crate) fn sort_by_rank(&mut self, rank: &dyn Fn(&Path) -> usize) {
        sort(&mut self.issues, rank);
        sort(&mut self.warnings, rank);
    }

    /// Gives the verdict: `value`, if no fault was found.
    pub(crate) fn verdict<T>(self, value: Option<T>) -> Verdict<T> {
        let (issues, warnings) = self.lists();
        match value {
            Some(value) if issues.is_empty() => Ok(Checked { value, warnings }),
            _ => Err(Refusal { issues, warnings }),
        }
    }

    /// Both lists as they are returned. This is not generic, so it is compiled only once.
    #[inline(never)]
    pub(crate) fn lists(self) -> (Vec<Issue>, Vec<Issue>) {
        let (of_issues, of_warnings) =
            if self.strict { (self.unlisted, 0) } else { (0, self.unlisted) };
        (listed(self.issues, of_issues), listed(self.warnings, of_warnings))
    }
}

/// The list as it is returned. What does not fit is counted, together with `unlisted`. Unknown fields are left out
/// first, because only they can be numerous.
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

/// `Vec::retain`, compiled only once.
#[inline(never)]
fn retain(list: &mut Vec<Issue>, is_kept: &mut dyn FnMut(&Issue) -> bool) {
    list.retain(is_kept);
}

/// An insertion sort: the lists are short and nearly in order, and the standard library's sort takes ten times as much
/// code.
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
    fn fifty_of_many_faults_are_listed_and_unknown_fields_go_first() {
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
    fn a_late_warning_comes_after_those_of_its_field() {
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
