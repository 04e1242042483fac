//! Whether a field that is not documented may report a fault.
//!
//! Gateways add fields: most describe the message, some say that it failed. So a field whose name is about faults must
//! say that there is none, a verdict must affirm, and no text may mention a fault.

use super::{
    cut::beginning,
    lists::Words,
    walk::{plain, word},
};
use crate::json::Json;

/// Parts of the names of fields about faults, in [`plain`] spelling, in English and Portuguese. `erro` is also in
/// `error`.
static FAULT_NAMES: Words = Words::new(
    "erro|fail|falh|reject|denied|refus|recus|invalid|exception|abort|undeliver|blocked|unsent|notsent|timedout|problem",
);

/// Parts of texts about faults, in lower case.
static FAULTS: Words = Words::new(
    "erro|fail|falh|reject|denied|refus|recus|invalid|exception|abort|forbid|unauthori|undeliver|unable|unavail|\
    unreach|cannot|wrong|timeout|timed out|expired|blocked|banned|bounced|dropped|problem|disconnect|negad|\
    unsent|not sent|not_sent|crash|fatal|missing|not found|not_found|conflict|interrupt|bad gateway|\
    bad request",
);

/// Names of fields with a verdict on whether the event was sent, in [`plain`] spelling.
static VERDICTS: Words = Words::new(
    "success|successful|ok|result|sent|status|state|outcome|code|statuscode|httpstatus|message|msg|reason|title|\
    detail|details|description|info|note|verdict|warning|warnings|cause|hint",
);

/// Those that must have a value, in [`plain`] spelling. If one of the others is empty, there is no code, no reason or
/// no warning.
static OUTCOMES: Words = Words::new(
    "success|successful|ok|result|sent|issent|wassent|delivered|accepted|status|state|outcome|verdict",
);

/// Beginnings of words with which a verdict affirms that the event was sent.
static DONE: Words =
    Words::new("sent|success|accept|deliver|creat|done|complet|true|enviad|sucesso");

/// Beginnings of words with which it affirms that the event waits. That an event does not wait is no fault.
static WAITS: Words = Words::new("queue|pending|process|schedul|fila");

/// Words that negate or limit what a verdict affirms.
static NEGATES: Words = Words::new(
    "not|no|never|t|non|cannot|could|would|should|will|but|however|yet|try|again|retry|without|nao|não|nunca|sem|\
    sin",
);

/// How much of a text is examined, in bytes.
const TEXT_LENGTH: usize = 4096;

/// Whether `value`, in a field called `name`, may report a fault. The values inside it are judged separately.
pub(super) fn may_report_fault(name: &str, value: Json<'_>) -> bool {
    let name = plain(name);
    if value.is_empty() {
        return false;
    }
    if names_fault(&name) {
        return !is_quiet(value);
    }
    let Some(word) = word(value) else { return false };
    let word = beginning(&word, TEXT_LENGTH);
    if value.integer().is_some_and(|digits| digits.starts_with('-')) {
        return true;
    }
    if VERDICTS.has(&name) {
        // Zero is no fault as a code, but it is one as a success.
        return !(affirms(word) || word == "0" && name.ends_with("code"));
    }
    if denies(value) && name_affirms(&name) {
        return true;
    }
    // The characters of an id are random.
    !name.ends_with("id") && speaks_of_fault(word)
}

/// Whether `value`, in a field called `name`, is a verdict without a value: null is neither yes nor no.
pub(super) fn is_silent(name: &str, value: Json<'_>) -> bool {
    value.is_empty() && OUTCOMES.has(&plain(name))
}

/// Whether a name in [`plain`] spelling affirms: `isSent`, `delivered`, `valid`.
fn name_affirms(name: &str) -> bool {
    let name =
        ["is", "was", "has"].iter().find_map(|start| name.strip_prefix(start)).unwrap_or(name);
    DONE.begin(name) || name.starts_with("valid")
}

/// Whether a name in [`plain`] spelling is about a fault: `errno`, `errorMessage`, `isFailed`, `faultstring`.
fn names_fault(name: &str) -> bool {
    FAULT_NAMES.are_in(name) || ["err", "fault"].iter().any(|start| name.starts_with(start))
}

fn speaks_of_fault(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    FAULTS.are_in(&text)
}

/// Whether the value of a field about faults says that there is none.
pub(super) fn is_quiet(value: Json<'_>) -> bool {
    value.is_empty() || is_one_of(value, &["false", "0", "none", "null"])
}

/// Whether a verdict says no. An empty value does not.
pub(super) fn denies(value: Json<'_>) -> bool {
    is_one_of(value, &["false", "0", "no"])
}

fn is_one_of(value: Json<'_>, words: &[&str]) -> bool {
    word(value).is_some_and(|word| words.iter().any(|one| word.trim().eq_ignore_ascii_case(one)))
}

/// Whether a verdict affirms: `true`, 1, a success status, or words that say that it went well and nothing else.
pub(super) fn affirms(word: &str) -> bool {
    let word = word.trim().to_ascii_lowercase();
    let is_status =
        word.len() == 3 && word.starts_with('2') && word.bytes().all(|byte| byte.is_ascii_digit());
    if word == "1" || is_status {
        return true;
    }
    let mut words =
        word.split(|character: char| character.is_ascii() && !character.is_ascii_alphabetic());
    let mut before = "";
    let negates = words.clone().any(|each| {
        // "Enviado no grupo": in Portuguese, "no" means "in the".
        let is_place = each == "no" && before.starts_with("enviad");
        before = each;
        NEGATES.has(each) && !is_place
    });
    let affirms =
        words.any(|each| ["ok", "ack"].contains(&each) || DONE.begin(each) || WAITS.begin(each));
    affirms && !negates && !speaks_of_fault(&word)
}
