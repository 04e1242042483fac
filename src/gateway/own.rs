//! Gateways that callers define with descriptions of their own.

use std::sync::{Mutex, PoisonError};

use super::{
    Gateway,
    built_in::GATEWAYS,
    description::{self, Description},
};
use crate::{
    input::{Lines, Value},
    issue::{Fault, IssueCode as Code, Path, Report, Verdict},
};

/// The longest text of a description, in bytes: sixteen times as much text as it may contain.
const MOST_BYTES: usize = 1 << 18;

/// How many gateways are kept in parsed form. Others are parsed again each time they are named.
const MOST: usize = 16;

/// The gateways that were named most recently, with their lines.
static KNOWN: Mutex<Vec<(String, Gateway)>> = Mutex::new(Vec::new());

impl Gateway {
    /// How deep objects and lists of a description may be nested. A body may be eight levels deep, and may be in a
    /// variant.
    pub(crate) const MOST_LEVELS: u8 = 16;

    /// The most fields of an object, and the most items of a list, in a description.
    pub(crate) const MOST_ITEMS: usize = 100;

    /// Defines a gateway by a description of your own: JSON text in the form of
    /// [`gateways/gateway.schema.json`](https://github.com/waevent/waevent/blob/main/gateways/gateway.schema.json). It
    /// is used like the built-in ones. A target names it by its value, `(&gateway).into()`.
    ///
    /// ```
    /// use waevent::{Gateway, OptionsInput, Time, build_request, input::Value};
    ///
    /// let mine = Gateway::define(r#"{
    ///   "id": "mine", "name": "My gateway",
    ///   "target": { "apiKey": { "is": "secret" }, "baseUrl": { "is": "baseUrl" } },
    ///   "request": {
    ///     "url": "{baseUrl}/send/event", "headers": { "Authorization": "Bearer {apiKey}" },
    ///     "recipients": { "person": "{digits}" },
    ///     "body": { "phone": "$to", "title": "$name", "startsAt": "$start.seconds" }
    ///   }
    /// }"#)?.value;
    ///
    /// let text = |text: &'static str| Value::Text(text.into());
    /// let target = Value::Record(vec![
    ///     ("gateway".into(), (&mine).into()),
    ///     ("baseUrl".into(), text("https://events.example.com")),
    /// ]);
    /// let event = Value::Record(vec![
    ///     ("to".into(), text("+5511999999999")),
    ///     ("name".into(), text("Team meeting")),
    ///     ("start".into(), text("2027-09-10T14:00:00-03:00")),
    /// ]);
    /// let clock = Time::from_epoch_seconds(1_767_225_600).ok_or("a year of four digits")?;
    /// let event = event.into();
    /// let built = build_request(&event, &target.into(), &OptionsInput::default(), clock)?.value;
    /// assert_eq!(built.request.url, "https://events.example.com/send/event");
    /// assert_eq!(built.request.missing_secrets, ["apiKey"]);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Every fault of the description, with its path. If the text is not a JSON object or is too large, the path is
    /// `description`. A description has at most 1000 values, 16,384 UTF-16 code units of text, 16 levels and 32
    /// requests, so the time that this takes is bounded.
    pub fn define(description: &str) -> Verdict<Self> {
        let mut report = Report::new(false);
        if description.len() > MOST_BYTES {
            let length = description.len();
            let fault = Fault::new(Code::TooLong).with("max", MOST_BYTES).with("length", length);
            report.fault(fault, "description");
            return report.verdict(None);
        }
        Self::judged(&super::value_of(description), report)
    }

    fn judged(description: &Value<'_>, mut report: Report) -> Verdict<Self> {
        let page = read(description, &mut report);
        report.verdict(page.map(Self::of))
    }

    /// Defines a gateway by a value that came over the package's boundary.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn of_description(value: &Value<'_>) -> Result<Self, Vec<crate::issue::Issue>> {
        let judged = Self::judged(value, Report::new(false));
        judged.map(|checked| checked.value).map_err(|refusal| refusal.issues)
    }

    /// The lines from which the package's wasm modules read it.
    pub(crate) fn lines(&self) -> String {
        description::flat(self.page()).concat()
    }

    /// The gateway that a frame or a value names by its lines. `None` if they are not lines of this version.
    pub(super) fn recall(lines: &str) -> Option<Self> {
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        let place = known.iter().position(|(other, _)| other == lines);
        let found = match place {
            Some(place) => known.remove(place),
            None => (lines.to_owned(), Self::of(description::unflat(lines)?)),
        };
        let gateway = found.1.clone();
        known.insert(0, found);
        known.truncate(MOST);
        Some(gateway)
    }
}

/// Parses a caller's description. Its id must not be that of a built-in gateway, which it would replace.
pub(super) fn read(value: &Value<'_>, report: &mut Report) -> Option<Description> {
    let page = description::read(value, report);
    if matches!(value.field("id"), Value::Text(id) if GATEWAYS.has(id)) {
        report.fault(unfit("an id that no gateway has that ships"), "id");
    }
    refuse_names_of_schemas(value, &[], report);
    if let Value::List(variants) = value.field("variants") {
        for (place, variant) in variants.iter().enumerate() {
            refuse_names_of_schemas(variant, &["variants", &place.to_string()], report);
        }
    }
    page
}

/// Reports texts in place of schemas: only the schemas of built-in gateways have a name.
fn refuse_names_of_schemas(value: &Value<'_>, leading: &[&str], report: &mut Report) {
    for request in ["request", "edit", "cancel"] {
        if matches!(value.field(request).field("bodySchema"), Value::Text(name) if !name.is_empty())
        {
            let names = leading.iter().copied().chain([request, "bodySchema"]);
            let path = Path::of_names(names.map(|name| name.to_owned().into()).collect());
            report.fault(unfit("a JSON Schema"), path);
        }
    }
}

fn unfit(expected: &'static str) -> Fault {
    Fault::new(Code::InvalidOption).with("expected", expected).with("as", "form")
}

/// A built-in gateway becomes its id, any other the lines of its description.
impl From<&Gateway> for Value<'_> {
    fn from(gateway: &Gateway) -> Self {
        let is_own = Gateway::find(gateway.id()).is_none();
        if is_own {
            Self::Gateway(Lines::new(gateway.lines()))
        } else {
            Self::Text(gateway.id().to_owned().into())
        }
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::{OptionsInput, TargetInput, Time, build_request, gateway::Target, parse_reply};
    use proptest::prelude::*;

    /// Tests of the gateways that are kept take turns, because each test evicts those of the others.
    static TURN: Mutex<()> = Mutex::new(());

    fn shipped() -> &'static Gateway {
        Gateway::all().next().unwrap()
    }

    fn text(text: &str) -> Value<'static> {
        Value::Text(text.to_owned().into())
    }

    fn record<const N: usize>(fields: [(&'static str, Value<'static>); N]) -> Value<'static> {
        Value::Record(fields.into_iter().map(|(name, value)| (name.into(), value)).collect())
    }

    /// Uses a gateway with arbitrary lines. Nothing may panic.
    fn exercise(lines: String) {
        let gateway = Value::Gateway(Lines::new(lines));
        let mut target = vec![("gateway".into(), gateway.clone())];
        for name in shipped().target_fields() {
            let value = if name == "baseUrl" { "https://example.com" } else { "a" };
            target.push((name.into(), text(value)));
        }
        let target = TargetInput::from(Value::Record(target));
        let event = record([
            ("to", text("+5511999999999")),
            ("name", text("Team meeting")),
            ("start", text("2027-09-10T14:00:00-03:00")),
            ("location", text("Room A")),
        ]);
        let options = OptionsInput::default();
        let _ = build_request(&event.into(), &target, &options, Time::EPOCH);
        let _ = Target::parse(&target);
        let reply = record([("status", Value::Number(201.0)), ("body", text("{\"id\":\"a\"}"))]);
        let _ = parse_reply(&gateway, &reply, &options, Time::EPOCH);
    }

    proptest! {
        #[test]
        fn arbitrary_lines_do_not_panic(
            edits in prop::collection::vec((any::<prop::sample::Index>(), "[+.}{=$?\"0-9a-z\n]{0,4}"), 1..6),
        ) {
            let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
            let lines = shipped().lines();
            let mut lines: Vec<String> = lines.split('\n').map(str::to_owned).collect();
            for (place, edit) in edits {
                let place = place.index(lines.len());
                if edit.is_empty() {
                    lines.remove(place);
                } else if let Some(line) = lines.get_mut(place) {
                    *line = edit;
                }
                if lines.is_empty() {
                    break;
                }
            }
            exercise(lines.join("\n"));
        }
    }

    #[test]
    fn gateways_that_are_named_often_are_kept_and_others_are_not() {
        let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let lines = |at: usize| {
            let name = format!("\n{}\n", shipped().name());
            shipped().lines().replacen(&name, &format!("\nName {at}\n"), 1)
        };
        let first = Gateway::recall(&lines(0)).unwrap();
        for at in 0..100 {
            assert_eq!(Gateway::recall(&lines(0)).as_ref(), Some(&first));
            assert_eq!(Gateway::recall(&lines(at)).unwrap().name(), format!("Name {at}"));
        }
        assert!(KNOWN.lock().unwrap().len() <= MOST);
        assert_ne!(Gateway::recall(&lines(1)).unwrap(), first);
    }

    #[test]
    fn lines_of_another_version_are_reported() {
        let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let gateway = Value::Gateway(Lines::new("of another version"));
        let target = Target::parse(&record([("gateway", gateway)]).into());
        let issues = target.unwrap_err().issues;
        let reported: Vec<_> =
            issues.iter().map(|issue| (issue.code(), issue.path().dotted())).collect();
        assert_eq!(reported, [(Code::WrongType, "gateway".to_owned())]);
    }
}
