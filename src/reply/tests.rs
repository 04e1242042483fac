//! Tests of replies with facts that no built-in gateway has.

use super::{Answers, HttpReply, Kind, Reply, ReplyCode, Secrets, Words};

fn read(status: u16, body: &str, answers: &Answers) -> Reply {
    let reply = HttpReply { status, headers: Vec::new(), body };
    Reply::read(&reply, answers, &Secrets::default(), 0)
}

/// The reason, if the event may have been sent.
fn unknown(reply: Reply) -> Option<ReplyCode> {
    match reply {
        Reply::Unknown(failure) => Some(failure.code),
        _ => None,
    }
}

/// The reason, if the event was not sent.
fn not_sent(reply: Reply) -> Option<ReplyCode> {
    match reply {
        Reply::NotSent(failure) => Some(failure.code),
        _ => None,
    }
}

/// The facts about a gateway with one code: the `error` of a refusal, and what it means.
fn with_code(word: &str, meaning: ReplyCode) -> Answers {
    Answers {
        envelopes: vec![vec![("error".to_owned(), Kind::Text)]],
        refusals: vec![409],
        codes: vec![(word.to_owned(), meaning)],
        ..Answers::default()
    }
}

#[test]
fn without_a_documented_success_only_a_denial_is_a_fault() {
    for (body, code) in [
        (r#"{"message":"It broke"}"#, ReplyCode::Unreadable),
        (r#"{"code":"oops"}"#, ReplyCode::Unreadable),
        (r#"{"code":"oops","message":"It broke"}"#, ReplyCode::SendFailed),
        (r#"{"success":false}"#, ReplyCode::SendFailed),
    ] {
        assert_eq!(unknown(read(200, body, &Answers::default())), Some(code), "{body}");
    }
}

#[test]
fn an_envelope_is_known_by_fields_of_any_name() {
    let answers =
        Answers { envelopes: vec![vec![("fault".to_owned(), Kind::Text)]], ..Answers::default() };
    let own = read(404, r#"{"fault":"x"}"#, &answers);
    assert_eq!(not_sent(own), Some(ReplyCode::SessionNotFound));
    let other = read(404, r#"{"cause":"x"}"#, &answers);
    assert_eq!(not_sent(other), Some(ReplyCode::GatewayUnreachable));
}

#[test]
fn words_about_sending_show_that_sending_had_begun() {
    let body = r#"{"message":"Bad Request","why":"It gave up"}"#;
    let meaning = |code| Answers {
        signs: vec![(Words::of("gave up".to_owned()), code)],
        ..Answers::default()
    };
    let refused = read(400, body, &meaning(ReplyCode::InvalidRequest));
    assert_eq!(not_sent(refused), Some(ReplyCode::InvalidRequest));
    assert!(unknown(read(400, body, &meaning(ReplyCode::SendFailed))).is_some());
}

#[test]
fn a_code_refuses_if_it_means_a_refusal() {
    for (status, word) in [(409, "slow"), (400, "event sent")] {
        let body = format!(r#"{{"error":"{word}"}}"#);
        let limited = read(status, &body, &with_code(word, ReplyCode::RateLimited));
        assert_eq!(not_sent(limited), Some(ReplyCode::RateLimited), "{word}");
        let odd = read(status, &body, &with_code(word, ReplyCode::Unreadable));
        assert!(unknown(odd).is_some(), "{word}");
    }
}
