//! What a gateway replied: whether the event was sent, and what to do if not.
//!
//! ```text
//! HttpReply ──▶ Body ──▶ Reply
//! (untrusted)  (sniffed) (one of four outcomes)
//! ```
//!
//! An event must not be sent twice, but replies are not always clear: an error may come with status 200, as HTML, or
//! cut off, and a refusal may come for an event that was sent. So "sent" requires what the gateway's documentation
//! shows of a success reply. "Not sent" requires a status that means a refusal, and nothing in the reply that suggests
//! more. All else is "unknown", and must be checked before anything is sent again.
//!
//! The gateway's description says what its replies look like.

mod answers;
mod body;
mod code;
mod cut;
mod entity;
mod http;
mod lists;
mod marks;
mod markup;
mod outcome;
mod proxy;
mod retry;
mod secrets;
mod signs;
mod success;
#[cfg(test)]
mod tests;
mod trace;
mod walk;
mod words;

pub(crate) use answers::{Answers, Expected, Kind, Success};
pub use code::ReplyCode;
pub use http::HttpReply;
pub(crate) use lists::Words;
pub use outcome::{Failure, Reply, Retry};
pub use secrets::Secrets;

use self::{
    body::Body,
    cut::beginning,
    signs::SIGNS,
    success::Fit,
    trace::{Trace, names_id},
    walk::plain,
};
use crate::{digits::integer, text::concat};

/// How much of a text is searched for known words, in bytes. Error pages contain whole style sheets.
const LOOKED_AT: usize = 65_536;

/// The status of a server that had begun, and then received no reply itself.
const TIMED_OUT: u16 = 504;

impl Reply {
    /// Reads a reply by the facts about its gateway. `now` is in Unix seconds. The message contains nothing of
    /// `secrets`.
    pub(crate) fn read(
        reply: &HttpReply<'_>,
        answers: &Answers,
        secrets: &Secrets,
        now: i64,
    ) -> Self {
        let body = Body::of(reply.body, answers);
        let fit = Fit::of(reply.status, &body, answers);
        // A secret is never returned as an id, even if it is in the id's place.
        if let Fit::Good(message_id) = &fit
            && !secrets.are(message_id)
        {
            let message_id = message_id.clone();
            let is_queued = answers.is_queued || reply.status == 202 || body.is_pending();
            return if is_queued {
                Self::Accepted { message_id }
            } else {
                Self::Sent { message_id }
            };
        }
        let trace = Trace::of(&body, answers);
        let words = body.words(answers);
        let lower = beginning(&words, LOOKED_AT).to_ascii_lowercase();
        let is_success = (200..300).contains(&reply.status);
        let outer = if is_success { body.status().unwrap_or(reply.status) } else { reply.status };
        // A body may report a worse fault than the status does.
        let mut statuses =
            trace.statuses.iter().copied().filter(|inner| *inner >= 400 || !is_success);
        // A conflict that a proxy reports says nothing about the gateway.
        let is_own = body.is_own(answers);
        let is_refusal = |code: ReplyCode| code.is_refusal() && code.fits(outer);
        let has_reason = is_own && body.code(answers, is_refusal).is_some();
        let refuses = |status| refuses(status) || has_reason && answers.refusals.contains(&status);
        let worse = statuses.clone().find(|inner| *inner >= 400 && !refuses(*inner));
        let mut status = worse.filter(|_| refuses(outer) || outer < 300).unwrap_or(outer);
        if trace.has_begun && (400..500).contains(&status) {
            status = TIMED_OUT;
        }
        let is_fault = status >= 300 || body.denies() || matches!(fit, Fit::Faulty);
        let code = if is_fault {
            code(reply, &body, &lower, answers, status)
        } else {
            ReplyCode::Unreadable
        };
        let is_refused = |status| {
            // Only one server error says that nothing was sent: that the gateway is not connected.
            let is_away =
                status == 503 && answers.refuses_with_503 && code == ReplyCode::Disconnected;
            refuses(status) || is_away
        };
        let is_not_sent = body::is_whole(reply.body)
            && !trace.has_message_id
            && !reply.headers.iter().any(|(name, _)| names_id(&plain(name)))
            && !trace.has_begun
            && !trace.is_taken
            && statuses.all(is_refused)
            && if is_success && outer < 300 {
                body.refuses(answers) && code.is_refusal()
            } else {
                is_refused(outer)
            };
        let retry = match code {
            _ if !is_not_sent => Retry::CheckFirst,
            code if code.is_temporary() => Retry::After,
            _ => Retry::Never,
        };
        let is_limited = code == ReplyCode::RateLimited;
        let retry_after_seconds = match retry {
            Retry::Never => None,
            Retry::After | Retry::CheckFirst => retry::seconds(reply, is_limited, now),
        };
        let mut hints = answers.hints.iter();
        let hint = hints.find(|(words, _)| words.are_in(&lower)).map_or("", |(_, hint)| hint);
        let is_code = answers.codes.iter().any(|(code, _)| *code == words.trim());
        // A code from the description is no secret, unless the caller passed it as one.
        let message = if is_code && secrets.without(&words) == words {
            concat(&[words.trim(), hint])
        } else {
            message(&words, hint, secrets, reply.status)
        };
        let failure = Failure { code, message, retry, retry_after_seconds };
        if is_not_sent { Self::NotSent(failure) } else { Self::Unknown(failure) }
    }
}

/// Whether a status means that a server refuses a request and has not begun with it. Timeouts, conflicts and failed
/// dependencies come from servers that have begun. A server that does not implement such a request has not.
const fn refuses(status: u16) -> bool {
    matches!(status, 400..=499 | 501) && !matches!(status, 408 | 409 | 424 | 499)
}

/// Why the event was not sent, or may not have been, according to the gateway's code, its message, or the status.
fn code(
    reply: &HttpReply<'_>,
    body: &Body<'_>,
    words: &str,
    answers: &Answers,
    status: u16,
) -> ReplyCode {
    let default = || match status {
        200..300 => ReplyCode::SendFailed,
        404 if reply.status == status && !body.is_own(answers) => ReplyCode::GatewayUnreachable,
        _ => ReplyCode::of_status(status),
    };
    if !matches!(status, 200..300 | 400..600) {
        return ReplyCode::Unreadable;
    }
    if reply.status == status && proxy::has_replied(reply) {
        return ReplyCode::GatewayUnreachable;
    }
    let fits = |code: ReplyCode| code.fits(status);
    let matching =
        |(signs, code): &(Words, ReplyCode)| (fits(*code) && signs.are_in(words)).then_some(*code);
    // "Failed to send" says less about the reason than what follows it.
    let (sending, reasons): (Vec<_>, Vec<_>) =
        answers.signs.iter().partition(|(_, code)| code.is_of_sending());
    body.code(answers, |code| fits(code) && code != ReplyCode::SendFailed)
        .or_else(|| reasons.into_iter().find_map(matching))
        .or_else(|| SIGNS.iter().find_map(matching))
        .or_else(|| body.code(answers, fits))
        .or_else(|| sending.into_iter().find_map(matching))
        .unwrap_or_else(default)
}

/// The gateway's message and a hint; the status if there is no message.
fn message(text: &str, hint: &str, secrets: &Secrets, status: u16) -> String {
    let words = words::clean(text, secrets, words::MESSAGE_LENGTH.saturating_sub(hint.len()));
    if words.is_empty() {
        return concat(&["HTTP ", &integer(status.into())]);
    }
    concat(&[&words, hint])
}
