//! A value in a description, and the names that lead to it.

use std::borrow::Cow;

use crate::{
    input::Value,
    issue::{Fault, IssueCode as Code, Path, Report, excerpt},
    text::concat,
};

/// See the module.
pub(super) struct Place<'p, 'v> {
    pub(super) value: &'p Value<'v>,
    parent: Option<&'p Self>,
    name: &'p str,
}

impl<'p, 'v> Place<'p, 'v> {
    pub(super) const fn new(value: &'p Value<'v>) -> Self {
        Self { value, parent: None, name: "" }
    }

    /// The same value by another name, where it stands in for what is not in the description itself.
    pub(super) const fn named(value: &'p Value<'v>, name: &'p str, parent: &'p Self) -> Self {
        Self { value, parent: Some(parent), name }
    }

    pub(super) fn at<'c>(&'c self, name: &'c str) -> Place<'c, 'v> {
        Place { value: self.value.field(name), parent: Some(self), name }
    }

    pub(super) const fn name(&self) -> &str {
        self.name
    }

    pub(super) const fn is_absent(&self) -> bool {
        matches!(self.value, Value::Absent)
    }

    fn path(&self) -> Path {
        let mut names = Vec::new();
        let mut place = Some(self);
        while let Some(Place { parent: Some(parent), name, .. }) = place {
            names.insert(0, Cow::Owned(excerpt(name)));
            place = Some(*parent);
        }
        // The whole of it is reported as an argument is.
        if names.is_empty() { "description".into() } else { Path::of_names(names) }
    }

    pub(super) fn fault(&self, fault: impl Into<Fault>, report: &mut Report) {
        report.fault(fault, self.path());
    }

    /// That it is of the wrong type.
    pub(super) fn misfit(&self, expected: &'static str, report: &mut Report) {
        self.fault(self.value.wrong_type(expected), report);
    }

    /// That it is none of what may stand here.
    pub(super) fn unfit(&self, expected: &'static str, report: &mut Report) {
        let fault = Fault::new(Code::InvalidOption).with("expected", expected);
        self.fault_once(fault.with("as", "form"), report);
    }

    /// The same as [`fault`](Self::fault), but for what is faulty already: most often, what is of the wrong type.
    pub(super) fn fault_once(&self, fault: Fault, report: &mut Report) {
        let path = self.path();
        if !report.is_faulty_at(&path) {
            report.fault(fault, path);
        }
    }

    /// Whether something stands here that is no object.
    pub(super) const fn is_no_object(&self) -> bool {
        !matches!(self.value, Value::Record(_) | Value::Absent)
    }

    /// Reports all fields of an object that have other names, and what is no object.
    pub(super) fn only(&self, names: &[&'static str], report: &mut Report) {
        if self.is_no_object() {
            self.misfit("object", report);
        }
        for name in self.value.names_beside(names) {
            self.at(name).fault(Code::UnknownField, report);
        }
    }

    pub(super) fn text(&self, report: &mut Report) -> Option<&'p str> {
        match self.value {
            Value::Absent => None,
            Value::Text(text) => Some(text),
            _ => {
                self.misfit("string", report);
                None
            }
        }
    }

    /// A text that must be there.
    pub(super) fn needed(&self, report: &mut Report) -> Option<&'p str> {
        if self.is_absent() {
            self.fault(Code::Required, report);
        }
        self.text(report)
    }

    pub(super) fn flag(&self, report: &mut Report) -> bool {
        match self.value {
            Value::Absent => {}
            Value::Bool(flag) => return *flag,
            _ => self.misfit("boolean", report),
        }
        false
    }

    /// A whole number from 0 on.
    pub(super) fn whole(&self, report: &mut Report) -> Option<u32> {
        let found = match self.value {
            Value::Absent => return None,
            Value::Number(number) => whole(*number),
            _ => None,
        };
        if found.is_none() {
            self.misfit("a whole number", report);
        }
        found
    }

    /// A limit: a whole number that lets something pass.
    pub(super) fn limit(&self, report: &mut Report) -> Option<u32> {
        let found = self.whole(report);
        if found == Some(0) {
            self.unfit("a whole number from 1 on", report);
        }
        found
    }

    /// Shows `visit` each field of an object.
    pub(super) fn each(
        &self,
        report: &mut Report,
        mut visit: impl FnMut(&Place<'_, 'v>, &mut Report),
    ) {
        match self.value {
            Value::Absent => {}
            Value::Record(fields) => {
                for (name, value) in fields {
                    visit(&Place { value, parent: Some(self), name }, report);
                }
            }
            _ => self.misfit("object", report),
        }
    }

    /// Shows `visit` each item of a list.
    pub(super) fn items(
        &self,
        report: &mut Report,
        mut visit: impl FnMut(&Place<'_, 'v>, &mut Report),
    ) {
        match self.value {
            Value::Absent => {}
            Value::List(items) => {
                for (at, value) in items.iter().enumerate() {
                    visit(&Place { value, parent: Some(self), name: &at.to_string() }, report);
                }
            }
            _ => self.misfit("array", report),
        }
    }

    pub(super) fn texts(&self, report: &mut Report) -> Vec<String> {
        let mut texts = Vec::new();
        self.items(report, |item, report| texts.extend(item.needed(report).map(str::to_owned)));
        texts
    }

    /// A list of words, as one text.
    pub(super) fn words(&self, report: &mut Report) -> String {
        let mut words = String::new();
        for text in self.texts(report) {
            let mark = if words.is_empty() { "" } else { "|" };
            words = concat(&[&words, mark, &text]);
        }
        words
    }
}

fn whole(number: f64) -> Option<u32> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "out of range saturates and then differs"
    )]
    let whole = number as u32;
    #[expect(clippy::float_cmp, reason = "a whole number is itself")]
    (f64::from(whole) == number).then_some(whole)
}
