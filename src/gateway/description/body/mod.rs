//! The template of a body: a flat list of steps that are executed for each event.

mod fact;

pub(super) use self::fact::Fact;
pub(crate) use self::fact::{Form, facts};
use super::{recipients::Recipients, template::Filled};
use crate::{
    field::{ExtraValue, Field},
    gateway::Card,
    json::{push_integer, push_texts},
    time::Time,
};

/// How a body is written.
#[derive(Debug)]
pub(crate) struct Body {
    pub(super) steps: Vec<Step>,
    /// Whether numbers and booleans are written as texts.
    pub(super) as_text: bool,
}

#[derive(Debug)]
pub(super) enum Step {
    /// Begins an object. The text is its key with quotation marks and colon.
    Open(String),
    Close,
    /// Begins a list in the same way. Unlike an object, it is written even if it is empty.
    OpenList(String),
    CloseList,
    /// Writes a key and a value. In a list the key is empty.
    Write(String, Source),
}

#[derive(Debug)]
pub(super) enum Source {
    Fact(Fact),
    /// A field of the target, by index.
    Target(usize),
    /// JSON text.
    Constant(String),
    /// JSON text that is written if a flag is set.
    If(Fact, String),
    /// JSON text that is written if a flag is not set.
    Unless(Fact, String),
}

impl Body {
    fn sources(&self) -> impl Iterator<Item = &Source> {
        self.steps
            .iter()
            .filter_map(|step| if let Step::Write(_, source) = step { Some(source) } else { None })
    }

    /// The facts that it writes or tests.
    fn facts(&self) -> impl Iterator<Item = Fact> {
        self.sources().filter_map(|source| match source {
            Source::Fact(fact) | Source::If(fact, _) | Source::Unless(fact, _) => Some(*fact),
            Source::Target(_) | Source::Constant(_) => None,
        })
    }

    /// The fields that have a place of their own.
    pub(super) fn fields(&self) -> crate::gateway::capability::Fields {
        let mut fields = crate::gateway::capability::Fields::default();
        for fact in self.facts() {
            fields.add(fact.field());
        }
        fields
    }

    /// Whether it writes or tests the fact with this name.
    pub(super) fn uses(&self, name: &str) -> bool {
        self.facts().any(|fact| Fact::named(name) == Some(fact))
    }

    /// The target's fields that it contains, by index.
    pub(super) fn target_fields(&self) -> impl Iterator<Item = usize> {
        self.sources()
            .filter_map(|source| if let Source::Target(at) = source { Some(*at) } else { None })
    }

    /// How the start is written.
    pub(crate) fn start_form(&self) -> Option<Form> {
        self.sources().find_map(|source| {
            if let Source::Fact(Fact::Start(form)) = source { Some(*form) } else { None }
        })
    }

    /// The text of the body. `card` may be `None` if the body contains nothing of an event.
    pub(crate) fn write(
        &self,
        card: Option<&Card<'_>>,
        recipients: &Recipients,
        target: &[Filled],
    ) -> String {
        let mut out = String::with_capacity(512);
        let mut open = Open::default();
        out.push('{');
        for step in &self.steps {
            match step {
                Step::Open(key) => {
                    open.push(out.len());
                    push_key(&mut out, key);
                    out.push('{');
                }
                // An object that would be empty is left out.
                Step::Close => match open.pop() {
                    Some(start) if out.as_bytes().last() == Some(&b'{') => out.truncate(start),
                    _ => out.push('}'),
                },
                Step::OpenList(key) => {
                    push_key(&mut out, key);
                    out.push('[');
                }
                Step::CloseList => out.push(']'),
                Step::Write(key, source) => {
                    let mut writer = Writer { out: &mut out, key, as_text: self.as_text };
                    match (source, card) {
                        (Source::Fact(fact), Some(card)) => writer.fact(*fact, card, recipients),
                        (Source::Target(at), _) => {
                            if let Some(filled) = target.get(*at) {
                                writer.texts(&filled.parts());
                            }
                        }
                        (Source::Constant(json), _) => writer.json(json),
                        (Source::If(flag, json), Some(card)) if flag.is_set(card) => {
                            writer.json(json);
                        }
                        (Source::Unless(flag, json), Some(card)) if !flag.is_set(card) => {
                            writer.json(json);
                        }
                        (Source::Fact(_) | Source::If(..) | Source::Unless(..), _) => {}
                    }
                }
            }
        }
        out.push('}');
        out
    }
}

/// The deepest nesting of objects in a body.
pub(super) const DEPTH: usize = 8;

/// Where the keys of the open objects begin, outermost first. There can be [`DEPTH`] nested objects and a date inside
/// them.
#[derive(Default)]
struct Open {
    starts: [usize; DEPTH + 1],
    count: usize,
}

impl Open {
    fn push(&mut self, start: usize) {
        if let Some(place) = self.starts.get_mut(self.count) {
            *place = start;
        }
        self.count = self.count.saturating_add(1);
    }

    fn pop(&mut self) -> Option<usize> {
        self.count = self.count.saturating_sub(1);
        self.starts.get(self.count).copied()
    }
}

fn push_key(out: &mut String, key: &str) {
    if !matches!(out.as_bytes().last(), Some(b'{' | b'[')) {
        out.push(',');
    }
    out.push_str(key);
}

/// Writes one field.
struct Writer<'o> {
    out: &'o mut String,
    key: &'o str,
    as_text: bool,
}

impl Writer<'_> {
    fn json(&mut self, json: &str) {
        push_key(self.out, self.key);
        self.out.push_str(json);
    }

    fn text(&mut self, text: Option<&str>) {
        if let Some(text) = text {
            self.texts(&[text]);
        }
    }

    /// Writes several texts as one.
    fn texts(&mut self, texts: &[&str]) {
        push_key(self.out, self.key);
        push_texts(self.out, texts);
    }

    /// Writes a number or a boolean.
    fn bare(&mut self, push: impl FnOnce(&mut String)) {
        push_key(self.out, self.key);
        let mark = if self.as_text { "\"" } else { "" };
        self.out.push_str(mark);
        push(self.out);
        self.out.push_str(mark);
    }

    fn integer(&mut self, number: Option<i64>) {
        if let Some(number) = number {
            self.bare(|out| push_integer(out, number));
        }
    }

    fn time(&mut self, form: Form, time: &Time) {
        match form {
            Form::Seconds => self.integer(Some(time.epoch_seconds())),
            Form::Milliseconds => self.integer(Some(time.epoch_milliseconds())),
            Form::Rfc3339 => self.text(Some(time.text().as_str())),
            Form::Utc => self.text(Some(time.utc_text().as_str())),
        }
    }

    fn fact(&mut self, fact: Fact, card: &Card<'_>, recipients: &Recipients) {
        let details = &card.details;
        let place = details.place.as_ref();
        let point = place.and_then(|place| place.coordinates);
        match fact {
            Fact::Text(Field::To) => self.texts(&recipients.spell(card.to())),
            Fact::Text(field) => self.text(match field {
                Field::Name => Some(card.name()),
                Field::Description => details.description.as_deref(),
                Field::LocationName => place.and_then(|place| place.name.as_deref()),
                Field::LocationAddress => place.and_then(|place| place.address),
                extra => match details.extras.get(extra) {
                    Some(ExtraValue::Text(text)) => Some(text),
                    _ => None,
                },
            }),
            Fact::Flag(_) => {
                self.bare(|out| out.push_str(if fact.is_set(card) { "true" } else { "false" }));
            }
            Fact::Start(form) => self.time(form, card.start()),
            Fact::End(form) => {
                if let Some(end) = details.end {
                    self.time(form, end);
                }
            }
            Fact::Latitude | Fact::Longitude => {
                if let Some(point) = point {
                    let degrees =
                        if fact == Fact::Latitude { point.latitude } else { point.longitude };
                    self.bare(|out| degrees.push_to(out));
                }
            }
            Fact::Seconds(field) => {
                if let Some(ExtraValue::Seconds(seconds)) = details.extras.get(field) {
                    self.integer(Some(seconds));
                }
            }
        }
    }
}
