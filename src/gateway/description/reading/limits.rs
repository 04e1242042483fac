//! How much a description may hold. So what is made of one has bounds, and the time that it takes: whoever takes a
//! description from somebody else need not bound either.

use super::place::Place;
use crate::{
    gateway::Gateway,
    input::Value,
    issue::{Fault, IssueCode as Code, Report},
};

/// How deep objects and lists may stand inside one another.
const DEPTH: usize = Gateway::MOST_LEVELS as usize;

/// The most values of all kinds. The descriptions that ship have 140 at most.
const VALUES: usize = 1000;

/// The most fields of an object, and items of a list.
const ITEMS: usize = Gateway::MOST_ITEMS;

/// The most UTF-16 code units of a text, of a name, and of all of them together. The descriptions that ship have 3,000 at
/// most.
const TEXT: usize = 1000;
const NAME: usize = 64;
const ALL_TEXT: usize = 16_384;

/// How much there is, of a description and its values.
#[derive(Default)]
struct Size {
    values: usize,
    units: usize,
}

/// True where a description is small enough to be read, and its texts fit on a line each. What is not is reported.
pub(super) fn judge(page: &Place<'_, '_>, report: &mut Report) -> bool {
    let mut size = Size::default();
    measure(page, 0, &mut size, report);
    if size.values > VALUES {
        page.too_much("parts", VALUES, size.values, report);
    }
    if size.units > ALL_TEXT {
        page.too_long(ALL_TEXT, size.units, report);
    }
    report.is_clean()
}

fn measure(place: &Place<'_, '_>, depth: usize, size: &mut Size, report: &mut Report) {
    size.values = size.values.saturating_add(1);
    let inner = depth.saturating_add(1);
    match place.value {
        Value::Text(text) => measure_text(place, text, TEXT, size, report),
        Value::LongText { units, .. } => place.too_long(TEXT, *units, report),
        Value::LoneSurrogate(_) => place.misfit("string", report),
        Value::Record(fields) if holds(place, depth, fields.len(), report) => {
            place.each(report, |field, report| {
                measure_text(field, field.name(), NAME, size, report);
                let same = fields.iter().filter(|(name, _)| name == field.name());
                if same.count() > 1 {
                    field.fault(Code::RepeatedField, report);
                }
                measure(field, inner, size, report);
            });
        }
        Value::List(items) if holds(place, depth, items.len(), report) => {
            place.items(report, |item, report| measure(item, inner, size, report));
        }
        _ => {}
    }
}

/// Whether an object or a list may stand here, with so many fields or items.
fn holds(place: &Place<'_, '_>, depth: usize, items: usize, report: &mut Report) -> bool {
    if depth >= DEPTH {
        place.too_much("levels", DEPTH, depth.saturating_add(1), report);
        return false;
    }
    // What says how many others there are is none of them.
    let unread = place.value.unread();
    let items = items.saturating_add(unread).saturating_sub(usize::from(unread > 0));
    if items > ITEMS {
        place.too_much("parts", ITEMS, items, report);
    }
    items <= ITEMS
}

fn measure_text(
    place: &Place<'_, '_>,
    text: &str,
    most: usize,
    size: &mut Size,
    report: &mut Report,
) {
    let units = text.encode_utf16().count();
    size.units = size.units.saturating_add(units);
    if units > most {
        place.too_long(most, units, report);
    }
    // What is made of a description stands on lines, and some of it in headers.
    if text.chars().any(char::is_control) {
        place.fault(Code::ControlCharacter, report);
    }
}

impl Place<'_, '_> {
    fn too_long(&self, most: usize, length: usize, report: &mut Report) {
        self.fault(Fault::new(Code::TooLong).with("max", most).with("length", length), report);
    }

    /// That there is more than may be, in `unit`.
    pub(super) fn too_much(
        &self,
        unit: &'static str,
        most: usize,
        found: usize,
        report: &mut Report,
    ) {
        let fault = Fault::new(Code::TooLong).with("max", most).with("length", found);
        self.fault(fault.with("unit", unit), report);
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    /// What is reported of the notes of a page: codes, and lengths.
    fn told(notes: Value<'_>) -> Vec<String> {
        let page = Value::Record(vec![("notes".into(), notes)]);
        let mut report = Report::new(false);
        assert_eq!(judge(&Place::new(&page), &mut report), report.is_clean());
        let told = report.lists().0.into_iter().map(|issue| {
            assert_eq!(issue.path().dotted(), "notes");
            let params = serde_json::to_value(issue.params()).unwrap();
            format!("{} {}", issue.code(), params.get("length").cloned().unwrap_or_default())
        });
        told.collect()
    }

    #[test]
    fn a_text_that_did_not_cross_whole_is_faulty() {
        let long = Value::LongText { start: "a".into(), units: 2_000_000 };
        assert_eq!(told(long), ["too_long 2000000"]);
        assert_eq!(told(Value::LoneSurrogate(3)), ["lone_surrogate null"]);
    }

    /// The last one says how many did not cross.
    #[test]
    fn what_did_not_cross_counts() {
        let list = |unread| Value::List(vec![Value::Absent, Value::Absent, Value::Unread(unread)]);
        assert_eq!(told(list(98)), [""; 0]);
        assert_eq!(told(list(99)), ["too_long 101"]);
        let record = |unread| {
            Value::Record(vec![("a".into(), Value::Absent), ("".into(), Value::Unread(unread))])
        };
        assert_eq!(told(record(99)), [""; 0]);
        assert_eq!(told(record(100)), ["too_long 101"]);
        let whole = |count| Value::List(vec![Value::Absent; count]);
        assert_eq!((told(whole(100)), told(whole(101))), (vec![], vec!["too_long 101".to_owned()]));
    }
}
