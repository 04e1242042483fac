//! Builds requests for one target.

use std::sync::Arc;

use super::{Card, Operation, Target, card::Fitting, fingerprint::Sender};
use crate::{
    event::{Event, Fragments},
    input::{EventInput, event_rank},
    issue::{Found, IssueCode as Code, Report, Verdict},
    options::Options,
    request::{Endpoint, GatewayRequest},
};

/// Builds requests for one target. Whatever depends on the target alone is done once, so this is the fast path for many
/// events.
#[derive(Debug, Clone, PartialEq)]
pub struct Builder {
    target: Target,
    sender: Arc<Sender>,
    pub(crate) endpoint: Endpoint,
    pub(crate) options: Options,
}

/// A request, and the event that it sends.
#[derive(Debug, Clone, PartialEq)]
pub struct Built<'a> {
    /// The request to POST.
    pub request: GatewayRequest,
    /// The event as it was understood.
    pub event: Event<'a>,
    sender: Arc<Sender>,
}

impl Built<'_> {
    /// The same value, borrowing nothing from the input.
    #[must_use]
    pub fn into_owned(self) -> Built<'static> {
        let Self { request, event, sender } = self;
        Built { request, event: event.into_owned(), sender }
    }

    /// The fingerprint that identifies a double send: 32 hexadecimal digits. Two requests have the same fingerprint if
    /// they come from the same account of the same gateway and a guest could not tell their cards apart. Differences in
    /// spelling do not count, nor does anything that the gateway does not show.
    ///
    /// It contains no secret, is computed on each call, and stays the same in later versions. The design document
    /// describes how it is made, so other programs can compute it too.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.sender.fingerprint(Some(&self.event))
    }
}

/// A request that cancels a sent event.
#[derive(Debug, Clone, PartialEq)]
pub struct Cancellation<'a> {
    /// The request to POST.
    pub request: GatewayRequest,
    /// The event as guests will see it. `None` if the gateway needs only the message's id.
    pub event: Option<Event<'a>>,
    sender: Arc<Sender>,
}

impl<'a> Cancellation<'a> {
    /// The same value, borrowing nothing from the input.
    #[must_use]
    pub fn into_owned(self) -> Cancellation<'static> {
        let Self { request, event, sender } = self;
        Cancellation { request, event: event.map(Event::into_owned), sender }
    }

    /// Identifies a double cancellation: see [`Built::fingerprint`].
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.sender.fingerprint(self.event.as_ref())
    }

    /// The request and its event, if there is one.
    pub(crate) fn built(self) -> Option<Built<'a>> {
        let Self { request, event, sender } = self;
        event.map(|event| Built { request, event, sender })
    }
}

impl Builder {
    /// Creates a builder of requests to `target`.
    #[must_use]
    pub fn new(target: Target, options: Options) -> Self {
        let endpoint = target.endpoint();
        let sender = Arc::new(Sender::new(&target));
        Self { target, sender, endpoint, options }
    }

    /// Builds the request for the event in `input`.
    ///
    /// # Errors
    /// Every fault of the event, and everything in it that does not fit the gateway.
    pub fn build<'i>(&self, input: &'i EventInput<'_>) -> Verdict<Built<'i>> {
        let (built, report) = self.read(Some(input));
        report.verdict(built.and_then(Cancellation::built))
    }

    /// Builds the request for the target's operation. `input` may only be missing if the request contains nothing of an
    /// event.
    pub(crate) fn read<'i>(&self, input: Option<&'i EventInput<'_>>) -> Found<Cancellation<'i>> {
        let made = |event: Option<Event<'i>>, body: String| Cancellation {
            request: self.endpoint.with_body(body, || self.sender.fingerprint(event.as_ref())),
            event,
            sender: Arc::clone(&self.sender),
        };
        if self.target.carries().fields.is_empty() {
            return (Some(made(None, self.target.body(None))), Report::new(self.options.strict));
        }
        let Some(input) = input else {
            let mut report = Report::new(self.options.strict);
            report.fault(self.target.fault(Code::Required), "event");
            return (None, report);
        };
        let (found, report) = self.read_body(input);
        (found.map(|(event, body)| made(Some(event), body)), report)
    }

    /// The fingerprint of sending `event`.
    #[cfg(any(test, target_arch = "wasm32"))]
    pub(crate) fn fingerprint(&self, event: &Event<'_>) -> String {
        self.sender.fingerprint(Some(event))
    }

    /// The event and the body of its request, if there is no fault.
    ///
    /// A faulty event is compared with the gateway too, so all faults are reported at once.
    pub(crate) fn read_body<'i>(&self, input: &'i EventInput<'_>) -> Found<(Event<'i>, String)> {
        let (mut event, mut report) = Event::read(input, &self.options);
        if self.target.operation() == Operation::Cancel
            && let Ok(event) = &mut event
        {
            event.cancel();
        }
        if input.misfit.is_some() {
            return (None, report);
        }
        let mut of_gateway = Report::new(self.options.strict);
        let mut fitting = Fitting {
            gateway: self.target.gateway(),
            carried: self.target.carries(),
            end_field: if input.end.is_given() || !input.duration_minutes.is_given() {
                "end"
            } else {
                "durationMinutes"
            },
            reminder_field: if input.reminder_minutes.is_given() {
                "reminderMinutes"
            } else {
                "reminderSeconds"
            },
            found: &report,
            report: &mut of_gateway,
        };
        let body = match &event {
            Ok(event) => {
                fitting.recipient(event.to());
                fitting.name(event.name());
                let card = Card::new(event, fitting.details(event.details()));
                Some(self.target.body(Some(&card)))
            }
            Err(Fragments { to, name, details }) => {
                if let Some(to) = to {
                    fitting.recipient(to);
                }
                if let Some(name) = name {
                    fitting.name(name);
                }
                fitting.details(details);
                None
            }
        };
        let to = match &event {
            Ok(event) => Some(event.to()),
            Err(Fragments { to, .. }) => to.as_ref(),
        };
        if let Some(fault) = to.and_then(|to| self.target.misfit(to)) {
            of_gateway.fault(fault, "to");
        }
        report.append_news(of_gateway);
        report.sort_by_rank(&event_rank);
        (event.ok().zip(body).filter(|_| report.is_clean()), report)
    }
}
