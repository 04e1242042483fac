//! From the template of a body to its steps.

use super::{Kind, TargetField, place::Place};
use crate::{
    gateway::description::{
        body::{Body, Fact, Source, Step},
        template::Template,
    },
    input::Value,
    issue::{IssueCode as Code, Report},
    json::{push_integer, push_text},
    request::snake_case,
    search,
};

/// The deepest nesting of a body.
const DEPTH: usize = 8;

/// The most steps of a body.
const MOST_STEPS: usize = 256;

impl Body {
    pub(super) fn read(
        place: &Place<'_, '_>,
        as_text: bool,
        target: &[TargetField],
        report: &mut Report,
    ) -> Self {
        let mut steps = Vec::new();
        if place.is_absent() {
            place.fault(Code::Required, report);
        }
        read_object(place, 0, target, &mut steps, report);
        if steps.len() > MOST_STEPS {
            place.unfit("a body of 256 values and fewer", report);
        }
        Self { steps, as_text }
    }
}

fn read_object(
    place: &Place<'_, '_>,
    depth: usize,
    target: &[TargetField],
    steps: &mut Vec<Step>,
    report: &mut Report,
) {
    place.each(report, |value, report| {
        let mut key = String::new();
        push_text(&mut key, value.name());
        key.push(':');
        if let Value::Record(_) = value.value {
            if !value.at("$if").is_absent() {
                return read_condition(value, key, steps, report);
            }
            if depth >= DEPTH {
                return value.unfit("an object that is less deep", report);
            }
            steps.push(Step::Open(key));
            read_object(value, depth.saturating_add(1), target, steps, report);
            steps.push(Step::Close);
            return;
        }
        let source = read_source(value, depth, target, report);
        steps.extend(source.map(|source| Step::Write(key, source)));
    });
}

fn read_condition(value: &Place<'_, '_>, key: String, steps: &mut Vec<Step>, report: &mut Report) {
    value.only(&["$if", "then"], report);
    let fact = value.at("$if").needed(report).and_then(|text| text.strip_prefix('$'));
    let fact = fact.and_then(Fact::named);
    let fact = fact.filter(|fact| matches!(fact, Fact::Flag(_)));
    if fact.is_none() {
        value.at("$if").unfit("a flag, such as $canceled", report);
    }
    let json = constant(&value.at("then"), report);
    steps.extend(fact.zip(json).map(|(fact, json)| Step::Write(key, Source::If(fact, json))));
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
    // Where nothing else can stand, a draft's slot is found again.
    let is_slot = depth == 0 && snake_case(&field.name) == value.name();
    if matches!(field.kind, Kind::Secret) && !is_slot {
        value.unfit(
            "a secret in an outermost field of its own name, access_token for accessToken",
            report,
        );
    }
    Some(Source::Target(at))
}

/// The JSON text of a value that is always the same.
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
