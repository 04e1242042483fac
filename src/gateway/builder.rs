//! From input to request, for one target.

use std::sync::Arc;

use super::{Card, Target, card::Fitting, fingerprint::Sender};
use crate::{
    event::{Event, Fragments},
    input::{EventInput, event_rank},
    issue::{Report, Verdict},
    options::Options,
    request::{Endpoint, GatewayRequest},
};

/// A target with everything about it done once: the fast path for many events.
#[derive(Debug, Clone, PartialEq)]
pub struct Builder {
    target: Target,
    sender: Arc<Sender>,
    pub(crate) endpoint: Endpoint,
    pub(crate) options: Options,
}

/// A request, and the event that it sends.
#[derive(Debug, Clone, PartialEq)]
pub struct Built {
    /// The request to POST.
    pub request: GatewayRequest,
    /// The event as it was understood.
    pub event: Event,
    sender: Arc<Sender>,
}

impl Built {
    /// What tells a double send: 32 hexadecimal digits, equal where a guest could not tell the two cards apart, from the
    /// same account of the same gateway, and different otherwise. Spellings do not count, nor does what the gateway does
    /// not show.
    ///
    /// It holds no secret, is worked out when asked for, and stays the same in later versions. The
    /// design document says how it is made, so that others can make it too.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.sender.fingerprint(&self.event)
    }
}

impl Builder {
    /// A builder of requests to `target`.
    #[must_use]
    pub fn new(target: Target, options: Options) -> Self {
        let endpoint = target.endpoint();
        let sender = Arc::new(Sender::new(target.gateway().clone(), &target.account()));
        Self { target, sender, endpoint, options }
    }

    /// The request that sends the event of `input`.
    ///
    /// # Errors
    /// Every fault of the event, and every field that the gateway can neither carry nor be without.
    pub fn build(&self, input: &EventInput<'_>) -> Verdict<Built> {
        let (built, report) = self.read(input);
        report.verdict(built)
    }

    pub(crate) fn read(&self, input: &EventInput<'_>) -> (Option<Built>, Report) {
        let (made, report) = self.read_body(input);
        let built = made.map(|(event, body)| {
            let request = self.endpoint.with_body(body, || self.sender.fingerprint(&event));
            Built { request, event, sender: Arc::clone(&self.sender) }
        });
        (built, report)
    }

    /// The fingerprint of sending `event`.
    #[cfg(any(test, target_arch = "wasm32"))]
    pub(crate) fn fingerprint(&self, event: &Event) -> String {
        self.sender.fingerprint(event)
    }

    /// The event and the body of its request, where there is no fault.
    ///
    /// A faulty event is held against the gateway too, so that all faults are told at once.
    pub(crate) fn read_body(&self, input: &EventInput<'_>) -> (Option<(Event, String)>, Report) {
        let (event, mut report) = Event::read(input, &self.options);
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
                Some(self.target.body(&card))
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
        report.append_news(of_gateway);
        report.sort_by_rank(&event_rank);
        (event.ok().zip(body).filter(|_| report.is_clean()), report)
    }
}
