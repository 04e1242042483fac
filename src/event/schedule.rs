//! When an event starts and ends.

use super::{
    limit::ADVISED_DURATION_MINUTES,
    number::{self, Thousands},
    text,
};
use crate::{
    input::{EventInput, Value},
    issue::{Fault, IssueCode as Code, Report},
    options::Options,
    time::{self, EventZone, NamedZone, Reading, Time, TimeError},
};

/// The start and the end of an event, as far as they could be read.
pub(super) struct Schedule {
    pub(super) start: Option<Time>,
    pub(super) end: Option<Time>,
}

pub(super) fn read(input: &EventInput<'_>, options: &Options, report: &mut Report) -> Schedule {
    let mut planner = Planner { options, zone: EventZone::None, report };
    planner.read_zone(&input.time_zone);
    let start = planner.read_time(&input.start, "start", options.allow_past);
    if let Some(start) = &start {
        planner.judge(start, "start", options.allow_past);
    }
    if input.end.is_given() && input.duration_minutes.is_given() {
        planner.report.fault(Code::EndAndDuration, "durationMinutes");
    }
    let end = planner.read_end(&input.end, start.as_ref());
    let lasting = planner.read_duration(&input.duration_minutes, start.as_ref());
    Schedule { start, end: end.or(lasting) }
}

struct Planner<'p> {
    options: &'p Options,
    zone: EventZone,
    report: &'p mut Report,
}

impl Planner<'_> {
    fn read_zone(&mut self, value: &Value<'_>) {
        if !value.is_given() {
            return;
        }
        let name = text::plain(value, "timeZone".into(), self.report);
        let mut notices = Vec::new();
        let zone = name.map(|name| NamedZone::read(name, &mut notices));
        let zone = zone.and_then(|zone| self.report.accept(zone, "timeZone"));
        for notice in &notices {
            self.report.warn(notice, "timeZone");
        }
        self.zone = zone.map_or(EventZone::Faulty, EventZone::Named);
    }

    fn read_time(
        &mut self,
        value: &Value<'_>,
        field: &'static str,
        allow_past: bool,
    ) -> Option<Time> {
        let reading = Reading { rules: &self.options.time, zone: &self.zone, allow_past };
        match reading.read(value, field, self.report) {
            Err(TimeError::ZoneMissing) if matches!(self.zone, EventZone::Faulty) => None,
            time => self.report.accept(time, field),
        }
    }

    fn judge(&mut self, time: &Time, field: &'static str, allow_past: bool) -> Option<()> {
        self.report.accept(time::judge(time, &self.options.now, allow_past), field)
    }

    fn read_end(&mut self, value: &Value<'_>, start: Option<&Time>) -> Option<Time> {
        if !value.is_given() {
            return None;
        }
        let end = self.read_time(value, "end", true)?;
        self.check_end(start, end, "end")
    }

    fn read_duration(&mut self, value: &Value<'_>, start: Option<&Time>) -> Option<Time> {
        let minutes =
            number::finite(value, Thousands::Possible, "durationMinutes".into(), self.report)?;
        let seconds = number::whole(minutes, 60.0).filter(|seconds| *seconds > 0);
        let seconds =
            self.report.accept(seconds.ok_or(Code::DurationInvalid), "durationMinutes")?;
        let end = start?.after(seconds).ok_or(TimeError::TooFar);
        let end = self.report.accept(end, "durationMinutes")?;
        self.check_end(start, end, "durationMinutes")
    }

    /// Checks that the end is after the start, and early enough for WhatsApp to show it.
    fn check_end(&mut self, start: Option<&Time>, end: Time, field: &'static str) -> Option<Time> {
        // A start in the past is reported itself, so a past end is not.
        self.judge(&end, field, true)?;
        let lasts = end.epoch_seconds().saturating_sub(start?.epoch_seconds());
        if lasts <= 0 {
            self.report.fault(Code::EndBeforeStart, field);
        } else if lasts < ADVISED_DURATION_MINUTES.saturating_mul(60) {
            let advice =
                Fault::new(Code::DurationShort).with("minimumMinutes", ADVISED_DURATION_MINUTES);
            self.report.warn(advice, field);
        }
        Some(end)
    }
}
