//! Reads many events as newline-delimited JSON and writes their requests the same way, without a JavaScript object for
//! each.
//!
//! Each line of the output gives the number of its line in the input. Blank lines are counted but have no output. A
//! file that is not lines of JSON is refused as a whole, at the line that shows this.

mod form;
mod opening;
mod splitter;
#[cfg(test)]
mod tests;
mod value;

use serde::Serialize;

use self::{
    form::Form,
    opening::{Opened, Opening},
    splitter::{Line, Splitter},
    value::Unfit,
};
use crate::{
    gateway::Builder,
    input::EventInput,
    issue::{Fault, Issue, IssueCode as Code, Report, WithMessage, with_messages},
    json,
    request::Fields,
};

/// Reads lines and writes their requests.
#[derive(Default)]
pub(crate) struct Lines {
    opening: Opening,
    splitter: Splitter,
    /// Whether a line of JSON was read. Until then, a line can show that the file has another form.
    has_begun: bool,
    /// Whether the file was refused, because it is not lines of JSON. The rest is ignored.
    is_refused: bool,
    counts: Counts,
}

/// How many lines were read, became requests and were refused. Blank lines are only counted as read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub(crate) struct Counts {
    pub(crate) lines: usize,
    pub(crate) built: usize,
    pub(crate) refused: usize,
}

/// The output for a line that became a request.
#[derive(Serialize)]
struct BuiltLine<'i> {
    line: usize,
    ok: bool,
    request: Fields<'i>,
    fingerprint: &'i str,
    warnings: Vec<WithMessage<'i>>,
}

/// The output for a line that was refused.
#[derive(Serialize)]
struct RefusedLine<'i> {
    line: usize,
    ok: bool,
    issues: Vec<WithMessage<'i>>,
    warnings: Vec<WithMessage<'i>>,
}

impl Lines {
    pub(crate) fn counts(&self) -> Counts {
        self.counts
    }

    /// Reads the next piece of the input and writes the result of each line that ends in it.
    pub(crate) fn push(&mut self, builder: &Builder, piece: &[u8], out: &mut String) {
        self.read(builder, piece, false, out);
    }

    /// Writes the result of the last line, after the end of the input.
    pub(crate) fn finish(&mut self, builder: &Builder, out: &mut String) {
        self.read(builder, &[], true, out);
        let mut splitter = core::mem::take(&mut self.splitter);
        splitter.finish(|line| self.read_line(builder, &line, out));
    }

    fn read(&mut self, builder: &Builder, piece: &[u8], is_last: bool, out: &mut String) {
        if self.is_refused {
            return;
        }
        match self.opening.look(piece, is_last) {
            Opened::Piece(piece) => self.split(builder, piece, out),
            Opened::Joined(piece) => self.split(builder, &piece, out),
            Opened::Other(blank, form) => {
                self.split(builder, &blank, out);
                self.counts.lines = self.counts.lines.saturating_add(1);
                self.is_refused = true;
                self.refuse_line(builder, form, out);
            }
        }
    }

    fn split(&mut self, builder: &Builder, piece: &[u8], out: &mut String) {
        let mut splitter = core::mem::take(&mut self.splitter);
        splitter.push(piece, |line| self.read_line(builder, &line, out));
        self.splitter = splitter;
    }

    fn read_line(&mut self, builder: &Builder, line: &Line<'_>, out: &mut String) {
        if self.is_refused {
            return;
        }
        self.counts.lines = self.counts.lines.saturating_add(1);
        match line {
            Line::Whole(bytes) => match core::str::from_utf8(bytes) {
                Ok(text) => self.read_text(builder, text, out),
                Err(error) => {
                    let byte = error.valid_up_to().saturating_add(1);
                    self.refuse_line(builder, Fault::new(Code::NotUtf8).with("byte", byte), out);
                }
            },
            Line::TooLong => {
                self.refuse_line(builder, no_object("a line of more than 1 MiB"), out);
            }
        }
    }

    fn read_text(&mut self, builder: &Builder, text: &str, out: &mut String) {
        // A byte order mark after the first line shows that files were joined.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.bytes().all(|byte| byte.is_ascii_whitespace()) {
            return;
        }
        let value = match value::read(text) {
            Ok(value) => value,
            Err(unfit) => return self.refuse_unfit(builder, unfit, out),
        };
        self.has_begun = true;
        let input = EventInput::from(value);
        let (made, report) = builder.read_body(&input);
        let (issues, warnings) = report.lists();
        match made {
            Some((event, body)) => {
                self.counts.built = self.counts.built.saturating_add(1);
                let fingerprint = builder.fingerprint(&event);
                let built = BuiltLine {
                    line: self.counts.lines,
                    ok: true,
                    request: builder.endpoint.fields(&body, &fingerprint),
                    fingerprint: &fingerprint,
                    warnings: with_messages(&warnings, &builder.options.voice),
                };
                write(&built, out);
            }
            None => self.refuse(builder, &issues, &warnings, out),
        }
    }

    /// Refuses a line that is not JSON, and the whole file if the line shows that it has another form.
    fn refuse_unfit(&mut self, builder: &Builder, unfit: Unfit, out: &mut String) {
        let form = match unfit {
            Unfit::Comma => Some(Form::Commas),
            Unfit::Several => Some(Form::OneLine),
            Unfit::UnfinishedObject if !self.has_begun => Some(Form::SeveralLines),
            Unfit::UnfinishedList if !self.has_begun => Some(Form::JsonArray),
            _ => None,
        };
        self.is_refused = form.is_some() && !self.has_begun;
        let fault = form.map_or_else(|| no_object("text that is not JSON"), Fault::from);
        self.refuse_line(builder, fault, out);
    }

    /// Refuses a line without a value.
    fn refuse_line(&mut self, builder: &Builder, fault: impl Into<Fault>, out: &mut String) {
        let mut report = Report::new(builder.options.strict);
        report.fault(fault, "input");
        let (issues, warnings) = report.lists();
        self.refuse(builder, &issues, &warnings, out);
    }

    fn refuse(
        &mut self,
        builder: &Builder,
        issues: &[Issue],
        warnings: &[Issue],
        out: &mut String,
    ) {
        self.counts.refused = self.counts.refused.saturating_add(1);
        let voice = &builder.options.voice;
        let refused = RefusedLine {
            line: self.counts.lines,
            ok: false,
            issues: with_messages(issues, voice),
            warnings: with_messages(warnings, voice),
        };
        write(&refused, out);
    }
}

fn write(result: &impl Serialize, out: &mut String) {
    json::push(out, result);
    out.push('\n');
}

fn no_object(found: &'static str) -> Fault {
    Fault::new(Code::WrongType).with("expected", "object").with("found", found)
}
