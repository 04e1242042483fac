//! Reads a request, and secrets, from values: drafts travel as JSON.

use super::{GatewayRequest, is_header_value};
use crate::{
    input::Value,
    issue::{Fault, IssueCode as Code, Path, Report},
};

/// Reads a request. Fields that are missing or of the wrong type are reported.
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

/// Reads those secrets of `missing` that are given, with their names. All other fields are ignored.
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

/// Reads secrets from a list of texts, or from texts by name. Absent and empty ones are skipped. What cannot be a
/// secret is reported without its text.
pub(crate) fn read_all_secrets<'v>(value: &'v Value<'_>, report: &mut Report) -> Vec<&'v str> {
    let mut secrets = Vec::new();
    let mut read = |value: &'v Value<'_>, path: Path| match value {
        Value::Text(secret) if is_header_value(secret) => secrets.push(secret.as_ref()),
        _ if !value.is_given() => {}
        Value::Text(_) | Value::LoneSurrogate(_) => report.fault(Code::HeaderValue, path),
        other => report.fault(other.wrong_type("string"), path),
    };
    match value {
        Value::Absent => {}
        Value::List(items) => items.iter().for_each(|item| read(item, "secrets".into())),
        Value::Record(fields) => {
            for (name, value) in fields {
                read(value, Path::of_part("secrets", name));
            }
        }
        other => report.fault(other.wrong_type("array or object"), "secrets"),
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
