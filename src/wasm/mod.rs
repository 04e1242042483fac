//! The boundary to JavaScript: decode, call the core, encode.
//!
//! The only place that names `wasm_bindgen`. It holds no rules. Values come in as one [`frame`]; answers go out as JSON
//! text, which is a body alone where there is nothing else to say.

mod answer;
mod frame;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use self::frame::Frame;
use crate::{
    Event, GatewayRequest, facade, gateway,
    gateway::Built,
    input::{EventInput, OptionsInput, TargetInput, Value},
    issue::Language,
    message_id,
    time::Time,
};

/// The host's clock, in Unix milliseconds; 1970 where the host has no sensible one.
fn clock(milliseconds: f64) -> Time {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "out of range saturates and is then refused"
    )]
    let seconds = (milliseconds / 1000.0).floor() as i64;
    Time::from_epoch_seconds(seconds).unwrap_or(Time::EPOCH)
}

/// The frame holds options and an input. What a client may have sent comes last in every frame.
#[wasm_bindgen(js_name = parseEvent)]
pub fn parse_event(slots: &[f64], text: &str, now: f64) -> String {
    let mut frame = Frame::new(slots, text);
    let options = OptionsInput::from(frame.value());
    let input = EventInput::from(frame.value());
    answer::verdict(facade::parse_event(&input, &options, clock(now)), language(&options))
}

/// The frame holds options and a time.
#[wasm_bindgen(js_name = parseTime)]
pub fn parse_time(slots: &[f64], text: &str, now: f64) -> String {
    let mut frame = Frame::new(slots, text);
    let options = OptionsInput::from(frame.value());
    let value = frame.value();
    answer::verdict(facade::parse_time(&value, &options, clock(now)), language(&options))
}

/// The frame holds options and a recipient.
#[wasm_bindgen(js_name = parseRecipient)]
pub fn parse_recipient(slots: &[f64], text: &str, now: f64) -> String {
    let mut frame = Frame::new(slots, text);
    let options = OptionsInput::from(frame.value());
    let value = frame.value();
    answer::verdict(facade::parse_recipient(&value, &options, clock(now)), language(&options))
}

/// The frame holds options, a target and an input. The value is the request alone: the door asks for
/// the event when it is read.
#[wasm_bindgen(js_name = buildRequest)]
pub fn build_request(slots: &[f64], text: &str, now: f64) -> String {
    let mut frame = Frame::new(slots, text);
    let options = OptionsInput::from(frame.value());
    let target = TargetInput::from(frame.value());
    let input = EventInput::from(frame.value());
    let verdict = facade::build_request(&input, &target, &options, clock(now));
    answer::verdict(answer::map(verdict, Made::from), language(&options))
}

/// The frame of a request that was built. Answers its fingerprint.
#[wasm_bindgen]
pub fn fingerprint(slots: &[f64], text: &str, now: f64) -> Option<String> {
    let mut frame = Frame::new(slots, text);
    let options = OptionsInput::from(frame.value());
    let target = TargetInput::from(frame.value());
    let input = EventInput::from(frame.value());
    let built = facade::build_request(&input, &target, &options, clock(now)).ok()?;
    Some(built.value.fingerprint())
}

/// A request, and its start where the host's zone data has a say in how it is shown.
#[derive(Serialize)]
struct Made {
    request: GatewayRequest,
    #[serde(skip_serializing_if = "Option::is_none")]
    zoned: Option<Time>,
}

impl From<Built> for Made {
    fn from(built: Built) -> Self {
        let zoned = zoned(&built.event);
        Self { request: built.request, zoned }
    }
}

/// The start of an event that names its zone.
fn zoned(event: &Event) -> Option<Time> {
    event.start().time_zone().map(|_| event.start().clone())
}

/// The warning that the host's zone data is out of date, and whether it counts as a fault. The frame
/// holds options.
#[wasm_bindgen(js_name = staleZone)]
pub fn stale_zone(slots: &[f64], text: &str, zone: &str) -> String {
    let options = OptionsInput::from(Frame::new(slots, text).value());
    let verdict = facade::stale_zone(zone, matches!(options.strict, Value::Bool(true)));
    answer::verdict(verdict, language(&options))
}

/// A target and options, parsed once.
#[wasm_bindgen]
pub struct Builder {
    inner: gateway::Builder,
    has_own_now: bool,
    zoned: Option<Time>,
    warnings: String,
    answer: String,
}

#[wasm_bindgen]
impl Builder {
    /// The frame holds options and a target. Throws the failed answer.
    #[wasm_bindgen(constructor)]
    pub fn new(slots: &[f64], text: &str, now: f64) -> Result<Self, JsValue> {
        let mut frame = Frame::new(slots, text);
        let options = OptionsInput::from(frame.value());
        let target = TargetInput::from(frame.value());
        match gateway::Builder::parse(&target, &options, clock(now)) {
            Ok(checked) => Ok(Self {
                inner: checked.value,
                has_own_now: options.now.is_given(),
                zoned: None,
                warnings: answer::issues(&checked.warnings, language(&options)),
                answer: String::new(),
            }),
            refused => {
                let refusal = answer::verdict(answer::map(refused, |_| ()), language(&options));
                Err(JsValue::from_str(&refusal))
            }
        }
    }

    /// What was odd about target and options.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn warnings(&self) -> String {
        self.warnings.clone()
    }

    /// The request but for its body.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn endpoint(&self) -> String {
        answer::plain(&self.inner.endpoint.with_body(String::new()))
    }

    /// The frame holds an input. Gives the body's text; nothing where [`answer`](Self::answer) has more to say.
    pub fn build(&mut self, slots: &[f64], text: &str, now: f64) -> Option<String> {
        if !self.has_own_now {
            self.inner.options.now = clock(now);
        }
        let input = EventInput::from(Frame::new(slots, text).value());
        let (made, report) = self.inner.read_body(&input);
        self.zoned = made.as_ref().and_then(|(event, _)| zoned(event));
        match report.verdict(made.map(|(_, body)| body)) {
            Ok(checked) if checked.warnings.is_empty() => Some(checked.value),
            verdict => {
                self.answer = answer::verdict(verdict, self.inner.options.language);
                None
            }
        }
    }

    /// What the last build had to say, once.
    pub fn answer(&mut self) -> String {
        core::mem::take(&mut self.answer)
    }

    /// The start of the last event, in Unix seconds, where it names its zone; NaN otherwise.
    #[wasm_bindgen(getter, js_name = zonedSeconds)]
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
    pub fn zoned_seconds(&self) -> f64 {
        self.zoned.as_ref().map_or(f64::NAN, |start| start.epoch_seconds() as f64)
    }

    /// Its offset, in seconds east of UTC.
    #[wasm_bindgen(getter, js_name = zonedOffset)]
    #[must_use]
    pub fn zoned_offset(&self) -> i32 {
        self.zoned.as_ref().map_or(0, Time::offset_seconds)
    }

    /// Its zone, as the caller spelled it.
    #[wasm_bindgen(getter, js_name = zonedName)]
    #[must_use]
    pub fn zoned_name(&self) -> String {
        self.zoned.as_ref().and_then(Time::time_zone).unwrap_or_default().to_owned()
    }

    /// The frame holds the input of a request that was built. Answers its fingerprint.
    pub fn fingerprint(&mut self, slots: &[f64], text: &str, now: f64) -> Option<String> {
        if !self.has_own_now {
            self.inner.options.now = clock(now);
        }
        let input = EventInput::from(Frame::new(slots, text).value());
        self.inner.read(&input).0.map(|built| built.fingerprint())
    }

    /// The frame holds the input of a request that was built. Answers its event.
    pub fn event(&mut self, slots: &[f64], text: &str, now: f64) -> String {
        if !self.has_own_now {
            self.inner.options.now = clock(now);
        }
        let input = EventInput::from(Frame::new(slots, text).value());
        match Event::parse(&input, &self.inner.options) {
            Ok(checked) => answer::plain(&checked.value),
            Err(_) => String::new(),
        }
    }
}

/// The frame holds options, the id of a gateway and what it answered. The value is the reply.
#[wasm_bindgen(js_name = parseReply)]
pub fn parse_reply(slots: &[f64], text: &str, now: f64) -> String {
    let mut frame = Frame::new(slots, text);
    let options = OptionsInput::from(frame.value());
    let gateway = frame.value();
    let reply = frame.value();
    let verdict = facade::parse_reply(&gateway, &reply, &options, clock(now));
    answer::verdict(verdict, language(&options))
}

/// The frame holds options, the id of a gateway, and a webhook.
#[wasm_bindgen(js_name = parseRsvp)]
pub fn parse_rsvp(slots: &[f64], text: &str, now: f64) -> String {
    let mut frame = Frame::new(slots, text);
    let options = OptionsInput::from(frame.value());
    let gateway = frame.value();
    let webhook = frame.value();
    let verdict = facade::parse_rsvp(&gateway, &webhook, &options, clock(now));
    answer::verdict(verdict, language(&options))
}

/// Whether two ids name one message.
#[wasm_bindgen(js_name = sameMessage)]
pub fn same_message(one: &str, other: &str) -> bool {
    message_id::same_message(one, other)
}

/// The frame holds secrets and a request.
#[wasm_bindgen]
pub fn authorize(slots: &[f64], text: &str) -> String {
    let mut frame = Frame::new(slots, text);
    let secrets = frame.value();
    let request = frame.value();
    answer::verdict(facade::authorize(&request, &secrets), Language::default())
}

/// The frame holds a target. Answers the name of the schema of its bodies; the door has their texts.
#[wasm_bindgen(js_name = bodySchema)]
pub fn body_schema(slots: &[f64], text: &str) -> String {
    let target = TargetInput::from(Frame::new(slots, text).value());
    let verdict = gateway::Target::parse(&target);
    answer::verdict(answer::map(verdict, |target| target.schema_name()), Language::default())
}

/// The language of an answer; the default where the option is faulty, which is then told in it.
fn language(options: &OptionsInput<'_>) -> Language {
    Language::WORDS
        .iter()
        .find(|(word, _)| matches!(&options.language, Value::Text(text) if text == word))
        .map_or_else(Language::default, |(_, language)| *language)
}
