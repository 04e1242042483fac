//! Results as the objects that the npm package returns.

use js_sys::{Array, Date, JSON, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};

use crate::{
    Event, GatewayRequest, Recipient, Reply, Rsvp, Time,
    gateway::{Built, Call, Cancellation},
    input::OptionsInput,
    issue::{Checked, Issue, Refusal, Report, Verdict, Voice, with_messages},
    rsvp::Tally,
};

/// Converts a verdict to the package's `Result`: `{ ok: true, value, warnings }`, or `{ ok: false, issues, warnings }`.
/// Issues have messages, in the language and with the labels of `options`. Pass options without labels for results that
/// no guest is involved in, such as those of webhooks.
#[must_use]
pub fn result<T: Into<JsValue>>(verdict: Verdict<T>, options: &OptionsInput<'_>) -> JsValue {
    let voice = Voice::read(options, &mut Report::new(false));
    let list = |issues: &[Issue]| plain(&with_messages(issues, &voice));
    let (ok, name, found, warnings) = match verdict {
        Ok(Checked { value, warnings }) => (true, "value", value.into(), warnings),
        Err(Refusal { issues, warnings }) => (false, "issues", list(&issues), warnings),
    };
    // An absent value is null in JSON.
    let found = if found.is_undefined() { JsValue::NULL } else { found };
    object(&[("ok", ok.into()), (name, found), ("warnings", list(&warnings))])
}

/// A plain object with these fields.
fn object<const COUNT: usize>(fields: &[(&str, JsValue); COUNT]) -> JsValue {
    let fields: Array =
        fields.iter().map(|(name, value)| Array::of2(&(*name).into(), value)).collect();
    Object::from_entries(&fields).map_or(JsValue::UNDEFINED, JsValue::from)
}

/// Plain data, as JSON would represent it. No type of the crate can fail to serialize.
fn plain(value: &impl Serialize) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}

/// Each of these types becomes what the npm package returns for it.
macro_rules! into_js {
    ($($type:ty),+) => {
        $(
            impl From<&$type> for JsValue {
                fn from(value: &$type) -> Self {
                    plain(value)
                }
            }

            impl From<$type> for JsValue {
                fn from(value: $type) -> Self {
                    plain(&value)
                }
            }
        )+
    };
}
into_js!(Event<'_>, GatewayRequest, Recipient, Reply, Rsvp, Tally, Time);

/// Converts to `{ request, event, fingerprint }`.
impl From<&Built<'_>> for JsValue {
    fn from(built: &Built<'_>) -> Self {
        object(&[
            ("request", (&built.request).into()),
            ("event", (&built.event).into()),
            ("fingerprint", built.fingerprint().into()),
        ])
    }
}

/// Converts to `{ request, event, fingerprint }`.
impl From<Built<'_>> for JsValue {
    fn from(built: Built<'_>) -> Self {
        Self::from(&built)
    }
}

/// Converts to `{ request, event, fingerprint }`. `event` is undefined if the gateway requires only the id of the
/// message.
impl From<&Cancellation<'_>> for JsValue {
    fn from(built: &Cancellation<'_>) -> Self {
        object(&[
            ("request", (&built.request).into()),
            ("event", built.event.as_ref().map_or(Self::UNDEFINED, Self::from)),
            ("fingerprint", built.fingerprint().into()),
        ])
    }
}

/// Converts to `{ request, event, fingerprint }`. `event` is undefined if the gateway requires only the id of the
/// message.
impl From<Cancellation<'_>> for JsValue {
    fn from(built: Cancellation<'_>) -> Self {
        Self::from(&built)
    }
}

/// Converts to `{ to, args }`, with a `Date` in place of each date.
impl From<&Call<'_>> for JsValue {
    fn from(call: &Call<'_>) -> Self {
        JSON::parse(&call.json).map_or(Self::UNDEFINED, dated)
    }
}

/// Converts to `{ to, args }`, with a `Date` in place of each date.
impl From<Call<'_>> for JsValue {
    fn from(call: Call<'_>) -> Self {
        Self::from(&call)
    }
}

/// The value with a `Date` in place of each `{ $date }`. No text of an event is an object, and no call nests deeply.
fn dated(value: JsValue) -> JsValue {
    if let Some(list) = value.dyn_ref::<Array>() {
        return list.iter().map(dated).collect::<Array>().into();
    }
    let Some(fields) = value.dyn_ref::<Object>() else { return value };
    let date = Reflect::get(fields, &"$date".into()).unwrap_or(JsValue::UNDEFINED);
    if date.is_string() {
        return Date::new(&date).into();
    }
    let entries = Array::new();
    for entry in Object::entries(fields).iter().map(|entry| Array::from(&entry)) {
        entries.push(&Array::of2(&entry.get(0), &dated(entry.get(1))));
    }
    Object::from_entries(&entries).map_or(value, JsValue::from)
}
