//! From the lines of a description to what is walked.

use crate::{
    digits::decimal,
    gateway::{
        Capabilities, Field,
        description::{
            Description, Kind, TargetField,
            body::{Body, Fact, Source, Step},
            operations::{Change, MessageIds, Operations},
            recipients::{Part, Recipients, Spelling},
            request::Request,
            template::{Piece, Template},
            variants::When,
        },
    },
    reply::{Answers, Expected, Kind as ReplyKind, ReplyCode, Success, Words},
    rsvp::Webhook,
    search,
};

/// The last line.
pub(super) const END: &str = "end";

/// The description of which these are the lines; nothing where they are none.
pub(in crate::gateway) fn unflat(lines: &str) -> Option<Description> {
    let mut lines = Lines(search::split(lines, b"\n"));
    let id = lines.text();
    let name = lines.text();
    let target = lines.list(Lines::target_field);
    let variants = lines.list(|lines| When(lines.list(|lines| (lines.number(), lines.number()))));
    let requests = lines.list(|lines| (lines.bits(), lines.operations()));
    let answers = lines.answers();
    let limits = lines.list(Lines::limit);
    let rsvps = lines.flag().then(|| lines.webhook());
    // What has another end was cut off, or is of another version.
    if lines.line() != END || lines.0.next() != Some("") || lines.0.next().is_some() {
        return None;
    }
    (!requests.is_empty()).then_some(Description {
        id,
        name,
        target,
        variants,
        requests,
        answers,
        limits,
        rsvps,
        documentation: String::new(),
        requests_per_minute: None,
        is_idempotent: false,
    })
}

struct Lines<'t>(search::Parts<'t, 'static>);

impl<'t> Lines<'t> {
    #[inline(never)]
    fn line(&mut self) -> &'t str {
        self.0.next().unwrap_or("")
    }

    #[inline(never)]
    fn text(&mut self) -> String {
        self.line().to_owned()
    }

    fn words(&mut self) -> Words {
        Words::of(self.text())
    }

    #[inline(never)]
    fn number(&mut self) -> usize {
        decimal(self.line()).unwrap_or(0)
    }

    fn statuses(&mut self) -> Vec<u16> {
        self.list(|lines| u16::try_from(lines.number()).unwrap_or(0))
    }

    fn bits(&mut self) -> u32 {
        u32::try_from(self.number()).unwrap_or(0)
    }

    fn flag(&mut self) -> bool {
        !self.line().is_empty()
    }

    #[inline(never)]
    fn option(&mut self) -> Option<String> {
        self.line().strip_prefix('=').map(str::to_owned)
    }

    fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let mut items = Vec::new();
        while self.line() == "+" {
            items.push(read(self));
        }
        items
    }

    #[inline(never)]
    fn texts(&mut self) -> Vec<String> {
        self.list(Self::text)
    }

    fn target_field(&mut self) -> TargetField {
        let name = self.text();
        let is_account = self.flag();
        let is_in_path = self.flag();
        let kind = match self.line() {
            "segment" => Kind::Segment,
            "label" => Kind::Label,
            "secret" => Kind::Secret,
            "baseUrl" => Kind::BaseUrl(self.option()),
            _ => Kind::Choice(self.texts()),
        };
        TargetField { name, kind, is_account, is_in_path }
    }

    fn limit(&mut self) -> (Field, usize) {
        // What is written is written by the same release, so that the field is known.
        let field = Field::ALL.get(self.number()).copied();
        (field.unwrap_or(Field::Description), self.number())
    }

    fn template(&mut self) -> Template {
        Template(self.list(|lines| {
            let line = lines.line();
            match line.strip_prefix('=') {
                Some(text) => Piece::Literal(text.to_owned()),
                None => Piece::Field(decimal(line).unwrap_or(0)),
            }
        }))
    }

    fn pairs(&mut self) -> Vec<(String, Template)> {
        self.list(|lines| (lines.text(), lines.template()))
    }

    fn spelling(&mut self) -> Option<Spelling> {
        let (part, suffix) = self.line().split_at_checked(1)?;
        let part = match part {
            "w" => Part::Whole,
            "u" => Part::User,
            _ => Part::E164,
        };
        Some(Spelling { part, suffix: suffix.to_owned() })
    }

    fn request(&mut self) -> Request {
        Request {
            url: self.template(),
            query: self.pairs(),
            headers: self.pairs(),
            key_header: self.option(),
            recipients: Recipients {
                person: self.spelling(),
                group: self.spelling(),
                old_group: self.spelling(),
                lid: self.spelling(),
            },
            body: Body { as_text: self.flag(), steps: self.list(Self::step) },
            carried: Capabilities::of_bits(|| self.bits()),
            body_schema: self.text(),
            named: self.list(Self::number),
        }
    }

    fn operations(&mut self) -> Operations {
        Operations { send: self.request(), edit: self.change(), cancel: self.change() }
    }

    fn change(&mut self) -> Option<Change> {
        let word = self.line().strip_prefix('=')?;
        Some(Change { ids: MessageIds::named(word), request: self.request() })
    }

    fn step(&mut self) -> Step {
        let key = self.line();
        if key == "}" {
            return Step::Close;
        }
        if key == "]" {
            return Step::CloseList;
        }
        if let Some(key) = key.strip_prefix('{') {
            return Step::Open(key.to_owned());
        }
        if let Some(key) = key.strip_prefix('[') {
            return Step::OpenList(key.to_owned());
        }
        let line = self.line();
        let (mark, rest) = line.split_at_checked(1).unwrap_or((line, ""));
        // What is written is written by the same release, so that the fact is known.
        let fact = Fact::named(rest).unwrap_or(Fact::Latitude);
        let source = match mark {
            "$" => Source::Fact(fact),
            "=" => Source::Constant(rest.to_owned()),
            "?" => Source::If(fact, self.text()),
            "!" => Source::Unless(fact, self.text()),
            _ => Source::Target(decimal(line).unwrap_or(0)),
        };
        Step::Write(key.to_owned(), source)
    }

    fn code(&mut self) -> ReplyCode {
        ReplyCode::named(self.line()).unwrap_or(ReplyCode::InvalidRequest)
    }

    fn answers(&mut self) -> Answers {
        Answers {
            successes: self.list(Self::success),
            is_queued: self.flag(),
            envelopes: self.list(|lines| {
                lines.list(|lines| {
                    let path = lines.text();
                    let kind = match lines.line() {
                        "text" => ReplyKind::Text,
                        "integer" => ReplyKind::Integer,
                        _ => ReplyKind::Boolean,
                    };
                    (path, kind)
                })
            }),
            refuses_in_xml: self.flag(),
            refuses_with_503: self.flag(),
            refusals: self.statuses(),
            messages: self.texts(),
            codes: self.list(|lines| (lines.text(), lines.code())),
            signs: self.list(|lines| (lines.words(), lines.code())),
            hints: self.list(|lines| (lines.words(), lines.text())),
        }
    }

    fn success(&mut self) -> Success {
        Success {
            statuses: self.statuses(),
            message_ids: self.texts(),
            has_long_id: self.flag(),
            fields: self.list(|lines| Expected {
                path: lines.text(),
                values: lines.words(),
                is_required: lines.flag(),
            }),
            content: self.words(),
        }
    }

    fn webhook(&mut self) -> Webhook {
        Webhook {
            kind: self.text(),
            answered: self.text(),
            undecryptable: self.option(),
            from_me: self.text(),
            answer: self.text(),
            response: self.text(),
            extra_guests: self.option(),
            times: self.texts(),
            event_message: self.text(),
            answer_message: self.text(),
            chat: self.text(),
            responders: self.texts(),
        }
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::unflat;
    use crate::gateway::{Gateway, Library, description::flat};

    #[test]
    fn lines_say_all_that_is_walked() {
        let libraries = Library::all().map(Library::page);
        for page in Gateway::all().map(Gateway::page).chain(libraries) {
            let lines = flat(page);
            assert_eq!(unflat(&lines).map(|page| flat(&page)), Some(lines));
        }
    }

    #[test]
    fn lines_that_are_cut_off_are_none() {
        let lines = flat(Gateway::all().next().unwrap().page());
        for (end, _) in lines.char_indices() {
            assert!(unflat(lines.get(..end).unwrap_or_default()).is_none(), "{end}");
        }
        assert!(unflat(&[lines.as_str(), "more"].concat()).is_none());
        assert!(unflat(&[lines.as_str(), "\n"].concat()).is_none());
    }
}
