//! A target and options that are checked once and used for many events.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{
    answer,
    buffers::{Buffers, buffers},
    clock,
    frame::Frame,
    voice, warn_of_host,
};
#[cfg(not(waevent_module = "lite"))]
use crate::lines::Lines;
use crate::{
    Event, gateway,
    input::{EventInput, OptionsInput, TargetInput},
    request::Fields,
};

/// A target and options that were checked.
#[wasm_bindgen]
pub struct Builder {
    pub(super) inner: gateway::Builder,
    has_own_now: bool,
    /// The lines of JSON that are being read.
    #[cfg(not(waevent_module = "lite"))]
    pub(super) lines: Lines,
}

/// What the requests of a builder have in common.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Draft<'b> {
    request: Fields<'b>,
    /// The name of the header for each event's fingerprint. It is empty in the draft.
    key_header: Option<&'b str>,
}

#[wasm_bindgen]
impl Builder {
    /// Builds the request for the input in the frame. The answer is its body, or a report. `is_host_stale` means that
    /// the host would show the start of the event wrongly.
    pub fn build(&mut self, slots: usize, bytes: usize, now: f64, is_host_stale: bool) {
        self.tick(now);
        let mut buffers = buffers();
        let (Self { inner, .. }, Buffers { room, kept }) = (self, &mut *buffers);
        let input = EventInput::from(room.frame(slots, bytes).value());
        let (made, mut report) = inner.read_body(&input);
        let event = made.as_ref().map(|(event, _)| event);
        let start = event.map(Event::start);
        warn_of_host(start.filter(|_| is_host_stale), &mut report);
        kept.start(start);
        let has_key = inner.endpoint.key_header().is_some();
        kept.key(event.filter(|_| has_key).map(|event| inner.fingerprint(event)));
        let body = made.map(|(_, body)| body).filter(|_| report.is_clean());
        kept.body(body, report, &inner.options.voice);
        drop(input);
        buffers.tidy();
    }
}

impl Builder {
    /// Makes a builder of the options and the target in a frame. Returns a report too: the draft with the warnings, or
    /// the faults.
    pub(super) fn open(mut frame: Frame<'_>, now: f64) -> (Option<Self>, String) {
        let options = OptionsInput::from(frame.value());
        let target = TargetInput::from(frame.value());
        let (inner, report) = gateway::Builder::open(&target, &options, clock(now));
        let inner = inner.filter(|_| report.is_clean());
        let draft = inner.as_ref().map(|builder| Draft {
            request: builder.endpoint.fields("", ""),
            key_header: builder.endpoint.key_header(),
        });
        let report = answer::result((draft, report), &voice(&options).to_developer());
        let has_own_now = options.now.is_given();
        let builder = inner.map(|inner| Self {
            inner,
            has_own_now,
            #[cfg(not(waevent_module = "lite"))]
            lines: Lines::default(),
        });
        (builder, report)
    }

    pub(super) fn tick(&mut self, now: f64) {
        if !self.has_own_now {
            self.inner.options.now = clock(now);
        }
    }
}
