//! Reads the second part of the lines, which a module that only sends does not need: how events are changed, and the
//! gateway's replies and webhooks.

use super::Lines;
use crate::{
    gateway::description::{
        Description,
        operations::{Change, MessageIds},
    },
    reply::{Answers, Expected, Kind, ReplyCode, Success, Words},
    rsvp::Webhook,
};

impl Lines<'_> {
    /// The second part: everything but sending.
    pub(super) fn other(&mut self, mut page: Description) -> Description {
        for (_, operations) in &mut page.requests {
            operations.edit = self.change();
            operations.cancel = self.change();
        }
        page.answers = self.answers();
        page.rsvps = self.flag().then(|| self.webhook());
        page
    }

    fn change(&mut self) -> Option<Change> {
        let word = self.line().strip_prefix('=')?;
        Some(Change { ids: MessageIds::named(word), request: self.request() })
    }

    fn answers(&mut self) -> Answers {
        Answers {
            successes: self.list(Self::success),
            is_queued: self.flag(),
            envelopes: self.list(|lines| {
                lines.list(|lines| {
                    let path = lines.text();
                    let kind = match lines.line() {
                        "text" => Kind::Text,
                        "integer" => Kind::Integer,
                        _ => Kind::Boolean,
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

    fn code(&mut self) -> ReplyCode {
        ReplyCode::named(self.line()).unwrap_or(ReplyCode::InvalidRequest)
    }

    fn statuses(&mut self) -> Vec<u16> {
        self.list(|lines| u16::try_from(lines.number()).unwrap_or(0))
    }

    fn words(&mut self) -> Words {
        Words::of(self.text())
    }
}
