//! When an event starts and ends.

use super::{limit::ADVISED_DURATION_MINUTES, number, text};
use crate::{
    input::{EventInput, Value},
    issue::{Fault, IssueCode as Code, Report},
    options::Options,
    time::{self, Time, TimeError},
};

/// The start and the end of an event, as far as they could be read.
pub(super) struct Schedule {
    pub(super) start: Option<Time>,
    pub(super) end: Option<Time>,
}

pub(super) fn read(input: &EventInput<'_>, options: &Options, report: &mut Report) -> Schedule {
    let zone = text::plain(&input.time_zone, "timeZone", report);
    let start = read_time(&input.start, "start", zone, options, report);
    if let Some(start) = start {
        report.accept(time::judge(start, options.now, options.allow_past), "start");
    }
    if input.end.is_given() && input.duration_minutes.is_given() {
        report.fault(Code::EndAndDuration, "durationMinutes");
    }
    let end = read_end(&input.end, start, zone, options, report);
    let lasting = read_duration(&input.duration_minutes, start, options, report);
    Schedule { start, end: end.or(lasting) }
}

fn read_time(
    value: &Value<'_>,
    field: &'static str,
    zone: Option<&str>,
    options: &Options,
    report: &mut Report,
) -> Option<Time> {
    let mut notices = Vec::new();
    let time = report.accept(time::read(value, &options.time, zone, &mut notices), field);
    for notice in notices {
        report.warn(notice, field);
    }
    time
}

fn read_end(
    value: &Value<'_>,
    start: Option<Time>,
    zone: Option<&str>,
    options: &Options,
    report: &mut Report,
) -> Option<Time> {
    if !value.is_given() {
        return None;
    }
    let end = read_time(value, "end", zone, options, report)?;
    check_end(start, end, "end", options, report)
}

fn read_duration(
    value: &Value<'_>,
    start: Option<Time>,
    options: &Options,
    report: &mut Report,
) -> Option<Time> {
    let minutes = number::finite(value, &"durationMinutes".into(), report)?;
    let seconds = number::whole(minutes * 60.0).filter(|seconds| *seconds > 0);
    let seconds = report.accept(seconds.ok_or(Code::DurationInvalid), "durationMinutes")?;
    let end = start?.after(seconds).ok_or(TimeError::TooFar);
    let end = report.accept(end, "durationMinutes")?;
    check_end(start, end, "durationMinutes", options, report)
}

/// An end lies after its start, and where WhatsApp can show it.
fn check_end(
    start: Option<Time>,
    end: Time,
    field: &'static str,
    options: &Options,
    report: &mut Report,
) -> Option<Time> {
    // A start that has passed is told as such; the end follows from it.
    let end = report.accept(time::judge(end, options.now, true), field)?;
    let lasts = end.epoch_seconds().saturating_sub(start?.epoch_seconds());
    if lasts <= 0 {
        report.fault(Code::EndBeforeStart, field);
    } else if lasts < ADVISED_DURATION_MINUTES.saturating_mul(60) {
        let advice =
            Fault::new(Code::DurationShort).with("minimumMinutes", ADVISED_DURATION_MINUTES);
        report.warn(advice, field);
    }
    Some(end)
}
