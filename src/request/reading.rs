//! Reads a request, and secrets, from values: drafts travel as JSON.

use super::GatewayRequest;
use crate::{
    input::Value,
    issue::{Fault, IssueCode as Code, Path, Report},
};

/// The request of `value`; what is missing or of the wrong type is told.
pub(crate) fn read(value: &Value<'_>, report: &mut Report) -> Option<GatewayRequest> {
    let Value::Record(_) = value else {
        report.fault(value.wrong_type("object"), "request");
        return None;
    };
    let url = text(value.field("url"), "url", report);
    let body = text(value.field("body"), "body", report);
    let headers = match value.field("headers") {
        Value::Record(headers) => headers
            .iter()
            .map(|(name, value)| {
                let path = Path::of_part("headers", name);
                Some((name.clone().into_owned(), text(value, path, report)?))
            })
            .collect(),
        other => {
            report.fault(other.wrong_type("object"), "headers");
            None
        }
    };
    let missing_secrets = match value.field("missingSecrets") {
        Value::List(names) => {
            names.iter().map(|name| text(name, "missingSecrets", report)).collect()
        }
        other => {
            report.fault(other.wrong_type("array"), "missingSecrets");
            None
        }
    };
    Some(GatewayRequest {
        url: url?,
        headers: headers?,
        body: body?,
        missing_secrets: missing_secrets?,
    })
}

/// The secrets of `value` by name: those of `missing` that are given. Whatever else is there is not
/// looked at.
pub(crate) fn read_secrets<'v>(
    value: &'v Value<'_>,
    missing: &[String],
    report: &mut Report,
) -> Vec<(&'v str, &'v str)> {
    let Value::Record(fields) = value else {
        report.fault(value.wrong_type("object"), "secrets");
        return Vec::new();
    };
    let mut secrets = Vec::new();
    for (name, value) in fields {
        if !missing.iter().any(|missing| missing == name) {
            continue;
        }
        match value {
            Value::Absent => {}
            Value::Text(secret) => secrets.push((name.as_ref(), secret.as_ref())),
            Value::LoneSurrogate(_) | Value::LongText { .. } => {
                report.fault(Code::HeaderValue, Path::of_field(name));
            }
            other => report.fault(other.wrong_type("string"), Path::of_field(name)),
        }
    }
    secrets
}

fn text(value: &Value<'_>, path: impl Into<Path>, report: &mut Report) -> Option<String> {
    if let Value::Text(text) = value {
        return Some(text.clone().into_owned());
    }
    let fault = match value {
        Value::LongText { units, .. } => {
            Fault::new(Code::TooLong).with("max", Value::WHOLE_TEXT_UNITS).with("length", *units)
        }
        _ => value.wrong_type("string"),
    };
    report.fault(fault, path);
    None
}
