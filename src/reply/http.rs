//! HTTP replies, and how they are read from values. Whatever a caller passes is read as a reply, even if as an
//! unreadable one.

use std::borrow::Cow;

use crate::{digits::integer, input::Value};

/// An HTTP reply, as it was received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HttpReply<'a> {
    /// The status, 100 to 599.
    pub status: u16,
    /// The headers. Their names may be in upper or lower case.
    pub headers: Vec<(&'a str, Cow<'a, str>)>,
    /// The body, whatever its content type. Bytes that are not UTF-8 are best replaced by U+FFFD. A body of more than 1
    /// MiB counts as cut off, and is read only for its message.
    pub body: &'a str,
}

impl HttpReply<'_> {
    /// The value of a header, by its name in lower case.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_ref())
    }
}

impl<'a> HttpReply<'a> {
    /// Reads a value as a reply. An invalid status becomes 0, and a body that is not text becomes empty.
    pub(crate) fn of(value: &'a Value<'a>) -> Self {
        let Value::Record(headers) = value.field("headers") else {
            return Self { status: status(value), headers: Vec::new(), body: body(value) };
        };
        let headers = headers
            .iter()
            .filter_map(|(name, value)| Some((name.as_ref(), header(value)?)))
            .collect();
        Self { status: status(value), headers, body: body(value) }
    }
}

fn status(value: &Value<'_>) -> u16 {
    match value.field("status") {
        Value::Number(number) => {
            whole(*number).and_then(|number| number.try_into().ok()).unwrap_or(0)
        }
        _ => 0,
    }
}

fn body<'a>(value: &'a Value<'a>) -> &'a str {
    match value.field("body") {
        Value::Text(text) => text,
        _ => "",
    }
}

fn header<'a>(value: &'a Value<'a>) -> Option<Cow<'a, str>> {
    match value {
        Value::Text(text) => Some(Cow::Borrowed(text)),
        Value::Number(number) => Some(Cow::Owned(integer(whole(*number)?))),
        _ => None,
    }
}

/// The number as an integer, if it has no fraction.
fn whole(number: f64) -> Option<i64> {
    #[expect(clippy::cast_possible_truncation, reason = "out of range saturates and then differs")]
    let whole = number as i64;
    #[expect(clippy::cast_precision_loss, clippy::float_cmp, reason = "a whole number is itself")]
    (whole as f64 == number).then_some(whole)
}
