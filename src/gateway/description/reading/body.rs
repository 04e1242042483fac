//! Compiles the template of a body to steps.

use super::{Kind, TargetField, place::Place};
use crate::{
    gateway::{
        Field,
        capability::Fields,
        description::{
            body::{Body, DEPTH, Fact, Form, Source, Step},
            template::Template,
        },
    },
    input::Value,
    issue::{IssueCode as Code, Report},
    json::{push_integer, push_text},
    request::snake_case,
    search,
    text::concat,
};

/// The end of a time's name that makes it a date object.
const DATE: &str = ".date";

/// The most steps that a body may have.
const MOST_STEPS: usize = 256;

impl Body {
    pub(super) fn read(
        place: &Place<'_, '_>,
        as_text: bool,
        target: &[TargetField],
        report: &mut Report,
    ) -> (Self, Fields) {
        let mut reading = Reading::new(target, false);
        if place.is_absent() {
            place.fault(Code::Required, report);
        }
        reading.object(place, 0, report);
        reading.end(place, as_text, report)
    }

    /// The object that describes the call of a function: the recipient as `to`, and the arguments after it as `args`.
    pub(super) fn read_call(args: &Place<'_, '_>, report: &mut Report) -> (Self, Fields) {
        let to = Step::Write(key_of("to"), Source::Fact(Fact::Text(Field::To)));
        let mut reading = Reading::new(&[], true);
        reading.steps.push(to);
        if args.is_absent() {
            args.fault(Code::Required, report);
        }
        reading.list(args, key_of("args"), 0, report);
        reading.end(args, false, report)
    }
}

fn key_of(name: &str) -> String {
    let mut key = String::new();
    push_text(&mut key, name);
    key.push(':');
    key
}

/// What has been read of a body so far.
struct Reading<'t> {
    target: &'t [TargetField],
    /// Whether dates are allowed. Arguments of a call can be dates, values of a JSON body cannot.
    takes_dates: bool,
    steps: Vec<Step>,
    /// The parts without which a place cannot be sent.
    place_needs: Fields,
}

impl<'t> Reading<'t> {
    fn new(target: &'t [TargetField], takes_dates: bool) -> Self {
        Self { target, takes_dates, steps: Vec::new(), place_needs: Fields::default() }
    }

    /// The body, and the parts without which a place cannot be sent.
    fn end(self, place: &Place<'_, '_>, as_text: bool, report: &mut Report) -> (Body, Fields) {
        if self.steps.len() > MOST_STEPS {
            place.too_much("parts", MOST_STEPS, self.steps.len(), report);
        }
        (Body { steps: self.steps, as_text }, self.place_needs)
    }

    fn object(&mut self, place: &Place<'_, '_>, depth: usize, report: &mut Report) {
        place.each(report, |value, report| {
            if value.name() == "$needs" {
                return self.needs(value, report);
            }
            if depth == 0 {
                expect_slot(value, self.target, report);
            }
            self.value(value, key_of(value.name()), depth, report);
        });
    }

    /// The parts without which an object cannot be sent. Only parts of a place are allowed, because the shared code can
    /// report those.
    fn needs(&mut self, place: &Place<'_, '_>, report: &mut Report) {
        place.items(report, |name, report| match name.needed(report) {
            Some("location.name") => self.place_needs.add(Field::LocationName),
            Some("location.latitude") => self.place_needs.add(Field::Coordinates),
            _ => name.unfit("location.name or location.latitude", report),
        });
    }

    /// A list. Each item must be written for every event. Otherwise the next item would take its place.
    fn list(&mut self, place: &Place<'_, '_>, key: String, depth: usize, report: &mut Report) {
        self.steps.push(Step::OpenList(key));
        place.items(report, |item, report| {
            let before = self.steps.len();
            self.value(item, String::new(), depth, report);
            let mut written = self.steps.iter().skip(before).peekable();
            if written.peek().is_some() && !written.any(Step::is_certain) {
                item.unfit("a value that every event has, or an object with one", report);
            }
        });
        self.steps.push(Step::CloseList);
    }

    fn value(&mut self, value: &Place<'_, '_>, key: String, depth: usize, report: &mut Report) {
        match value.value {
            Value::Record(_) if !value.at("$if").is_absent() => {
                read_condition(value, &key, &mut self.steps, report);
            }
            Value::Record(_) | Value::List(_) if depth >= DEPTH => {
                value.too_much("levels", DEPTH, depth.saturating_add(1), report);
            }
            Value::Record(_) => {
                self.steps.push(Step::Open(key));
                self.object(value, depth.saturating_add(1), report);
                self.steps.push(Step::Close);
            }
            Value::List(_) if self.takes_dates => {
                self.list(value, key, depth.saturating_add(1), report);
            }
            Value::Text(text) if self.takes_dates && text.ends_with(DATE) => {
                self.date(value, text, key, report);
            }
            _ => {
                let source = read_source(value, depth, self.target, report);
                self.steps.extend(source.map(|source| Step::Write(key, source)));
            }
        }
    }

    /// Writes a date as an object whose only field is `$date`. No text of an event can imitate that.
    fn date(&mut self, value: &Place<'_, '_>, text: &str, key: String, report: &mut Report) {
        let fact = match text.strip_suffix(DATE) {
            Some("$start") => Fact::Start(Form::Utc),
            Some("$end") => Fact::End(Form::Utc),
            _ => return value.unfit("$start.date or $end.date", report),
        };
        self.steps.push(Step::Open(key));
        self.steps.push(Step::Write(key_of("$date"), Source::Fact(fact)));
        self.steps.push(Step::Close);
    }
}

/// A field with the name of a secret must hold the secret's slot and nothing else. Otherwise a guest's text in this
/// field could pass for the placeholder.
fn expect_slot(value: &Place<'_, '_>, target: &[TargetField], report: &mut Report) {
    let is_of = |field: &&TargetField| {
        matches!(field.kind, Kind::Secret) && snake_case(&field.name) == value.name()
    };
    let Some(secret) = target.iter().find(is_of).filter(|_| !value.is_absent()) else { return };
    let slot = concat(&["{", &secret.name, "}"]);
    if !matches!(value.value, Value::Text(text) if *text == slot) {
        value.unfit("the secret of this name alone", report);
    }
}

impl Step {
    /// Whether it writes something for every event.
    const fn is_certain(&self) -> bool {
        match self {
            Self::OpenList(_) => true,
            Self::Write(_, source) => match source {
                Source::Fact(fact) => {
                    matches!(
                        fact,
                        Fact::Text(Field::To | Field::Name) | Fact::Flag(_) | Fact::Start(_)
                    )
                }
                Source::Target(_) | Source::Constant(_) => true,
                Source::If(..) | Source::Unless(..) => false,
            },
            Self::Open(_) | Self::Close | Self::CloseList => false,
        }
    }
}

fn read_condition(value: &Place<'_, '_>, key: &str, steps: &mut Vec<Step>, report: &mut Report) {
    value.only(&["$if", "then", "else"], report);
    let fact = value.at("$if").needed(report).and_then(|text| text.strip_prefix('$'));
    let fact = fact.and_then(Fact::named);
    let fact = fact.filter(|fact| fact.is_flag());
    if fact.is_none() {
        value.at("$if").unfit("a flag, such as $canceled", report);
    }
    let Some(fact) = fact else { return };
    let mut write = |source| steps.push(Step::Write(key.to_owned(), source));
    if let Some(json) = constant(&value.at("then"), report) {
        write(Source::If(fact, json));
    }
    let other = value.at("else");
    if !other.is_absent()
        && let Some(json) = constant(&other, report)
    {
        write(Source::Unless(fact, json));
    }
}

fn read_source(
    value: &Place<'_, '_>,
    depth: usize,
    target: &[TargetField],
    report: &mut Report,
) -> Option<Source> {
    let Value::Text(text) = value.value else {
        return constant(value, report).map(Source::Constant);
    };
    if let Some(name) = text.strip_prefix('$') {
        let fact = Fact::named(name);
        if fact.is_none() {
            value.unfit("a fact of the event, such as $name", report);
        }
        return fact.map(Source::Fact);
    }
    if !(search::has(text, b'{') || search::has(text, b'}')) {
        return constant(value, report).map(Source::Constant);
    }
    let template = Template::read(value, target, report)?;
    let Some(at) = template.alone() else {
        value.unfit("a field of the target alone", report);
        return None;
    };
    let field = target.get(at)?;
    // In the field of its own name, which can hold nothing else, the slot of a draft is found again.
    let is_slot = depth == 0 && snake_case(&field.name) == value.name();
    if matches!(field.kind, Kind::Secret) && !is_slot {
        value.unfit(
            "a secret in an outermost field of its own name, access_token for accessToken",
            report,
        );
    }
    Some(Source::Target(at))
}

/// The JSON text of a constant value.
fn constant(value: &Place<'_, '_>, report: &mut Report) -> Option<String> {
    let mut json = String::new();
    match value.value {
        Value::Text(text) => push_text(&mut json, text),
        Value::Bool(flag) => json.push_str(if *flag { "true" } else { "false" }),
        Value::Number(_) => push_integer(&mut json, value.whole(report)?.into()),
        _ => {
            value.misfit("string", report);
            return None;
        }
    }
    Some(json)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The paths of the faults in arguments.
    fn faults(args: &str) -> Vec<String> {
        let args = serde_json::from_str::<Value<'_>>(args).unwrap();
        let mut report = Report::new(false);
        Body::read_call(&Place::new(&args), &mut report);
        let verdict = report.verdict(Some(()));
        let issues = verdict.err().map(|refusal| refusal.issues).unwrap_or_default();
        issues.iter().map(|issue| issue.path().to_string()).collect()
    }

    #[test]
    fn every_argument_is_written_for_every_event() {
        for whole in [
            r#"["$name", "$start.date", { "at": "$end.date", "off": "$canceled" }, 1, [], { "in": { "to": "$to" } }]"#,
            r#"[{ "kind": { "$if": "$scheduledCall", "then": "a", "else": "b" }, "name": "$name" }]"#,
        ] {
            assert!(faults(whole).is_empty(), "{whole}");
        }
        // If an argument were left out, the next one would take its place.
        assert_eq!(faults(r#"["$name", "$description", { "end": "$end.date" }]"#), ["1", "2"]);
        let inside =
            r#"["$name", { "$if": "$canceled", "then": "off" }, ["$name", "$description"]]"#;
        assert_eq!(faults(inside), ["1", "2.1"]);
    }

    /// As deep as objects, not counting the list of arguments itself.
    #[test]
    fn lists_are_eight_deep_at_most() {
        let nested = |count: usize| ["[".repeat(count + 1), "]".repeat(count + 1)].concat();
        assert_eq!(faults(&nested(8)), [""; 0]);
        assert_eq!(faults(&nested(9)), [["0"; 9].join(".")]);
    }

    #[test]
    fn only_times_can_be_dates_and_only_in_calls() {
        assert_eq!(faults(r#"["$name", "$name.date", { "$date": "$start.date" }]"#), ["1"]);
        let body = serde_json::from_str::<Value<'_>>(
            r#"{ "to": "$to", "name": "$name", "at": "$start.date", "list": ["$name"] }"#,
        );
        let body = body.unwrap();
        let mut report = Report::new(false);
        Body::read(&Place::new(&body), false, &[], &mut report);
        let issues = report.verdict(Some(())).unwrap_err().issues;
        let paths: Vec<String> = issues.iter().map(|issue| issue.path().to_string()).collect();
        assert_eq!(paths, ["at", "list"]);
    }
}
