//! Finds what shows that the event may have been sent, whatever else the reply says.
//!
//! A refusal is believed only if it mentions no created message, no status with which no server refuses, and no request
//! that was under way. The whole body is searched, because gateways wrap the replies of others in their own.

use super::{
    LOOKED_AT,
    answers::Answers,
    body::Body,
    lists::Words,
    marks::affirms,
    markup::visible,
    success::is_long_id,
    walk::{MOST_VALUES, Path, plain, walk, word},
};
use crate::{digits::decimal, json::Json};

/// The fewest characters of an id that is recognised by its form.
const LEAST_BARE_ID: usize = 12;

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Trace {
    /// Whether it has a message's id: a gateway that gives one may have sent the message.
    pub(super) has_message_id: bool,
    /// Whether it mentions a request that was under way.
    pub(super) has_begun: bool,
    /// Whether it mentions an event that was accepted or sent, or is too large to be examined, so that it may say
    /// anything.
    pub(super) is_taken: bool,
    /// How many values were examined, and how many bytes of texts.
    values: usize,
    looked: usize,
    /// Statuses in the body, from 200 to 599.
    pub(super) statuses: Vec<u16>,
}

/// Ends of the names of fields with a message's id, or with its id in a queue, in [`plain`] spelling. One gateway has a
/// name of its own for the id in its queue.
static MESSAGE_IDS: Words = Words::new(
    "messageid|messageids|msgid|wamid|stanzaid|keyid|serialized|zaapid|messageuid|whatsappid|idmessage|eventid|queueid|\
    jobid",
);

/// Beginnings of the names of fields with the id of an earlier message, in [`plain`] spelling.
static EARLIER: Words = Words::new("quoted|reply|reference");

/// Objects whose `id` is not that of a message, in [`plain`] spelling.
static OTHERS: Words = Words::new(
    "instance|instancedata|session|account|user|contact|client|server|error|errors|exception|device|me|chat|\
    sender|recipient|plan|subscription",
);

/// Fields that repeat the request, in [`plain`] spelling: the quoted message has an id too.
static ECHOES: Words =
    Words::new("request|config|headers|replyto|quotedmsg|quotedmessage|quoted|contextinfo");

/// Fields that say whether an event was accepted, in [`plain`] spelling.
static CLAIMS: Words = Words::new(
    "success|ok|result|sent|issent|wassent|messagesent|eventsent|status|messagestatus|eventstatus|sendstatus|deliverystatus|\
    state|outcome|code|queued|isqueued|accepted|delivered|scheduled",
);

/// Fields with messages for people, in [`plain`] spelling. Such a message only counts if it is a single word.
static SPOKEN: Words = Words::new("message|msg|title|detail|details|description|info|data");

/// Fields with a status, besides those whose names end with `status` or `code`.
static STATUS_NAMES: Words = Words::new("error|err|errno|http|response|upstream");

/// Words before a status.
static STATUS_WORDS: Words =
    Words::new("error|returned|returns|received|responded|response|replied|got|retornou|respondeu");

/// Words before `with` and a status.
static BEFORE_WITH: Words =
    Words::new("responded|replied|answered|returned|failed|rejected|closed");

/// Words before other codes: the calling code of Guatemala is 502.
static PLACES: Words = Words::new("country|calling|dial|area|zip|postal|phone");

/// Words of programs whose request was under way when something failed, in English, Portuguese and Spanish, in lower
/// case. A refused connection is among them, because nothing says whose it was.
static BEGUN: Words = Words::new(
    "timeout|timed out|time out|timedout|time-out|timed-out|too long to|took too long|deadline|econn|epipe|enotfound|getaddrinfo|ehostunreach|enetunreach|socket|\
    connection re|connection lost|connection was|connection closed|connection abort|connection fail|\
    connection terminated|lost connection|broken pipe|hang up|hung up|curl error|no response|empty reply|\
    did not respond|not responding|failed to respond|no answer|upstream|bad gateway|unavailable|\
    server error|server returned error|internal error|code = internal|13 internal|network error|fetch failed|unreachable|\
    aborted|request cancel|call cancel|context cancel|err_cancel|protocol error|target closed|session closed|page has been closed|\
    evaluation failed|execution context|detached|stream closed|stream error|stream reset|rst_stream|goaway|other side closed|\
    failed to send|failed sending|send failed|sending failed|error sending|error while sending|unable to send|\
    falha ao enviar|falha no envio|erro ao enviar|error al enviar|fallo al enviar|erro no servidor|erro do servidor|\
    error del servidor|error interno|tempo limite|tempo esgotado|tempo de espera|tempo excedido|tiempo de espera|tiempo agotado|\
    sem resposta|conexão perdida|conexão encerrada|erro interno",
);

/// Words about an event that was accepted or sent, in the same languages, in lower case.
static TAKEN: Words = Words::new(
    "already sent|already processed|already queued|already delivered|been sent|was sent|event sent|message sent|\
    sent successfully|successfully sent|was queued|been queued|is queued|queued for|event queued|message queued|\
    request queued|enqueued|in the queue|event created|event accepted|event scheduled|message accepted|request accepted|\
    been accepted|was accepted|been delivered|was delivered|message delivered|event delivered|duplicate|foi enviad|\
    já enviad|enviado com sucesso|enviada com sucesso|fue enviad|ya enviad|na fila|en cola",
);

impl Trace {
    pub(super) fn of(body: &Body<'_>, answers: &Answers) -> Self {
        let mut trace = Self::default();
        match body {
            Body::Object(json, _) | Body::List(json) => {
                walk(*json, &mut |path, value| trace.note(path, value, answers));
            }
            Body::Markup(text) => {
                trace.note_text(&visible(text), answers);
                // A script may contain what the page shows.
                trace.has_message_id |= gives_id(text);
            }
            Body::Text(text) => trace.note_text(text, answers),
        }
        trace
    }

    fn note(&mut self, path: Path<'_, '_>, value: Json<'_>, answers: &Answers) -> bool {
        self.values = self.values.saturating_add(1);
        if self.values > MOST_VALUES {
            self.is_taken = true;
            return false;
        }
        let Some((name, outer)) = path.split_last() else { return true };
        let spelled: &str = name;
        let name = plain(name);
        if ECHOES.has(&name) {
            return false;
        }
        let Some(word) = word(value) else { return true };
        let outer = outer.last().map(|name| plain(name)).unwrap_or_default();
        let is_text = value.is_text();
        if names_id(&name) || ["id", "ids"].contains(&name.as_str()) && !OTHERS.has(&outer) {
            self.has_message_id |= is_id(&word);
        }
        let is_status =
            name.ends_with("status") || name.ends_with("code") || STATUS_NAMES.has(&name);
        let status = if is_status && !PLACES.begin(&name) { status_of(&word) } else { None };
        self.note_status(status);
        // A status is judged separately, and a code may be any number.
        let is_claim = CLAIMS.has(&name) && status.is_none() && (name != "code" || word.len() > 1)
            || SPOKEN.has(&name) && !word.trim().bytes().any(|byte| byte == b' ');
        self.is_taken |= is_claim && affirms(&word);
        // A gateway may use its error code as the name of a field.
        self.has_begun |= !value.is_empty() && is_of_sending(spelled, answers);
        if is_text {
            self.has_begun |= is_of_sending(&word, answers);
            // The code of a refusal may contain one of the words by chance, such as `duplicate`.
            if !is_of_refusal(&word, answers) {
                self.note_text(&word, answers);
            }
        }
        true
    }

    fn note_text(&mut self, text: &str, answers: &Answers) {
        self.has_message_id |= is_long_id(text.trim()) || is_bare_id(text.trim()) || gives_id(text);
        self.looked = self.looked.saturating_add(text.len());
        if self.looked > LOOKED_AT {
            self.is_taken = true;
            return;
        }
        let lower = text.to_ascii_lowercase();
        self.is_taken |= TAKEN.are_in(&lower);
        self.has_begun |= BEGUN.are_in(&lower)
            || answers
                .signs
                .iter()
                .any(|(words, code)| code.is_of_sending() && words.are_in(&lower));
        // "Request failed with status code 504".
        let words = lower
            .split(|character: char| !character.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty());
        let mut before = ["", ""];
        for word in words {
            let [place, name] = before;
            let is_status = ["code", "status", "http"].iter().any(|end| name.ends_with(end))
                || STATUS_WORDS.has(name)
                || name == "with" && BEFORE_WITH.has(place);
            if is_status && !PLACES.begin(place) {
                self.note_status(status_of(word));
            }
            before = [name, word];
        }
    }

    fn note_status(&mut self, status: Option<u16>) {
        self.statuses.extend(status.filter(|status| matches!(status, 200..600)));
    }
}

/// A word of three digits as a status.
fn status_of(word: &str) -> Option<u16> {
    decimal(word.trim()).filter(|_| word.trim().len() == 3)
}

/// Whether a word is a code of the gateway about what happened after the request was accepted.
fn is_of_sending(word: &str, answers: &Answers) -> bool {
    answers.codes.iter().any(|(code, meaning)| *code == word && meaning.is_of_sending())
}

/// Whether a word is a code of the gateway about a request that was refused.
fn is_of_refusal(word: &str, answers: &Answers) -> bool {
    answers.codes.iter().any(|(code, meaning)| *code == word && meaning.is_refusal())
}

/// Whether a name, in [`plain`] spelling, is that of a field with a message's id.
pub(super) fn names_id(name: &str) -> bool {
    MESSAGE_IDS.each().any(|end| name.ends_with(end)) && !EARLIER.begin(name)
}

/// Whether a text is a message's id as programs generate it: `3EB0` and more hexadecimal digits.
fn is_bare_id(text: &str) -> bool {
    text.len() >= LEAST_BARE_ID
        && text.starts_with("3EB0")
        && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether a word is an id, and not a sentence about one.
fn is_id(word: &str) -> bool {
    let word = word.trim();
    !word.is_empty()
        && word != "0"
        && !["true", "false", "null"].contains(&word)
        && !word.bytes().any(|byte| byte.is_ascii_whitespace())
}

/// Names of a message's id in texts that are not JSON, or that contain JSON.
const NAMES: &[&str] = &[
    "messageid",
    "message_id",
    "msgid",
    "msg_id",
    "message id",
    "message-id",
    "_serialized",
    "zaapid",
    "wamid",
    "\"id",
    "<id",
];

/// Whether a text that is not JSON, or that contains JSON, gives a message's id: `"messageId":"3EB0…` that was cut off,
/// an element `<id>`, or an id of the account's own messages in WhatsApp's long form. The text is read only once,
/// because it may be long.
fn gives_id(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().any(|(at, byte)| {
        let is = |fits: fn(&[u8], &[u8]) -> bool| {
            bytes.split_at_checked(at).is_some_and(|(before, behind)| fits(before, behind))
        };
        match byte {
            b':' | b'=' | b'>' => is(|before, behind| is_name(before) && is_value(behind)),
            b'@' => is(is_own_id),
            _ => false,
        }
    })
}

fn is_name(before: &[u8]) -> bool {
    let end =
        before.iter().rposition(|byte| !is_quote(*byte)).map_or(0, |last| last.saturating_add(1));
    let name = before.get(..end).unwrap_or_default();
    NAMES.iter().any(|known| {
        let start = end.checked_sub(known.len()).and_then(|start| name.get(start..));
        start.is_some_and(|name| name.eq_ignore_ascii_case(known.as_bytes()))
    })
}

/// Whether a value follows the character after a name.
fn is_value(behind: &[u8]) -> bool {
    let start =
        behind.iter().skip(1).position(|byte| !is_quote(*byte)).map(|at| at.saturating_add(1));
    let value = start.and_then(|start| behind.get(start..)).unwrap_or_default();
    value.first().is_some_and(u8::is_ascii_alphanumeric) && !value.starts_with(b"null")
}

const fn is_quote(byte: u8) -> bool {
    matches!(byte, b'\\' | b'"' | b'\'' | b' ')
}

/// Whether `true_5511999999999` precedes an at sign, and a server and the bare id follow it.
fn is_own_id(before: &[u8], behind: &[u8]) -> bool {
    let is_of_user = |byte: &u8| byte.is_ascii_digit() || b"-:.".contains(byte);
    let user = before.iter().rev().take_while(|byte| is_of_user(byte)).count();
    let start = before.get(..before.len().saturating_sub(user)).unwrap_or_default();
    let mut server =
        behind.iter().skip(1).skip_while(|byte| byte.is_ascii_alphabetic() || **byte == b'.');
    user > 0 && start.ends_with(b"true_") && server.next() == Some(&b'_')
}
