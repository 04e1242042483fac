//! The package's functions. Each takes unchecked inputs and reports the faults of all of them together.
//!
//! In every function, `clock` is the current time. It is used if the options do not set `now`.

use crate::{
    event::Event,
    gateway::{Builder, Built, Call, Cancellation, Gateway, Operation, Target},
    input::{EventInput, OptionsInput, TargetInput, Value, read_issue},
    issue::{Fault, Found, Report, Verdict, message, verdict},
    options::{self, Options},
    recipient::{self, Recipient},
    reply::{HttpReply, Reply, Secrets},
    request::{self, GatewayRequest},
    rsvp::{self, Rsvp},
    time::{self, EventZone, Reading, Time},
};

/// Checks `input` and returns the valid event.
///
/// # Errors
/// Every fault of the input, in the order of its fields, then those of the options.
pub fn parse_event<'i>(
    input: &'i EventInput<'_>,
    options: &OptionsInput<'_>,
    clock: Time,
) -> Verdict<Event<'i>> {
    verdict(read_event(input, options, clock))
}

pub(crate) fn read_event<'i>(
    input: &'i EventInput<'_>,
    options: &OptionsInput<'_>,
    clock: Time,
) -> Found<Event<'i>> {
    let (options, of_options) = Options::read(options, clock);
    let (event, mut report) = Event::read(input, &options);
    report.append_options(of_options);
    (event.ok(), report)
}

/// Reads a time from `value`: RFC 3339 with an offset, or Unix time.
///
/// # Errors
/// A fault at the path `start`, and the faults of the options.
pub fn parse_time(value: &Value<'_>, options: &OptionsInput<'_>, clock: Time) -> Verdict<Time> {
    verdict(read_time(value, options, clock))
}

pub(crate) fn read_time(value: &Value<'_>, options: &OptionsInput<'_>, clock: Time) -> Found<Time> {
    read_leaf("start", options, clock, |options, report| {
        let allow_past = options.allow_past;
        let reading = Reading { rules: &options.time, zone: &EventZone::None, allow_past };
        let time = reading.read(value, "start", report)?;
        time::judge(&time, &options.now, allow_past).map(|()| time)
    })
}

/// Reads a recipient from `value`: an international phone number, or an id with its domain.
///
/// # Errors
/// A fault at the path `to`, and the faults of the options.
pub fn parse_recipient(
    value: &Value<'_>,
    options: &OptionsInput<'_>,
    clock: Time,
) -> Verdict<Recipient> {
    verdict(read_recipient(value, options, clock))
}

pub(crate) fn read_recipient(
    value: &Value<'_>,
    options: &OptionsInput<'_>,
    clock: Time,
) -> Found<Recipient> {
    read_leaf("to", options, clock, |options, report| {
        recipient::read(value, options.recipient, report)
    })
}

/// Builds the request that sends the event to `target`. To build many requests, make one [`Builder`].
///
/// # Errors
/// Every fault of the event, and every field that the gateway cannot carry and that must not be left out; then the
/// faults of the target and of the options.
pub fn build_request<'i>(
    input: &'i EventInput<'_>,
    target: &TargetInput<'_>,
    options: &OptionsInput<'_>,
    clock: Time,
) -> Verdict<Built<'i>> {
    let (built, report) = build(Some(input), target, None, options, clock, Target::read);
    report.verdict(built.and_then(Cancellation::built))
}

/// Builds the arguments with which a library is called to send the event. `library` names it: `{ library }`.
///
/// # Errors
/// Every fault of the event, and every field that the library cannot carry and that must not be left out; then the
/// faults of `library` and of the options.
///
/// ```
/// # use waevent::{EventInput, OptionsInput, TargetInput, Time, build_call};
/// let event: EventInput = serde_json::from_str(
///     r#"{ "to": "+5511999999999", "name": "Team meeting", "start": "2026-09-10T14:00:00-03:00" }"#,
/// )?;
/// let library: TargetInput = serde_json::from_str(r#"{ "library": "wa-js" }"#)?;
/// let clock = Time::from_epoch_seconds(1_767_225_600).ok_or("a year of four digits")?;
///
/// let call = build_call(&event, &library, &OptionsInput::default(), clock)?;
/// assert_eq!(
///     call.value.json,
///     r#"{"to":"5511999999999@c.us","args":[{"name":"Team meeting","startTime":1789059600}]}"#,
/// );
/// assert_eq!(call.warnings[0].code().as_str(), "end_invented");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn build_call<'i>(
    input: &'i EventInput<'_>,
    library: &TargetInput<'_>,
    options: &OptionsInput<'_>,
    clock: Time,
) -> Verdict<Call<'i>> {
    let (built, report) = build(Some(input), library, None, options, clock, Target::read_library);
    let built = built.and_then(Cancellation::built);
    report.verdict(built.map(|built| Call { json: built.request.body, event: built.event }))
}

/// Reads a target. The flag is the option `strict`.
pub(crate) type ReadTarget = fn(&TargetInput<'_>, bool) -> Found<Target>;

/// Builds the request that replaces the event in a message that was sent. Gateways expect the whole event: whatever is
/// missing from `input` is removed from the card.
///
/// # Errors
/// Those of [`build_request`]; a gateway that cannot edit events; and a `message_id` that is missing, not an id, or not
/// in the gateway's form.
pub fn build_edit<'i>(
    input: &'i EventInput<'_>,
    message_id: &Value<'_>,
    target: &TargetInput<'_>,
    options: &OptionsInput<'_>,
    clock: Time,
) -> Verdict<Built<'i>> {
    let change = Some((Operation::Edit, message_id));
    let (built, report) = build(Some(input), target, change, options, clock, Target::read);
    report.verdict(built.and_then(Cancellation::built))
}

/// Builds the request that marks the event in a sent message as canceled. `event` is the event that was sent. It is
/// read only if the gateway requires it.
///
/// # Errors
/// Those of [`build_edit`], and at the path `event`, an event that is missing although the gateway requires it.
pub fn build_cancel<'i>(
    message_id: &Value<'_>,
    event: Option<&'i EventInput<'_>>,
    target: &TargetInput<'_>,
    options: &OptionsInput<'_>,
    clock: Time,
) -> Verdict<Cancellation<'i>> {
    let change = Some((Operation::Cancel, message_id));
    verdict(build(event, target, change, options, clock, Target::read))
}

/// Builds the request for an operation: sending, if `change` is `None`.
pub(crate) fn build<'i>(
    input: Option<&'i EventInput<'_>>,
    target: &TargetInput<'_>,
    change: Option<(Operation, &Value<'_>)>,
    options: &OptionsInput<'_>,
    clock: Time,
    read: ReadTarget,
) -> Found<Cancellation<'i>> {
    let (options, of_options) = Options::read(options, clock);
    let (mut target, mut of_target) = read(target, options.strict);
    if let (Some(target), Some((operation, message_id))) = (&mut target, change) {
        target.change(operation, message_id, &mut of_target);
    }
    let is_cancellation = matches!(change, Some((Operation::Cancel, _)));
    let misfit = input.and_then(|input| input.misfit.as_ref()).filter(|_| is_cancellation);
    let (built, mut report) = match (target, input, misfit) {
        (_, _, Some(misfit)) => {
            let mut report = Report::new(options.strict);
            report.fault(misfit.wrong_type("object"), "event");
            (None, report)
        }
        (Some(target), input, None) if input.is_some() || of_target.is_clean() => {
            Builder::new(target, options).read(input)
        }
        (_, Some(input), None) => (None, Event::read(input, &options).1),
        // The target has faults, so it is unknown whether it requires an event.
        (_, None, None) => (None, Report::new(options.strict)),
    };
    report.append(of_target);
    report.append_options(of_options);
    (built, report)
}

/// The name of the schema of a target's bodies for an operation: sending, if none is named. For a caller's own gateway
/// it is the schema itself, or an empty text.
///
/// # Errors
/// Every fault of the target, an unknown operation, and a gateway that does not support the operation.
#[cfg(target_arch = "wasm32")]
pub(crate) fn body_schema(target: &TargetInput<'_>, operation: &Value<'_>) -> Found<String> {
    let (mut target, mut report) = Target::read(target, false);
    let words: Vec<_> = Operation::ALL.iter().map(|each| (each.as_str(), *each)).collect();
    let operation = options::choice(operation, &words, "operation", &mut report);
    if let (Some(target), Some(operation)) = (&mut target, operation) {
        target.ask_for(operation, &mut report);
    }
    (target.map(|target| target.schema_name().to_owned()), report)
}

/// Warns that the host's time zone data for `zone`, the zone of the start, is out of date and would show the event
/// wrongly. The entry point compares the data; the core never asks the host.
#[cfg(target_arch = "wasm32")]
pub(crate) fn warn_of_host(zone: &str, report: &mut Report) {
    let code = crate::issue::IssueCode::HostTimeZoneStale;
    let fault = Fault::new(code).with("timeZone", zone.to_owned());
    report.warn_in_place(fault, "start", &crate::input::event_rank);
}

/// Reads the HTTP response of `gateway`. Any `reply` can be read; what cannot be understood is classified as
/// unreadable. The message contains none of the options' `secrets`, which are a list of texts, or texts by name.
///
/// # Errors
/// An unknown gateway, and the faults of the options: mistakes of the caller.
pub fn parse_reply(
    gateway: &Value<'_>,
    reply: &Value<'_>,
    options: &OptionsInput<'_>,
    clock: Time,
) -> Verdict<Reply> {
    verdict(read_reply(gateway, reply, options, clock))
}

pub(crate) fn read_reply(
    gateway: &Value<'_>,
    reply: &Value<'_>,
    options: &OptionsInput<'_>,
    clock: Time,
) -> Found<Reply> {
    let secrets = &options.secrets;
    let (options, of_options) = Options::read_but_secrets(options, clock);
    let mut report = Report::new(options.strict);
    let gateway = Gateway::read(gateway, &mut report);
    report.append(of_options);
    let secrets = Secrets::new(request::read_all_secrets(secrets, &mut report));
    let read = |gateway: Gateway| gateway.read_reply(&HttpReply::of(reply), &secrets, &options.now);
    (gateway.map(read), report)
}

/// Reads the guest's RSVP that a gateway's webhook reports. Returns `None` if it reports something else, or if the
/// gateway does not document how it reports RSVPs.
///
/// # Errors
/// An RSVP whose message, chat, responder, time or guests cannot be read, with the path in the webhook; at the path
/// `webhook`, a value that is not a webhook of the gateway, or several webhooks; and the faults of gateway and options.
pub fn parse_rsvp(
    gateway: &Value<'_>,
    webhook: &Value<'_>,
    options: &OptionsInput<'_>,
    clock: Time,
) -> Verdict<Option<Rsvp>> {
    verdict(read_rsvp(gateway, webhook, options, clock))
}

pub(crate) fn read_rsvp(
    gateway: &Value<'_>,
    webhook: &Value<'_>,
    options: &OptionsInput<'_>,
    clock: Time,
) -> Found<Option<Rsvp>> {
    let (options, of_options) = Options::read(options, clock);
    let mut report = Report::new(options.strict);
    let gateway = Gateway::read(gateway, &mut report);
    let rsvp = gateway
        .and_then(|gateway| rsvp::read(gateway.rsvps(), webhook, options.recipient, &mut report));
    report.append(of_options);
    (Some(rsvp), report)
}

/// Checks only the options, as [`parse_reply`] does.
#[cfg(target_arch = "wasm32")]
pub(crate) fn read_options(options: &OptionsInput<'_>, clock: Time) -> Found<()> {
    let (_, mut report) = Options::read_but_secrets(options, clock);
    request::read_all_secrets(&options.secrets, &mut report);
    (Some(()), report)
}

/// Checks only `gateway` and the options, as [`parse_rsvp`] does.
#[cfg(target_arch = "wasm32")]
pub(crate) fn read_webhook_options(
    gateway: &Value<'_>,
    options: &OptionsInput<'_>,
    clock: Time,
) -> Found<()> {
    let (options, of_options) = Options::read(options, clock);
    let mut report = Report::new(options.strict);
    let gateway = Gateway::read(gateway, &mut report);
    report.append(of_options);
    (gateway.map(|_| ()), report)
}

/// Puts the missing secrets into `request`; see [`GatewayRequest::authorize`].
///
/// # Errors
/// A request or secrets of the wrong shape, and secrets that are not allowed in a header.
pub fn authorize(request: &Value<'_>, secrets: &Value<'_>) -> Verdict<GatewayRequest> {
    verdict(read_draft(request, secrets))
}

pub(crate) fn read_draft(request: &Value<'_>, secrets: &Value<'_>) -> Found<GatewayRequest> {
    let mut report = Report::new(false);
    let request = request::read(request, &mut report);
    let missing = request.as_ref().map_or(&[][..], |request| request.missing_secrets.as_slice());
    let secrets = request::read_secrets(secrets, missing, &mut report);
    match request {
        Some(request) if report.is_clean() => request.filled(secrets),
        _ => (None, report),
    }
}

/// Writes the message of an issue that was passed back as data, perhaps in another language. `reader` is absent for
/// developers, and `{ label }` for guests.
///
/// # Errors
/// A language that is unknown or not loaded, a label that is not a text, and a value that is not an issue.
pub fn format_issue(
    issue: &Value<'_>,
    language: &Value<'_>,
    reader: &Value<'_>,
) -> Verdict<String> {
    verdict(read_message(issue, language, reader))
}

pub(crate) fn read_message(
    issue: &Value<'_>,
    language: &Value<'_>,
    reader: &Value<'_>,
) -> Found<String> {
    let mut report = Report::new(false);
    let language = options::language(language, &mut report);
    let reader = options::reader(reader, &mut report);
    let message = read_issue(issue).and_then(|issue| message::format(&issue, reader, language));
    if message.is_none() {
        report.fault(issue.wrong_type("an issue of this version"), "issue");
    }
    (message, report)
}

impl Builder {
    /// Makes a builder of requests to `target`, with the warnings about target and options.
    ///
    /// # Errors
    /// Every fault of the target, then those of the options.
    pub fn parse(
        target: &TargetInput<'_>,
        options: &OptionsInput<'_>,
        clock: Time,
    ) -> Verdict<Self> {
        verdict(Self::open(target, options, clock))
    }

    pub(crate) fn open(
        target: &TargetInput<'_>,
        options: &OptionsInput<'_>,
        clock: Time,
    ) -> Found<Self> {
        let (options, of_options) = Options::read(options, clock);
        let (target, mut report) = Target::read(target, options.strict);
        report.append(of_options);
        (target.map(|target| Self::new(target, options)), report)
    }
}

/// Reads the options, then one value with `read`, whose fault is reported at `path`.
fn read_leaf<T, E: Into<Fault>>(
    path: &'static str,
    options: &OptionsInput<'_>,
    clock: Time,
    read: impl FnOnce(&Options, &mut Report) -> Result<T, E>,
) -> Found<T> {
    let (options, of_options) = Options::read(options, clock);
    let mut report = Report::new(options.strict);
    let value = read(&options, &mut report);
    let value = report.accept(value, path);
    report.append_options(of_options);
    (value, report)
}
