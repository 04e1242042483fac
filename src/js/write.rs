//! What was found, as the objects that the npm package gives.

use js_sys::{Array, Object};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use crate::{
    Event, GatewayRequest, Recipient, Reply, Rsvp, Time,
    gateway::Built,
    input::OptionsInput,
    issue::{Checked, Issue, Refusal, Report, Verdict, Voice, tell},
    rsvp::Tally,
};

/// The package's `Result`: `{ ok: true, value, warnings }`, or `{ ok: false, issues, warnings }`. Issues have their messages, in
/// the language and with the labels of `options`. Take none with labels for what no guest has a part in, such as webhooks.
#[must_use]
pub fn result<T: Into<JsValue>>(verdict: Verdict<T>, options: &OptionsInput<'_>) -> JsValue {
    let voice = Voice::read(options, &mut Report::new(false));
    let told = |issues: &[Issue]| plain(&tell(issues, &voice));
    let (ok, name, found, warnings) = match verdict {
        Ok(Checked { value, warnings }) => (true, "value", value.into(), warnings),
        Err(Refusal { issues, warnings }) => (false, "issues", told(&issues), warnings),
    };
    // What is not there is null in JSON.
    let found = if found.is_undefined() { JsValue::NULL } else { found };
    object(&[("ok", ok.into()), (name, found), ("warnings", told(&warnings))])
}

/// Makes a plain object with these fields.
fn object<const COUNT: usize>(fields: &[(&str, JsValue); COUNT]) -> JsValue {
    let fields: Array =
        fields.iter().map(|(name, value)| Array::of2(&(*name).into(), value)).collect();
    Object::from_entries(&fields).map_or(JsValue::UNDEFINED, JsValue::from)
}

/// Plain data, as JSON has it. No type of the crate can fail at it.
fn plain(value: &impl Serialize) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}

/// Each of these is what the npm package gives for it.
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
into_js!(Event, GatewayRequest, Recipient, Reply, Rsvp, Tally, Time);

/// `{ request, event, fingerprint }`.
impl From<&Built> for JsValue {
    fn from(built: &Built) -> Self {
        object(&[
            ("request", (&built.request).into()),
            ("event", (&built.event).into()),
            ("fingerprint", built.fingerprint().into()),
        ])
    }
}

/// `{ request, event, fingerprint }`.
impl From<Built> for JsValue {
    fn from(built: Built) -> Self {
        Self::from(&built)
    }
}
