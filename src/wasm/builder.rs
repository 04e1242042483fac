//! A target and options that are parsed once, for many events.

use wasm_bindgen::prelude::*;

use super::{answer, clock, frame::Frame, voice, zoned};
#[cfg(not(waevent_module = "lite"))]
use crate::lines::Lines;
use crate::{
    Event, gateway,
    input::{EventInput, OptionsInput, TargetInput},
    time::Time,
};

/// A target and options, parsed once.
#[wasm_bindgen]
pub struct Builder {
    pub(super) inner: gateway::Builder,
    has_own_now: bool,
    zoned: Option<Time>,
    /// Lines of JSON that are being read, from the first on.
    #[cfg(not(waevent_module = "lite"))]
    pub(super) lines: Option<Lines>,
    /// The zone that was returned last.
    last_zone: String,
    /// What is not returned yet.
    pub(super) answer: String,
}

#[wasm_bindgen]
impl Builder {
    /// The frame holds options and a target. The result is then what was odd about them, and the request but for
    /// its body, with nothing in a header that holds each event's own fingerprint. Throws the failed result.
    #[wasm_bindgen(constructor)]
    pub fn new(slots: &[f64], text: &str, now: f64) -> Result<Self, JsValue> {
        let mut frame = Frame::new(slots, text);
        let options = OptionsInput::from(frame.value());
        let target = TargetInput::from(frame.value());
        let (mut inner, report) = gateway::Builder::open(&target, &options, clock(now));
        inner = inner.filter(|_| report.is_clean());
        let draft =
            inner.as_ref().map(|builder| builder.endpoint.with_body(String::new(), String::new));
        let answer = answer::result((draft, report), &voice(&options).to_developer());
        match inner {
            Some(inner) => {
                let has_own_now = options.now.is_given();
                let last_zone = String::new();
                Ok(Self {
                    inner,
                    has_own_now,
                    zoned: None,
                    #[cfg(not(waevent_module = "lite"))]
                    lines: None,
                    last_zone,
                    answer,
                })
            }
            None => Err(JsValue::from_str(&answer)),
        }
    }

    /// What was found last, once.
    pub fn answer(&mut self) -> String {
        core::mem::take(&mut self.answer)
    }

    /// The frame holds an input. Gives the body's text; nothing where [`answer`](Self::answer) has more to say.
    pub fn build(&mut self, slots: &[f64], text: &str, now: f64) -> Option<String> {
        let input = self.input(slots, text, now);
        let (made, report) = self.inner.read_body(&input);
        self.zoned = made.as_ref().and_then(|(event, _)| zoned(event));
        let body = made.map(|(_, body)| body);
        if body.is_some() && report.is_silent() {
            return body;
        }
        self.answer = answer::result((body, report), &self.inner.options.voice);
        None
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

    /// Its zone, as the caller spelled it; none where that is the one that was returned last.
    #[wasm_bindgen(getter, js_name = zonedName)]
    pub fn zoned_name(&mut self) -> Option<String> {
        let name = self.zoned.as_ref().and_then(Time::time_zone).unwrap_or_default();
        if name == self.last_zone {
            return None;
        }
        name.clone_into(&mut self.last_zone);
        Some(self.last_zone.clone())
    }

    /// The frame holds the input of a request that was built. Returns its event, or its fingerprint.
    pub fn detail(&mut self, slots: &[f64], text: &str, now: f64, is_event: bool) -> String {
        let input = self.input(slots, text, now);
        if is_event {
            let (event, report) = Event::read(&input, &self.inner.options);
            answer::plain(&event.ok().filter(|_| report.is_clean()))
        } else {
            let built = self.inner.read(Some(&input)).0;
            answer::plain(&built.map(|built| built.fingerprint()))
        }
    }
}

impl Builder {
    fn input<'t>(&mut self, slots: &'t [f64], text: &'t str, now: f64) -> EventInput<'t> {
        self.tick(now);
        EventInput::from(Frame::new(slots, text).value())
    }

    pub(super) fn tick(&mut self, now: f64) {
        if !self.has_own_now {
            self.inner.options.now = clock(now);
        }
    }
}
