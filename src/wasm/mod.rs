//! The npm package's boundary to JavaScript, behind the feature `package`: decode, call the core, encode.
//!
//! It contains no rules. Values come in as one [`frame`], and answers go out as JSON text. Both are in
//! [buffers](mod@buffers) that are reused. One function answers all questions, because each exported function takes
//! half a kilobyte.

mod answer;
#[cfg(not(waevent_module = "define"))]
mod buffers;
#[cfg(not(waevent_module = "define"))]
mod builder;
#[cfg(waevent_module = "define")]
mod define;
mod frame;
#[cfg(not(waevent_module = "define"))]
mod kept;
#[cfg(not(any(waevent_module = "define", waevent_module = "lite")))]
mod lines;

use serde::Serialize;
use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};

pub use self::frame::Frame;
use crate::{
    Event, GatewayRequest, facade,
    gateway::{Cancellation, Operation, Target},
    input::{EventInput, OptionsInput, TargetInput, Value},
    issue::{Found, Language, Report, Voice, message::load_language},
    message_id,
    time::Time,
    wire::Question,
};

/// The standard library's allocator takes 2.6 kB more, gzipped.
#[global_allocator]
static ALLOCATOR: WasmDynamicTalc = new_wasm_dynamic_allocator();

/// Answers a question. The frame holds options and the question's values; a value that may come from a client is last.
/// `is_host_stale` means that the host would show the start in the answer wrongly.
#[must_use]
pub fn answer_to(question: usize, mut frame: Frame<'_>, now: f64, is_host_stale: bool) -> String {
    let options = OptionsInput::from(frame.value());
    let voice = &voice(&options);
    let clock = clock(now);
    match Question::of(question) {
        Some(Question::ParseEvent) => {
            let input = EventInput::from(frame.value());
            let (event, mut report) = facade::read_event(&input, &options, clock);
            let start = event.as_ref().map(Event::start).filter(|_| is_host_stale);
            warn_of_host(start, &mut report);
            answer::result((event, report), voice)
        }
        Some(Question::ParseTime) => {
            let (time, mut report) = facade::read_time(&frame.value(), &options, clock);
            warn_of_host(time.as_ref().filter(|_| is_host_stale), &mut report);
            answer::result((time, report), voice)
        }
        Some(Question::ParseRecipient) => {
            answer::result(facade::read_recipient(&frame.value(), &options, clock), voice)
        }
        // The value is only the request. The entry point asks for the event and the fingerprint when a program reads
        // them.
        Some(Question::BuildRequest) => {
            build(&mut frame, &options, clock, Target::read, &|found| {
                answer::result(made(found, is_host_stale), voice)
            })
        }
        // The request is not sent anywhere; its body is the call.
        #[cfg(not(waevent_module = "lite"))]
        Some(Question::BuildCall) => {
            build(&mut frame, &options, clock, Target::read_library, &|found| {
                answer::result(made(found, is_host_stale), voice)
            })
        }
        Some(Question::Fingerprint) => {
            build(&mut frame, &options, clock, Target::read, &|(built, report)| {
                let built = built.filter(|_| report.is_clean());
                answer::plain(&built.map(|built| built.fingerprint()))
            })
        }
        #[cfg(not(waevent_module = "lite"))]
        Some(Question::ParseReply) => {
            let (gateway, reply) = (frame.value(), frame.value());
            let found = facade::read_reply(&gateway, &reply, &options, clock);
            answer::result(found, &voice.to_developer())
        }
        #[cfg(not(waevent_module = "lite"))]
        Some(Question::ParseRsvp) => {
            let (gateway, webhook) = (frame.value(), frame.value());
            let found = facade::read_rsvp(&gateway, &webhook, &options, clock);
            answer::result(found, &voice.to_developer())
        }
        #[cfg(not(waevent_module = "lite"))]
        Some(Question::SameMessage) => {
            let are_same = match (&frame.value(), &frame.value()) {
                (Value::Text(one), Value::Text(other)) => message_id::same_message(one, other),
                _ => false,
            };
            answer::plain(&are_same)
        }
        #[cfg(not(waevent_module = "lite"))]
        Some(Question::Authorize) => {
            let (secrets, request) = (frame.value(), frame.value());
            answer::result(facade::read_draft(&request, &secrets), voice)
        }
        #[cfg(not(waevent_module = "lite"))]
        Some(Question::BodySchema) => {
            let (operation, target) = (frame.value(), TargetInput::from(frame.value()));
            answer::result(facade::body_schema(&target, &operation), voice)
        }
        Some(Question::FormatIssue) => {
            let (reader, issue) = (frame.value(), frame.value());
            let found = facade::read_message(&issue, &options.language, &reader);
            answer::result(found, &Voice::default())
        }
        Some(Question::LoadLanguage) => {
            if let Value::Text(catalog) = frame.value() {
                load_language(language(&options.language), &catalog);
            }
            String::new()
        }
        Some(Question::Options) => {
            answer::result(facade::read_options(&options, clock), &voice.to_developer())
        }
        #[cfg(not(waevent_module = "lite"))]
        Some(Question::WebhookOptions) => {
            let found = facade::read_webhook_options(&frame.value(), &options, clock);
            answer::result(found, &voice.to_developer())
        }
        #[cfg(waevent_module = "lite")]
        Some(_) => String::new(),
        None => String::new(),
    }
}

/// Builds a request. The frame holds a target, the name of an operation, the id of the message to change, and an event.
fn build(
    frame: &mut Frame<'_>,
    options: &OptionsInput<'_>,
    clock: Time,
    read: facade::ReadTarget,
    answer: &dyn Fn(Found<Cancellation<'_>>) -> String,
) -> String {
    let target = TargetInput::from(frame.value());
    let (operation, message_id, event) = (operation(&frame.value()), frame.value(), frame.value());
    // When sending or editing, an absent event counts as an empty one.
    let is_none = operation == Operation::Cancel && matches!(event, Value::Absent);
    let input = (!is_none).then(|| EventInput::from(event));
    let change = (operation != Operation::Send).then_some((operation, &message_id));
    answer(facade::build(input.as_ref(), &target, change, options, clock, read))
}

/// The operation that the entry point names. It is sending if there is no name, and always in `waevent/lite`.
fn operation(word: &Value<'_>) -> Operation {
    if cfg!(waevent_module = "lite") {
        return Operation::Send;
    }
    let Value::Text(word) = word else { return Operation::Send };
    let mut all = Operation::ALL.iter().copied();
    all.find(|operation| operation.as_str() == word).unwrap_or(Operation::Send)
}

/// The time of the host's clock, given in Unix milliseconds; 1970 if it is out of range.
fn clock(milliseconds: f64) -> Time {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "out of range saturates and is then refused"
    )]
    let seconds = (milliseconds / 1000.0).floor() as i64;
    Time::from_epoch_seconds(seconds).unwrap_or(Time::EPOCH)
}

/// A request, and the start of its event if that names a zone. The host's zone data then affects how the start is
/// shown.
#[derive(Serialize)]
struct Made {
    request: GatewayRequest,
    #[serde(skip_serializing_if = "Option::is_none")]
    zoned: Option<Time>,
}

impl From<Cancellation<'_>> for Made {
    fn from(built: Cancellation<'_>) -> Self {
        let start = built.event.as_ref().map(Event::start);
        let zoned = start.filter(|start| start.time_zone().is_some()).copied();
        Self { request: built.request, zoned }
    }
}

/// Converts a result of the core, and adds the warning about stale zone data.
fn made((built, mut report): Found<Cancellation<'_>>, is_host_stale: bool) -> Found<Made> {
    let event = built.as_ref().and_then(|built| built.event.as_ref());
    warn_of_host(event.map(Event::start).filter(|_| is_host_stale), &mut report);
    (built.map(Made::from), report)
}

/// Warns if the host would show `start` wrongly. Only a start that names a zone can be affected.
fn warn_of_host(start: Option<&Time>, report: &mut Report) {
    if let Some(zone) = start.and_then(Time::time_zone) {
        facade::warn_of_host(zone, report);
    }
}

/// How messages are worded. A faulty option counts as its default here; it is reported elsewhere.
fn voice(options: &OptionsInput<'_>) -> Voice {
    Voice::read(options, &mut Report::new(false))
}

/// The language of a catalog.
fn language(tag: &Value<'_>) -> Language {
    if let Value::Text(tag) = tag {
        Language::lookup(tag).unwrap_or_default()
    } else {
        Language::default()
    }
}
