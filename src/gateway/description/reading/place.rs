//! A value in a description, and its path.

use std::borrow::Cow;

use crate::{
    input::Value,
    issue::{Fault, IssueCode as Code, Path, Report, excerpt},
    search,
    text::concat,
};

/// A value in a description, and its path: its own name, and the value that contains it.
pub(super) struct Place<'p, 'v> {
    pub(super) value: &'p Value<'v>,
    parent: Option<&'p Self>,
    name: &'p str,
}

impl<'p, 'v> Place<'p, 'v> {
    pub(super) const fn new(value: &'p Value<'v>) -> Self {
        Self { value, parent: None, name: "" }
    }

    /// A value that is not in the description itself, reported as if it had this name in `parent`.
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
        // The description as a whole is reported like an argument.
        if names.is_empty() { "description".into() } else { Path::of_names(names) }
    }

    pub(super) fn fault(&self, fault: impl Into<Fault>, report: &mut Report) {
        report.fault(fault, self.path());
    }

    /// Reports that it has the wrong type.
    pub(super) fn misfit(&self, expected: &'static str, report: &mut Report) {
        self.fault(self.value.wrong_type(expected), report);
    }

    /// Reports that none of its fields holds a fact of the event.
    pub(super) fn lacks(&self, fact: &str, report: &mut Report) {
        self.fault(Fault::new(Code::Required).with("expected", concat(&["$", fact])), report);
    }

    /// Reports that it is not what is expected here.
    pub(super) fn unfit(&self, expected: &'static str, report: &mut Report) {
        let fault = Fault::new(Code::InvalidOption).with("expected", expected);
        self.fault_once(fault.with("as", "form"), report);
    }

    /// Like [`fault`](Self::fault), but reports nothing if there is a fault already: most often, the wrong type.
    pub(super) fn fault_once(&self, fault: Fault, report: &mut Report) {
        let path = self.path();
        if !report.is_faulty_at(&path) {
            report.fault(fault, path);
        }
    }

    /// Whether it is given and is not an object.
    pub(super) const fn is_no_object(&self) -> bool {
        !matches!(self.value, Value::Record(_) | Value::Absent)
    }

    /// Reports all fields with other names, and a value that is not an object.
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

    /// A required text.
    pub(super) fn needed(&self, report: &mut Report) -> Option<&'p str> {
        if self.is_absent() {
            self.fault(Code::Required, report);
        }
        self.text(report)
    }

    /// The path of a field in replies or webhooks.
    pub(super) fn field_path(&self, report: &mut Report) -> Option<&'p str> {
        let path = self.text(report)?;
        self.check_field_path(path, report);
        Some(path)
    }

    /// A required path of a field in replies or webhooks.
    pub(super) fn needed_field_path(&self, report: &mut Report) -> Option<&'p str> {
        if self.is_absent() {
            self.fault(Code::Required, report);
        }
        self.field_path(report)
    }

    /// Reports a path that is not the names of fields with dots between them. A path that starts with `/` is a JSON
    /// Pointer (RFC 6901), and one that starts with `$` a `JSONPath` (RFC 9535): neither would find anything.
    pub(super) fn check_field_path(&self, path: &str, report: &mut Report) {
        let lacks_name = search::split(path, b".").any(|name| name.trim_ascii().is_empty());
        if lacks_name || path.starts_with(['/', '$']) {
            self.unfit("the names of fields with dots between them, such as data.id", report);
        }
    }

    pub(super) fn flag(&self, report: &mut Report) -> bool {
        match self.value {
            Value::Absent => {}
            Value::Bool(flag) => return *flag,
            _ => self.misfit("boolean", report),
        }
        false
    }

    /// A whole number, 0 or more.
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

    /// A limit: a whole number, 1 or more.
    pub(super) fn limit(&self, report: &mut Report) -> Option<u32> {
        let found = self.whole(report);
        if found == Some(0) {
            self.unfit("a whole number from 1 on", report);
        }
        found
    }

    /// Calls `visit` with each field of an object.
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

    /// Calls `visit` with each item of a list.
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

    /// A list of paths of fields.
    pub(super) fn field_paths(&self, report: &mut Report) -> Vec<String> {
        let mut paths = Vec::new();
        self.items(report, |item, report| {
            paths.extend(item.needed_field_path(report).map(str::to_owned));
        });
        paths
    }

    /// A list of words, joined with `|`.
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
