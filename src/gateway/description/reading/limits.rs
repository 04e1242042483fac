//! Limits the size of a description, and with it the memory and the time that it takes. Programs that accept
//! descriptions from others need no limits of their own.

use super::place::Place;
use crate::{
    gateway::Gateway,
    input::Value,
    issue::{Fault, IssueCode as Code, Report},
};

/// How deep objects and lists may be nested.
const DEPTH: usize = Gateway::MOST_LEVELS as usize;

/// The most values of all kinds. The built-in descriptions have at most 140.
const VALUES: usize = 1000;

/// The most fields of an object, and the most items of a list.
const ITEMS: usize = Gateway::MOST_ITEMS;

/// The most UTF-16 code units of a text, of a name, and of all of them together. The built-in descriptions have at most
/// 3,000 in all.
const TEXT: usize = 1000;
const NAME: usize = 64;
const ALL_TEXT: usize = 16_384;

/// The size of what has been measured so far.
#[derive(Default)]
struct Size {
    values: usize,
    units: usize,
}

/// Whether a description is small enough to be read, and each of its texts fits on a line. If not, that is reported.
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

/// Whether an object or a list is allowed at this depth, with so many fields or items.
fn holds(place: &Place<'_, '_>, depth: usize, items: usize, report: &mut Report) -> bool {
    if depth >= DEPTH {
        place.too_much("levels", DEPTH, depth.saturating_add(1), report);
        return false;
    }
    // The entry that counts the others is not one of them.
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
    // A description is compiled to lines, and some of its texts are sent in headers.
    if text.chars().any(char::is_control) {
        place.fault(Code::ControlCharacter, report);
    }
}

impl Place<'_, '_> {
    fn too_long(&self, most: usize, length: usize, report: &mut Report) {
        self.fault(Fault::new(Code::TooLong).with("max", most).with("length", length), report);
    }

    /// Reports that there is too much of something, counted in `unit`.
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

    /// What is reported for the notes of a description: codes and lengths.
    fn reported(notes: Value<'_>) -> Vec<String> {
        let page = Value::Record(vec![("notes".into(), notes)]);
        let mut report = Report::new(false);
        assert_eq!(judge(&Place::new(&page), &mut report), report.is_clean());
        let reported = report.lists().0.into_iter().map(|issue| {
            assert_eq!(issue.path().dotted(), "notes");
            let params = serde_json::to_value(issue.params()).unwrap();
            format!("{} {}", issue.code(), params.get("length").cloned().unwrap_or_default())
        });
        reported.collect()
    }

    #[test]
    fn a_text_that_was_not_passed_whole_is_faulty() {
        let long = Value::LongText { start: "a".into(), units: 2_000_000 };
        assert_eq!(reported(long), ["too_long 2000000"]);
        assert_eq!(reported(Value::LoneSurrogate(3)), ["lone_surrogate null"]);
    }

    /// The last item says how many others were not passed over the boundary.
    #[test]
    fn values_that_were_not_passed_count() {
        let list = |unread| Value::List(vec![Value::Absent, Value::Absent, Value::Unread(unread)]);
        assert_eq!(reported(list(98)), [""; 0]);
        assert_eq!(reported(list(99)), ["too_long 101"]);
        let record = |unread| {
            Value::Record(vec![("a".into(), Value::Absent), ("".into(), Value::Unread(unread))])
        };
        assert_eq!(reported(record(99)), [""; 0]);
        assert_eq!(reported(record(100)), ["too_long 101"]);
        let whole = |count| Value::List(vec![Value::Absent; count]);
        assert_eq!(
            (reported(whole(100)), reported(whole(101))),
            (vec![], vec!["too_long 101".to_owned()])
        );
    }
}
