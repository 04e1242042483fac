//! What a gateway answered: whether the event was sent, and what to do if not.
//!
//! ```text
//! HttpReply ──▶ Body ──▶ Reply
//! (untrusted)  (sniffed) (one of four outcomes)
//! ```
//!
//! An event must not be sent twice, and a gateway does not say so kindly: an error may come with status
//! 200, in HTML, or cut off. So "sent" needs a message id in a well-formed answer; "not sent" needs a status
//! that means a refusal; all else is "unknown", to be looked at before anything is sent again.
//!
//! The gateway's own file says where its ids and words stand.

mod answers;
mod body;
mod code;
mod http;
mod outcome;
mod retry;
mod words;

pub(crate) use answers::Answers;
pub use code::ReplyCode;
pub use http::HttpReply;
pub use outcome::{Failure, Reply, Retry};

use self::body::Body;
use crate::search;

impl Reply {
    /// Reads an answer by a gateway's facts; `now` is in Unix seconds.
    pub(crate) fn read(reply: &HttpReply<'_>, answers: &Answers, now: i64) -> Self {
        let body = Body::of(reply.body, answers);
        let message_id = body.message_id(answers);
        let is_success = (200..300).contains(&reply.status);
        let is_fault = body.is_fault() || message_id.is_none() && body.is_envelope();
        let has_id = is_success && message_id.is_some();
        if let Some(message_id) = message_id.filter(|_| is_success && !is_fault) {
            let is_queued = answers.is_queued || reply.status == 202 || body.is_pending();
            return if is_queued {
                Self::Accepted { message_id }
            } else {
                Self::Sent { message_id }
            };
        }
        // A body may tell a worse fault than the status does.
        let status = body
            .status()
            .filter(|inner| is_success || (400..500).contains(&reply.status) && *inner >= 500)
            .unwrap_or(reply.status);
        let words = body.words(answers);
        let lower = words.to_ascii_lowercase();
        let is_success = (200..300).contains(&status);
        let code = if is_success && !is_fault {
            ReplyCode::Unreadable
        } else {
            code(&body, &lower, answers, status)
        };
        let is_refused =
            if is_success { code.is_refusal() } else { is_refused(status, code, answers) };
        // Who gives an id with a refusal may have sent it.
        let is_not_sent = is_refused && !has_id;
        let retry = match code {
            _ if !is_not_sent => Retry::CheckFirst,
            ReplyCode::RateLimited | ReplyCode::Disconnected => Retry::After,
            _ => Retry::Never,
        };
        let is_limited = code == ReplyCode::RateLimited;
        let retry_after_seconds = match retry {
            Retry::Never => None,
            Retry::After | Retry::CheckFirst => retry::seconds(reply, is_limited, now),
        };
        let mut hints = answers.hints.iter();
        let hint =
            hints.find(|(parts, _)| contains_all(&lower, parts)).map_or("", |(_, hint)| hint);
        let message = message(&words, hint, reply.status);
        let failure = Failure { code, message, retry, retry_after_seconds };
        if is_not_sent { Self::NotSent(failure) } else { Self::Unknown(failure) }
    }
}

/// Why the event was not sent, or may not have been: by the gateway's code, by its words, or by the status.
fn code(body: &Body<'_>, words: &str, answers: &Answers, status: u16) -> ReplyCode {
    let default = match status {
        200..300 => ReplyCode::SendFailed,
        400..600 => ReplyCode::of_status(status),
        _ => return ReplyCode::Unreadable,
    };
    let fits = |code: ReplyCode| code.fits(status);
    let sign = || {
        let mut signs = answers.signs.iter();
        signs.find(|(parts, code)| fits(*code) && contains_all(words, parts)).map(|(_, code)| *code)
    };
    body.code(answers, fits).or_else(sign).unwrap_or(default)
}

fn contains_all(text: &str, parts: &[&str]) -> bool {
    parts.iter().all(|part| search::find(text, part).is_some())
}

/// Whether a status says for certain that nothing was sent. Of the server's faults only one does: a gateway
/// that says that it has no connection.
fn is_refused(status: u16, code: ReplyCode, answers: &Answers) -> bool {
    match status {
        // A timeout and a conflict come from servers that have begun.
        408 | 409 | 499 => false,
        400..=499 => true,
        503 => answers.refuses_with_503 && code == ReplyCode::Disconnected,
        _ => false,
    }
}

/// The gateway's words, and what they should also have said; the status where there are none.
fn message(text: &str, hint: &str, status: u16) -> String {
    let words = words::clean(text, words::MESSAGE_LENGTH.saturating_sub(hint.len()));
    if words.is_empty() {
        return ["HTTP ", &status.to_string()].concat();
    }
    [&words, hint].concat()
}

/// A number of digits alone. One function for all sizes weighs less than a parser for each.
fn number(digits: &str, radix: u32) -> Option<i64> {
    let add = |number: i64, digit: char| {
        number.checked_mul(i64::from(radix))?.checked_add(digit.to_digit(radix)?.into())
    };
    (!digits.is_empty()).then(|| digits.chars().try_fold(0, add)).flatten()
}
