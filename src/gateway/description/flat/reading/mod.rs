//! Reads the lines of a description.

#[cfg(not(waevent_module = "lite"))]
mod other;

use crate::{
    digits::decimal,
    gateway::{
        Capabilities, Field,
        description::{
            Description, Kind, TargetField,
            body::{Body, Fact, Source, Step},
            operations::Operations,
            recipients::{Part, Recipients, Spelling},
            request::Request,
            template::{Piece, Template},
            variants::When,
        },
    },
    reply::Answers,
    search,
};

/// The last line of each part.
pub(super) const END: &str = "end";

/// The description that these lines stand for. `None` if they are no description of this version.
pub(in crate::gateway) fn unflat(lines: &str) -> Option<Description> {
    let mut lines = Lines(search::split(lines, b"\n"));
    let page = lines.sending();
    // Lines with a different end were cut off, or are from another version.
    if page.requests.is_empty() || lines.line() != END {
        return None;
    }
    #[cfg(not(waevent_module = "lite"))]
    let page = lines.other(page);
    #[cfg(not(waevent_module = "lite"))]
    if lines.line() != END || lines.0.next() != Some("") || lines.0.next().is_some() {
        return None;
    }
    Some(page)
}

struct Lines<'t>(search::Parts<'t, 'static>);

impl<'t> Lines<'t> {
    /// The first part: how events are sent.
    fn sending(&mut self) -> Description {
        Description {
            id: self.text(),
            name: self.text(),
            target: self.list(Self::target_field),
            variants: self.list(|lines| When(lines.list(|lines| (lines.number(), lines.number())))),
            requests: self.list(|lines| {
                let variants = lines.bits();
                (variants, Operations { send: lines.request(), edit: None, cancel: None })
            }),
            limits: self.list(Self::limit),
            answers: Answers::default(),
            rsvps: None,
            documentation: String::new(),
            requests_per_minute: None,
            is_idempotent: false,
        }
    }

    #[inline(never)]
    fn line(&mut self) -> &'t str {
        self.0.next().unwrap_or("")
    }

    #[inline(never)]
    fn text(&mut self) -> String {
        self.line().to_owned()
    }

    #[inline(never)]
    fn number(&mut self) -> usize {
        decimal(self.line()).unwrap_or(0)
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
            "label" => Kind::Label(self.option()),
            "secret" => Kind::Secret,
            "baseUrl" => Kind::BaseUrl(self.option()),
            _ => Kind::Choice(self.texts()),
        };
        TargetField { name, kind, is_account, is_in_path }
    }

    fn limit(&mut self) -> (Field, usize) {
        // The lines were written by the same release, so the field is known.
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
                fewest_digits: self.number(),
            },
            body: Body { as_text: self.flag(), steps: self.list(Self::step) },
            carried: Capabilities::of_bits(|| self.bits()),
            body_schema: self.text(),
            named: self.list(Self::number),
        }
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
        // The lines were written by the same release, so the fact is known.
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
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::unflat;
    use crate::gateway::{Gateway, Library, description::flat};

    #[test]
    fn lines_are_written_again_as_they_were_read() {
        let libraries = Library::all().map(Library::page);
        for page in Gateway::all().map(Gateway::page).chain(libraries) {
            let lines = flat(page);
            assert_eq!(unflat(&lines.concat()).map(|page| flat(&page)), Some(lines));
        }
    }

    #[test]
    fn lines_with_another_end_are_refused() {
        let [sending, other] = flat(Gateway::all().next().unwrap().page());
        let changed = |part: &str| [part.strip_suffix("end\n").unwrap(), "end 2\n"].concat();
        assert!(unflat(&[changed(&sending), other.clone()].concat()).is_none());
        assert!(unflat(&[sending, changed(&other)].concat()).is_none());
    }

    #[test]
    fn lines_without_a_request_are_refused() {
        let lines = flat(Gateway::all().next().unwrap().page()).concat();
        let mut page = unflat(&lines).unwrap();
        page.requests.clear();
        assert!(unflat(&flat(&page).concat()).is_none());
    }

    #[test]
    fn lines_that_are_cut_off_are_refused() {
        let lines = flat(Gateway::all().next().unwrap().page()).concat();
        for (end, _) in lines.char_indices() {
            assert!(unflat(lines.get(..end).unwrap_or_default()).is_none(), "{end}");
        }
        assert!(unflat(&[lines.as_str(), "more"].concat()).is_none());
        assert!(unflat(&[lines.as_str(), "\n"].concat()).is_none());
    }
}
