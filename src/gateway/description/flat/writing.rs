//! Writes a description as lines.

use super::reading::END;
use crate::{
    gateway::description::{
        Description, Kind, TargetField,
        body::{Fact, Source, Step, facts},
        operations::Change,
        recipients::{Part, Spelling},
        request::Request,
        template::{Piece, Template},
    },
    reply::{Answers, Kind as ReplyKind, Success},
    rsvp::Webhook,
};

/// The lines of a description, in two parts.
pub(in crate::gateway) fn flat(page: &Description) -> [String; 2] {
    [sending(page), other(page)]
}

/// How events are sent.
fn sending(page: &Description) -> String {
    let mut out = Lines(String::new());
    out.line(&page.id);
    out.line(&page.name);
    out.list(&page.target, Lines::target_field);
    out.list(&page.variants, |out, when| {
        out.list(&when.0, |out, (field, word)| {
            out.number(*field);
            out.number(*word);
        });
    });
    out.list(&page.requests, |out, (variants, operations)| {
        out.number(*variants);
        out.request(&operations.send);
    });
    out.list(&page.limits, |out, (field, most)| {
        out.number(*field as u8);
        out.number(*most);
    });
    out.line(END);
    out.0
}

/// How events are changed, and the gateway's replies and webhooks.
fn other(page: &Description) -> String {
    let mut out = Lines(String::new());
    for (_, operations) in &page.requests {
        out.change(operations.edit.as_ref());
        out.change(operations.cancel.as_ref());
    }
    out.answers(&page.answers);
    out.flag(page.rsvps.is_some());
    if let Some(form) = &page.rsvps {
        out.webhook(form);
    }
    out.line(END);
    out.0
}

struct Lines(String);

impl Lines {
    fn line(&mut self, text: &str) {
        self.0.extend([text, "\n"]);
    }

    fn number(&mut self, number: impl Copy + ToString) {
        self.line(&number.to_string());
    }

    fn flag(&mut self, flag: bool) {
        self.line(if flag { "1" } else { "" });
    }

    fn option(&mut self, text: Option<&str>) {
        self.0.push_str(if text.is_some() { "=" } else { "" });
        self.line(text.unwrap_or_default());
    }

    fn list<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Self, &T)) {
        for item in items {
            self.line("+");
            write(self, item);
        }
        self.line(".");
    }

    fn texts(&mut self, texts: &[String]) {
        self.list(texts, |out, text| out.line(text));
    }

    fn target_field(&mut self, field: &TargetField) {
        self.line(&field.name);
        self.flag(field.is_account);
        self.flag(field.is_in_path);
        match &field.kind {
            Kind::Segment => self.line("segment"),
            Kind::Label(own) => {
                self.line("label");
                self.option(own.as_deref());
            }
            Kind::Secret => self.line("secret"),
            Kind::BaseUrl(own) => {
                self.line("baseUrl");
                self.option(own.as_deref());
            }
            Kind::Choice(words) => {
                self.line("choice");
                self.texts(words);
            }
        }
    }

    fn template(&mut self, template: &Template) {
        self.list(&template.0, |out, piece| match piece {
            Piece::Literal(text) => out.option(Some(text)),
            Piece::Field(at) => out.number(*at),
        });
    }

    fn pairs(&mut self, pairs: &[(String, Template)]) {
        self.list(pairs, |out, (name, value)| {
            out.line(name);
            out.template(value);
        });
    }

    fn spelling(&mut self, spelling: Option<&Spelling>) {
        self.0.push_str(match spelling.map(|spelling| spelling.part) {
            Some(Part::Whole) => "w",
            Some(Part::User) => "u",
            Some(Part::E164) => "e",
            None => "",
        });
        self.line(spelling.map_or("", |spelling| &spelling.suffix));
    }

    fn request(&mut self, request: &Request) {
        self.template(&request.url);
        self.pairs(&request.query);
        self.pairs(&request.headers);
        self.option(request.key_header.as_deref());
        self.spelling(request.recipients.person.as_ref());
        self.spelling(request.recipients.group.as_ref());
        self.spelling(request.recipients.old_group.as_ref());
        self.spelling(request.recipients.lid.as_ref());
        self.number(request.recipients.fewest_digits);
        self.flag(request.body.as_text);
        self.list(&request.body.steps, Self::step);
        for bits in request.carried.bits() {
            self.number(bits);
        }
        self.line(&request.body_schema);
        self.list(&request.named, |out, at| out.number(*at));
    }

    fn change(&mut self, change: Option<&Change>) {
        self.option(change.map(|change| change.ids.word()));
        if let Some(change) = change {
            self.request(&change.request);
        }
    }

    fn step(&mut self, step: &Step) {
        match step {
            Step::Open(key) => {
                self.0.push('{');
                self.line(key);
            }
            Step::Close => self.line("}"),
            Step::OpenList(key) => {
                self.0.push('[');
                self.line(key);
            }
            Step::CloseList => self.line("]"),
            Step::Write(key, source) => {
                self.line(key);
                match source {
                    Source::Fact(fact) => self.fact("$", *fact),
                    Source::Target(at) => self.number(*at),
                    Source::Constant(json) => self.option(Some(json)),
                    Source::If(fact, json) => {
                        self.fact("?", *fact);
                        self.line(json);
                    }
                    Source::Unless(fact, json) => {
                        self.fact("!", *fact);
                        self.line(json);
                    }
                }
            }
        }
    }

    fn fact(&mut self, mark: &str, fact: Fact) {
        let known = facts().find(|(_, known)| *known == fact);
        self.0.push_str(mark);
        self.line(known.map_or("", |(name, _)| name));
    }

    fn answers(&mut self, answers: &Answers) {
        self.list(&answers.successes, Self::success);
        self.flag(answers.is_queued);
        self.list(&answers.envelopes, |out, fields| {
            out.list(fields, |out, (path, kind)| {
                out.line(path);
                out.line(match kind {
                    ReplyKind::Text => "text",
                    ReplyKind::Integer => "integer",
                    ReplyKind::Boolean => "boolean",
                });
            });
        });
        self.flag(answers.refuses_in_xml);
        self.flag(answers.refuses_with_503);
        self.list(&answers.refusals, |out, status| out.number(*status));
        self.texts(&answers.messages);
        self.list(&answers.codes, |out, (word, code)| {
            out.line(word);
            out.line(code.as_str());
        });
        self.list(&answers.signs, |out, (words, code)| {
            out.line(words.as_str());
            out.line(code.as_str());
        });
        self.list(&answers.hints, |out, (words, hint)| {
            out.line(words.as_str());
            out.line(hint);
        });
    }

    fn success(&mut self, success: &Success) {
        self.list(&success.statuses, |out, status| out.number(*status));
        self.texts(&success.message_ids);
        self.flag(success.has_long_id);
        self.list(&success.fields, |out, field| {
            out.line(&field.path);
            out.line(field.values.as_str());
            out.flag(field.is_required);
        });
        self.line(success.content.as_str());
    }

    fn webhook(&mut self, form: &Webhook) {
        self.line(&form.kind);
        self.line(&form.answered);
        self.option(form.undecryptable.as_deref());
        self.line(&form.from_me);
        self.line(&form.answer);
        self.line(&form.response);
        self.option(form.extra_guests.as_deref());
        self.texts(&form.times);
        self.line(&form.event_message);
        self.line(&form.answer_message);
        self.line(&form.chat);
        self.texts(&form.responders);
    }
}
