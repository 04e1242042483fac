//! Targets: where and how to send, in the fields that the gateway's description defines.

use std::borrow::Cow;

use super::{
    Account, Capabilities, Card, Gateway, Operation,
    base_url::{BaseUrl, base_url},
    built_in::{GATEWAYS, LIBRARIES, Shelf},
    description::{Change, Filled, GIVEN, Kind, MESSAGE_ID, Operations, Request, TargetField, met},
};
use crate::{
    input::{TargetInput, Value, warn_of_unknown},
    issue::{Fault, IssueCode as Code, Path, Report, Verdict},
    message_id::{chat_of, is_message_id},
    recipient::Recipient,
    request::{Endpoint, Secret, is_header_value},
    search,
    text::concat,
    url::is_segment,
};

/// Where and how an event is sent: a gateway, an account there, and its options. It is only made by [`Target::parse`],
/// and is always complete except for secrets.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    gateway: Gateway,
    /// The variants of the request that it selects, one bit each.
    variants: u32,
    /// The values of its fields, in the order of the description. The id of the message that is changed, if any, comes
    /// last.
    fields: Vec<Filled>,
    operation: Operation,
    /// The id of the message that is changed, if one is.
    message: Option<String>,
    /// The chat of that message, if its id names it.
    chat: Option<String>,
}

impl Target {
    /// Parses a target, or returns every fault.
    ///
    /// # Errors
    /// A [`Refusal`](crate::issue::Refusal) with every fault that was found.
    pub fn parse(input: &TargetInput<'_>) -> Verdict<Self> {
        let (target, report) = Self::read(input, false);
        report.verdict(target)
    }

    pub(crate) fn read(input: &TargetInput<'_>, strict: bool) -> (Option<Self>, Report) {
        Self::read_from(&GATEWAYS, input, strict)
    }

    /// The library that `input` names, as a target that events can be built for. Its requests are not sent anywhere.
    pub(crate) fn read_library(input: &TargetInput<'_>, strict: bool) -> (Option<Self>, Report) {
        Self::read_from(&LIBRARIES, input, strict)
    }

    fn read_from(shelf: &Shelf, input: &TargetInput<'_>, strict: bool) -> (Option<Self>, Report) {
        let mut report = Report::new(strict);
        match &input.value {
            Value::Record(_) => {}
            Value::Absent => report.fault(Code::Required, "target"),
            other => report.fault(other.wrong_type("object"), "target"),
        }
        if !report.is_clean() {
            return (None, report);
        }
        let gateway = shelf.choose(input.value.field(shelf.field), &mut report);
        let target = gateway.and_then(|gateway| {
            let target = Self::of(gateway.clone(), &input.value, &mut report);
            if let Some(target) = &target {
                target.warn_of_doubled_path(&mut report);
            }
            let mut known = vec![shelf.field];
            for field in &gateway.page().target {
                known.push(&field.name);
            }
            let unknown = input.value.names_beside(&known);
            warn_of_unknown(&unknown, input.value.unread(), &known, None, &mut report);
            target
        });
        (target, report)
    }

    fn of(gateway: Gateway, input: &Value<'_>, report: &mut Report) -> Option<Self> {
        let page = gateway.page();
        let mut fields = Vec::with_capacity(page.target.len());
        let mut chosen = Vec::with_capacity(page.target.len());
        for field in &page.target {
            let value = input.field(&field.name);
            let (filled, choice) = read_field(field, value, report);
            if let Some(filled) = filled {
                fields.push(filled);
            }
            chosen.push(choice);
        }
        let variants = met(&page.variants, &|field| chosen.get(field).copied().unwrap_or(0));
        (fields.len() == page.target.len()).then_some(Self {
            gateway,
            variants,
            fields,
            operation: Operation::Send,
            message: None,
            chat: None,
        })
    }

    /// The same account, for replacing the event that a message shows: a [`Builder`](super::Builder) for this target
    /// builds the edit. `message_id` is the id that the gateway returned, bare or long.
    ///
    /// # Errors
    /// The gateway cannot edit events, or `message_id` is not a message id in the gateway's form.
    pub fn editing(self, message_id: &str) -> Verdict<Self> {
        self.changing(Operation::Edit, message_id)
    }

    /// The same account, for marking the event that a message shows as cancelled: a [`Builder`](super::Builder) for
    /// this target builds the cancellation.
    ///
    /// # Errors
    /// The gateway cannot cancel events, or `message_id` is not a message id in the gateway's form.
    pub fn cancelling(self, message_id: &str) -> Verdict<Self> {
        self.changing(Operation::Cancel, message_id)
    }

    fn changing(mut self, operation: Operation, message_id: &str) -> Verdict<Self> {
        let mut report = Report::new(false);
        self.change(operation, &Value::Text(message_id.into()), &mut report);
        report.verdict(Some(self))
    }

    /// Selects an operation. If the gateway does not support it, that is reported.
    pub(crate) fn ask_for(&mut self, operation: Operation, report: &mut Report) {
        let has = self.operations().is_some_and(|each| each.request(operation).is_some());
        if has {
            self.operation = operation;
        } else {
            let fault = self.fault(Code::OperationUnsupported);
            report.fault(fault.with("operation", operation.as_str()), "gateway");
        }
    }

    /// Selects an operation that changes what a message shows. If that is impossible, the reasons are reported.
    pub(crate) fn change(
        &mut self,
        operation: Operation,
        message_id: &Value<'_>,
        report: &mut Report,
    ) {
        let id = read_message_id(message_id, report);
        self.ask_for(operation, report);
        let change = self.operations().and_then(|each| each.change(self.operation));
        let (Some(id), Some(Change { request, ids })) = (id, change) else { return };
        let spelled = match ids.spell(id) {
            Ok(id) if request.has_in_path(self.fields.len()) && !is_segment(id) => {
                Err(Fault::new(Code::TargetSegment))
            }
            Ok(id) => Ok(id.to_owned()),
            Err(form) => Err(self.fault(Code::MessageIdFormat).with("form", form)),
        };
        let chat = chat_of(id).map(str::to_owned);
        self.message = report.accept(spelled, MESSAGE_ID);
        self.chat = chat.filter(|_| self.message.is_some());
        self.fields.extend(self.message.clone().map(Filled::Text));
    }

    /// A fault that names the gateway.
    pub(super) fn fault(&self, code: Code) -> Fault {
        Fault::new(code)
            .with("gateway", self.gateway.id().to_owned())
            .with("gatewayName", self.gateway.name().to_owned())
    }

    /// The gateway of this target.
    #[must_use]
    pub const fn gateway(&self) -> &Gateway {
        &self.gateway
    }

    pub(super) const fn operation(&self) -> Operation {
        if cfg!(waevent_module = "lite") { Operation::Send } else { self.operation }
    }

    pub(super) fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// What is wrong with a recipient of a supported kind: the number is too short for the gateway, or the message that
    /// is changed went to somebody else, so the card would be another guest's.
    pub(super) fn misfit(&self, to: &Recipient) -> Option<Fault> {
        let fewest = self.request().map_or(0, |request| request.recipients.fewest_digits);
        if matches!(to, Recipient::Person(_))
            && search::split_before(to.id(), b"@").0.len() < fewest
        {
            let fault = self.fault(Code::RecipientUnsupported);
            return Some(fault.with("kind", to.kind().as_str()).with("min", fewest));
        }
        if cfg!(waevent_module = "lite") {
            return None;
        }
        let is_other = self.chat.as_deref().is_some_and(|chat| !to.may_be(chat));
        is_other
            .then(|| Fault::new(Code::FieldsContradict).with("one", "to").with("other", MESSAGE_ID))
    }

    fn operations(&self) -> Option<&Operations> {
        let requests = &self.gateway.page().requests;
        requests.iter().find(|(variants, _)| *variants == self.variants).map(|(_, each)| each)
    }

    /// How requests to this target are built.
    pub(super) fn request(&self) -> Option<&Request> {
        self.operations().and_then(|operations| operations.request(self.operation()))
    }

    /// What requests to this target can carry.
    pub(crate) fn carries(&self) -> Capabilities {
        self.request().map(|request| request.carried).unwrap_or_default()
    }

    fn base_url(&self) -> BaseUrl<'_> {
        self.text_of(|field| matches!(field.kind, Kind::BaseUrl(_))).map_or(BaseUrl(""), BaseUrl)
    }

    pub(crate) fn account(&self) -> Account<'_> {
        Account {
            server: self.base_url(),
            name: self.text_of(|field| field.is_account).filter(|name| !name.is_empty()),
        }
    }

    /// The text of the first field that `fits`. `None` if there is no such field, or if it is a secret.
    fn text_of(&self, fits: impl Fn(&TargetField) -> bool) -> Option<&str> {
        let place = self.gateway.page().target.iter().position(fits)?;
        if let Filled::Text(text) = self.fields.get(place)? { Some(text) } else { None }
    }

    /// The request without its body.
    pub(crate) fn endpoint(&self) -> Endpoint {
        let Some(request) = self.request() else { return Endpoint::new(String::new()) };
        let mut endpoint = Endpoint::new(request.url.fill(&self.fields));
        for (name, value) in &request.query {
            let is_missing =
                value.alone().and_then(|at| self.fields.get(at)).is_some_and(Filled::is_missing);
            endpoint.query(name, &value.fill(&self.fields), is_missing);
        }
        for (name, value) in &request.headers {
            endpoint.header(name, value.fill(&self.fields));
        }
        if let Some(name) = &request.key_header {
            endpoint.key(name);
        }
        for (at, field) in self.fields.iter().enumerate() {
            if let Filled::Secret(secret) = field
                && request.named.contains(&at)
            {
                endpoint.note(secret);
            }
        }
        endpoint
    }

    pub(crate) fn body(&self, card: Option<&Card<'_>>) -> String {
        let request = self.request();
        let write = |request: &Request| request.body.write(card, &request.recipients, &self.fields);
        request.map(write).unwrap_or_default()
    }

    /// Warns of a `baseUrl` that ends with the segment that the gateway's own path begins with, as in samples of some
    /// documentation: requests would go to `…/api/api/…`.
    fn warn_of_doubled_path(&self, report: &mut Report) {
        let base = self.base_url();
        let Some(Request { url, .. }) = self.request() else { return };
        let url = url.fill(&self.fields);
        let own = url.strip_prefix(base.0).unwrap_or_default();
        let first = search::split(own, b"/").nth(1).unwrap_or_default();
        if search::split_at_last(base.path(), b"/").is_some_and(|(_, last)| last == first) {
            let path = concat(&["/", first]);
            let fault = Fault::new(Code::TargetBaseUrlPath)
                .with("gatewayName", self.gateway.name().to_owned())
                .with("path", path);
            report.warn(fault, "baseUrl");
        }
    }
}

/// Reads the id of a message, in any form.
fn read_message_id<'v>(value: &'v Value<'_>, report: &mut Report) -> Option<&'v str> {
    let fault = match value {
        Value::Text(id) if is_message_id(id.trim()) => return Some(id.trim()),
        Value::Absent => Fault::new(Code::Required),
        Value::Text(_) | Value::LongText { .. } | Value::LoneSurrogate(_) => {
            Fault::new(Code::MessageIdFormat)
        }
        other => other.wrong_type("string"),
    };
    report.fault(fault, MESSAGE_ID);
    None
}

/// Reads a field of a target: its value, and the index of the chosen word. There is no value if the field is faulty and
/// cannot be filled in later.
fn read_field(
    field: &TargetField,
    value: &Value<'_>,
    report: &mut Report,
) -> (Option<Filled>, usize) {
    let name = field.name.as_str();
    let path = || Path::of_field(name);
    let is_needed = matches!(field.kind, Kind::Segment | Kind::BaseUrl(None));
    if is_needed && matches!(value, Value::Absent) {
        report.fault(Code::Required, path());
        return (None, 0);
    }
    if let Kind::Choice(words) = &field.kind {
        return (Some(Filled::Text(String::new())), read_choice(words, value, name, report));
    }
    // White space in the text is kept.
    let text = match value {
        Value::Absent => None,
        Value::Text(text) | Value::LongText { start: text, .. } => Some(text.as_ref()),
        other => {
            report.fault(other.wrong_type("string"), path());
            // A secret can be filled in later, so the other fields are still checked.
            return (
                matches!(field.kind, Kind::Secret).then(|| Filled::Secret(Secret::new(name, None))),
                0,
            );
        }
    };
    // A label that means the same as leaving it out is left out, so that an account has only one name.
    let text = text.filter(|text| !matches!(&field.kind, Kind::Label(Some(own)) if own == text));
    let filled = match &field.kind {
        Kind::BaseUrl(Some(own)) if text.is_none() => Some(Filled::Text(own.clone())),
        Kind::BaseUrl(_) => {
            report.accept(base_url(text.unwrap_or_default()), path()).map(Filled::Text)
        }
        Kind::Secret => {
            let is_faulty =
                |text| if field.is_in_path { !is_segment(text) } else { !is_header_value(text) };
            if text.is_some_and(is_faulty) {
                let code = if field.is_in_path { Code::TargetSegment } else { Code::HeaderValue };
                report.fault(code, path());
            }
            Some(Filled::Secret(Secret::new(name, text)))
        }
        Kind::Label(_) if text.is_none() => Some(Filled::Text(String::new())),
        Kind::Segment | Kind::Label(_) | Kind::Choice(_) => {
            let text = text.filter(|text| is_segment(text));
            if text.is_none() {
                report.fault(Code::TargetSegment, path());
            }
            text.map(|text| Filled::Text(text.to_owned()))
        }
    };
    // Conditions of variants refer to choices and labels only.
    (filled, if text.is_some() { GIVEN } else { 0 })
}

/// Reads one of a closed set of words. Returns its index; 0 if none is given.
fn read_choice(words: &[String], value: &Value<'_>, name: &str, report: &mut Report) -> usize {
    let chosen = match value {
        Value::Absent => return 0,
        Value::Text(text) => words.iter().position(|word| word == text),
        _ => None,
    };
    if chosen.is_none() {
        let expected: Vec<Cow<'static, str>> = words.iter().cloned().map(Cow::Owned).collect();
        let fault = Fault::new(Code::InvalidOption).with("expected", expected);
        report.fault(fault, Path::of_field(name));
    }
    chosen.unwrap_or(0)
}
