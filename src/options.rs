//! The caller's options, checked.

use crate::{
    input::{OptionsInput, Value, rank, warn_of_unknown},
    issue::{Fault, IssueCode as Code, Labels, Language, Path, Reader, Report, Verdict, Voice},
    recipient::{BareNumbers, RecipientRules, Region, WhatsappIdChoice},
    time::{
        DateOrder, Disambiguation, EpochUnit, EventZone, NamedZone, OffsetConflict, Reading, Time,
        TimeRules,
    },
};

/// How to read and check an event.
///
/// ```
/// use waevent::{Options, Time};
///
/// let now = Time::from_epoch_seconds(1_767_225_600).ok_or("a year of four digits")?;
/// let options = Options { allow_past: true, ..Options::at(now) };
/// assert!(!options.strict);
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// The current time: events must not start before it.
    pub now: Time,
    /// Whether a start before `now` is allowed.
    pub allow_past: bool,
    /// Whether every warning counts as a fault.
    pub strict: bool,
    /// How messages are worded.
    pub voice: Voice,
    /// How times are read.
    pub time: TimeRules,
    /// How recipients are read.
    pub recipient: RecipientRules,
}

impl Options {
    /// The defaults, at the instant `now`.
    #[must_use]
    pub fn at(now: Time) -> Self {
        Self {
            now,
            allow_past: false,
            strict: false,
            voice: Voice::default(),
            time: TimeRules::default(),
            recipient: RecipientRules::default(),
        }
    }

    /// Checks `input` and returns the options, or reports every fault. `clock` is used as `now` if the input does not
    /// set it.
    ///
    /// # Errors
    /// A [`Refusal`](crate::Refusal) with every fault that was found.
    pub fn parse(input: &OptionsInput<'_>, clock: Time) -> Verdict<Self> {
        let (options, report) = Self::read(input, clock);
        report.verdict(Some(options))
    }

    /// Reads the options from `input`. `clock` is used as `now` if the input does not set it.
    ///
    /// A faulty option keeps its default, so the rest of the input can still be checked.
    pub(crate) fn read(input: &OptionsInput<'_>, clock: Time) -> (Self, Report) {
        let (options, mut report) = Self::read_but_secrets(input, clock);
        if input.secrets.is_given() {
            // Only `parse_reply` takes secrets here. The secrets of a request are fields of its target.
            report.warn(Code::UnknownField, "secrets");
        }
        (options, report)
    }

    /// Like [`Self::read`], for functions that take `secrets` and read them themselves.
    pub(crate) fn read_but_secrets(input: &OptionsInput<'_>, clock: Time) -> (Self, Report) {
        let strict = matches!(input.strict, Value::Bool(true));
        let mut report = Report::new(strict);
        let mut options = Self { strict, ..Self::at(clock) };
        if let Some(misfit) = &input.misfit {
            report.fault(misfit.wrong_type("object"), "options");
        }
        // These are read first because `now` may be a number in that unit or a date in that order.
        options.time.epoch_unit =
            choice(&input.epoch_unit, EpochUnit::WORDS, "epochUnit", &mut report);
        options.time.date_order =
            choice(&input.date_order, DateOrder::WORDS, "dateOrder", &mut report);
        if input.now.is_given() {
            let reading =
                Reading { rules: &options.time, zone: &EventZone::None, allow_past: true };
            let now = reading.read(&input.now, "now", &mut report);
            let now = report.accept(now, "now");
            options.now = now.unwrap_or(options.now);
        }
        let zone = text(&input.time_zone, "timeZone", &mut report);
        let mut notices = Vec::new();
        let zone = zone.map(|zone| NamedZone::read(zone, &mut notices));
        options.time.time_zone = zone.and_then(|zone| report.accept(zone, "timeZone"));
        for notice in &notices {
            report.warn(notice, "timeZone");
        }
        options.recipient.country = country(&input.country, &mut report);
        options.time.disambiguation =
            choice(&input.disambiguation, Disambiguation::WORDS, "disambiguation", &mut report)
                .unwrap_or_default();
        options.time.offset =
            choice(&input.offset, OffsetConflict::WORDS, "offset", &mut report).unwrap_or_default();
        options.allow_past = switch(&input.allow_past, "allowPast", &mut report);
        options.recipient.whatsapp_id =
            choice(&input.whatsapp_id, WhatsappIdChoice::WORDS, "whatsappId", &mut report)
                .unwrap_or_default();
        options.recipient.bare_numbers =
            choice(&input.bare_numbers, BareNumbers::WORDS, "bareNumbers", &mut report)
                .unwrap_or_default();
        switch(&input.strict, "strict", &mut report);
        options.voice = Voice::read(input, &mut report);
        warn_of_unknown(&input.unknown, input.unread, OptionsInput::NAMES, None, &mut report);
        report.sort_by_rank(&|path| rank(path, OptionsInput::NAMES));
        (options, report)
    }
}

impl Voice {
    /// Reads how messages are worded.
    pub(crate) fn read(input: &OptionsInput<'_>, report: &mut Report) -> Self {
        let language = language(&input.language, report);
        Self { language, labels: labels(&input.labels, report) }
    }
}

/// Reads the language of messages. One that is not loaded is a fault, and its message says what to import.
pub(crate) fn language(value: &Value<'_>, report: &mut Report) -> Language {
    let asked = if let Value::Text(tag) = value { Language::lookup(tag) } else { None };
    let language =
        asked.or_else(|| choice(value, Language::WORDS, "language", report)).unwrap_or_default();
    if language.is_loaded() {
        return language;
    }
    report.fault(Fault::new(Code::InvalidOption).with("language", language.tag()), "language");
    Language::default()
}

/// Reads the labels of fields, by their paths.
fn labels(value: &Value<'_>, report: &mut Report) -> Option<Labels> {
    let Value::Record(fields) = value else {
        if !matches!(value, Value::Absent) {
            report.fault(value.wrong_type("object"), "labels");
        }
        return None;
    };
    let mut labels = Vec::new();
    for (path, value) in fields {
        match label(value) {
            Ok(Some(label)) => labels.push((path.as_ref().to_owned(), label.to_owned())),
            Ok(None) => {}
            Err(fault) => report.fault(fault, Path::of_part("labels", path)),
        }
    }
    Some(labels.into_iter().collect())
}

/// Reads who a message is for: a developer if `value` is absent, or a guest if it is `{ label }`.
pub(crate) fn reader<'v>(value: &'v Value<'_>, report: &mut Report) -> Reader<'v> {
    match value {
        Value::Absent => Reader::Developer,
        Value::Record(_) => {
            Reader::Guest(report.accept(label(value.field("label")), "label").flatten())
        }
        other => {
            report.fault(other.wrong_type("object"), "reader");
            Reader::Developer
        }
    }
}

/// Reads a label. Labels come from a page's own text, so one that is absent or contains a lone surrogate is not a
/// fault: the result is `None`.
fn label<'v>(value: &'v Value<'_>) -> Result<Option<&'v str>, Fault> {
    match value {
        Value::Absent | Value::LoneSurrogate(_) | Value::Unread(_) => Ok(None),
        Value::Text(text) | Value::LongText { start: text, .. } => Ok(Some(text)),
        other => Err(other.wrong_type("string")),
    }
}

/// Reads one of a closed set of words. Any other value is a fault.
pub(crate) fn choice<T: Copy>(
    value: &Value<'_>,
    words: &[(&'static str, T)],
    name: &'static str,
    report: &mut Report,
) -> Option<T> {
    let chosen = match value {
        Value::Absent => return None,
        Value::Text(text) => words.iter().find(|(word, _)| word == text),
        _ => None,
    };
    if chosen.is_none() {
        let expected: Vec<&'static str> = words.iter().map(|(word, _)| *word).collect();
        report.fault(Fault::new(Code::InvalidOption).with("expected", expected.as_slice()), name);
    }
    chosen.map(|(_, meaning)| *meaning)
}

fn text<'v>(value: &'v Value<'_>, name: &'static str, report: &mut Report) -> Option<&'v str> {
    match value {
        Value::Absent => None,
        Value::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
        Value::LongText { start, .. } => Some(start),
        other => {
            report.fault(other.wrong_type("string"), name);
            None
        }
    }
}

fn country(value: &Value<'_>, report: &mut Report) -> Option<Region> {
    let code = text(value, "country", report)?;
    let region = Region::parse(code);
    if region.is_none() {
        let fault = Fault::new(Code::InvalidOption)
            .with("expected", "the ISO 3166 code of a country, two letters, like BR");
        report.fault(fault, "country");
    }
    region
}

fn switch(value: &Value<'_>, name: &'static str, report: &mut Report) -> bool {
    match value {
        Value::Absent => false,
        Value::Bool(on) => *on,
        other => {
            report.fault(other.wrong_type("boolean"), name);
            false
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Options, OptionsInput, Time, Value};

    /// JavaScript passes only the start of a text that is too long to be a zone or country.
    #[test]
    fn the_start_of_a_long_text_is_judged_in_its_place() {
        let long = || Value::LongText { start: "x".into(), units: 100_000 };
        let input = OptionsInput { time_zone: long(), country: long(), ..OptionsInput::default() };
        let issues = Options::parse(&input, Time::EPOCH).err().map(|refusal| refusal.issues);
        let found =
            issues.iter().flatten().map(|issue| (issue.code().as_str(), issue.path().field()));
        assert_eq!(
            found.collect::<Vec<_>>(),
            [("time_zone_unknown", "timeZone"), ("invalid_option", "country")]
        );
    }
}
