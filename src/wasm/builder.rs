//! A target and options that are parsed once, for many events.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{
    answer, clock,
    frame::Frame,
    kept::{Kept, Room},
    voice, warn_of_host,
};
#[cfg(not(waevent_module = "lite"))]
use crate::lines::Lines;
use crate::{
    Event, gateway,
    input::{EventInput, OptionsInput, TargetInput},
    request::Fields,
};

/// A target and options, parsed once.
#[wasm_bindgen]
pub struct Builder {
    pub(super) inner: gateway::Builder,
    has_own_now: bool,
    /// Lines of JSON that are being read.
    #[cfg(not(waevent_module = "lite"))]
    pub(super) lines: Lines,
    /// The frame that is read.
    room: Room,
    /// The last answer.
    pub(super) kept: Kept,
}

/// What stands before every body.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Draft<'b> {
    request: Fields<'b>,
    /// The header that holds each event's own fingerprint, and nothing in the draft.
    key_header: Option<&'b str>,
}

#[wasm_bindgen]
impl Builder {
    /// The frame holds options and a target. The report is then what was odd about them, with the draft. Throws the
    /// failed result.
    #[wasm_bindgen(constructor)]
    pub fn new(slots: &[f64], text: &str, now: f64) -> Result<Self, JsValue> {
        let mut frame = Frame::new(slots, text);
        let options = OptionsInput::from(frame.value());
        let target = TargetInput::from(frame.value());
        let (inner, report) = gateway::Builder::open(&target, &options, clock(now));
        let inner = inner.filter(|_| report.is_clean());
        let draft = inner.as_ref().map(|builder| Draft {
            request: builder.endpoint.fields("", ""),
            key_header: builder.endpoint.key_header(),
        });
        let report = answer::result((draft, report), &voice(&options).to_developer());
        let Some(inner) = inner else { return Err(JsValue::from_str(&report)) };
        let mut kept = Kept::new();
        kept.report(report);
        let has_own_now = options.now.is_given();
        Ok(Self {
            inner,
            has_own_now,
            #[cfg(not(waevent_module = "lite"))]
            lines: Lines::default(),
            room: Room::default(),
            kept,
        })
    }

    /// The address of the numbers that say what was answered last: those of [`Answer`](crate::wire::Answer).
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn at(&self) -> usize {
        self.kept.at()
    }

    /// Makes room for a frame of so many numbers and bytes of text.
    #[wasm_bindgen(js_name = makeRoom)]
    pub fn make_room(&mut self, slots: usize, bytes: usize) {
        self.room.make(slots, bytes);
        self.kept.room(&self.room);
    }

    /// The frame that was written there holds an input. Answers with its body, or with what is wrong. The host is stale
    /// where it would show the start of the event wrongly.
    pub fn build(&mut self, slots: usize, bytes: usize, now: f64, is_host_stale: bool) {
        self.tick(now);
        let Self { inner, room, kept, .. } = self;
        let input = EventInput::from(room.frame(slots, bytes).value());
        let (made, mut report) = inner.read_body(&input);
        let event = made.as_ref().map(|(event, _)| event);
        let start = event.map(Event::start);
        warn_of_host(start.filter(|_| is_host_stale), &mut report);
        kept.start(start);
        if let (Some(event), Some(_)) = (event, inner.endpoint.key_header()) {
            kept.key(inner.fingerprint(event));
        }
        let body = made.map(|(_, body)| body).filter(|_| report.is_clean());
        kept.body(body, report, &inner.options.voice);
        drop(input);
        if room.tidy() {
            kept.room(room);
        }
    }
}

impl Builder {
    pub(super) fn tick(&mut self, now: f64) {
        if !self.has_own_now {
            self.inner.options.now = clock(now);
        }
    }
}
