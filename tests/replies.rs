//! Laws of replies, over random replies: whatever a gateway says, an event that may have left is never sent again.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[allow(dead_code, reason = "tests/cases.rs uses the rest")]
mod common;

use proptest::{prelude::*, sample::select, test_runner::RngSeed};
use serde_json::{Value as Json, json};
use waevent::{
    Gateway, HttpReply, Reply,
    reply::{ReplyCode, Retry, Secrets},
};

/// The places where gateways put a message's id, each as a body with the id in that place.
const IDS: &[fn(Json) -> Json] = &[
    |id| json!({ "messageId": id }),
    |id| json!({ "message_id": id }),
    |id| json!({ "id": id }),
    |id| json!({ "id": { "fromMe": true, "_serialized": id } }),
    |id| json!({ "_data": { "id": { "_serialized": id } } }),
    |id| json!({ "zaapId": "x1", "messageId": id, "id": id }),
    |id| json!({ "data": { "messageId": id } }),
    |id| json!({ "success": true, "status": "sent", "data": { "messageId": id } }),
    |id| json!({ "key": { "id": id } }),
    |id| json!({ "result": [{ "message": { "key": { "id": id } } }] }),
];

/// What programs say when a request was under way.
const TIMEOUTS: &[&str] = &[
    "timeout of 30000ms exceeded",
    "Request timed out",
    "connect ETIMEDOUT",
    "read ECONNRESET",
    "socket hang up",
    "Connection reset by peer",
    "Connection lost",
    "cURL error 28: Operation timed out after 30001 milliseconds",
    "context deadline exceeded",
    "4 DEADLINE_EXCEEDED",
];

/// How gateways wrap words, and words of refusals that contain neither an id nor a timeout.
const WRAPS: &[fn(Json) -> Json] = &[
    |words| json!({ "message": words }),
    |words| json!({ "error": { "message": words } }),
    |words| json!({ "error": words }),
    |words| json!({ "statusCode": 400, "message": [words], "error": "Bad Request" }),
    |words| json!({ "code": "x", "message": "Bad Request", "data": { "reason": words } }),
    |words| json!({ "exception": { "details": words } }),
];
const REFUSALS: &[&str] =
    &["Bad Request", "Number is required", "Session not found", "Rate limit exceeded"];

/// The places where the status of a server behind the gateway occurs.
const STATUSES: &[fn(u16) -> Json] = &[
    |status| json!({ "statusCode": status }),
    |status| json!({ "status": status.to_string(), "message": "x" }),
    |status| json!({ "code": "x", "message": "x", "data": { "status": status } }),
    |status| json!({ "error": { "code": status } }),
    |status| json!({ "message": "x", "cause": { "response": { "status": status } } }),
];

fn read(gateway: &Gateway, status: u16, body: &str) -> Reply {
    let clock = common::clock();
    let reply = HttpReply { status, headers: Vec::new(), body };
    gateway.read_reply(&reply, &Secrets::default(), &clock)
}

fn gateways() -> impl Strategy<Value = &'static Gateway> {
    select(Gateway::all().collect::<Vec<_>>())
}

/// Statuses that mean that the server did not begin: only these may count as not sent.
const fn refuses(status: u16) -> bool {
    matches!(status, 400..=407 | 410..=423 | 425..=498 | 501)
}

fn is_unknown(reply: &Reply) -> bool {
    matches!(reply, Reply::Unknown(failure) if failure.retry == Retry::CheckFirst)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, rng_seed: RngSeed::Fixed(20_261_129), ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn a_failure_that_contains_a_message_id_is_unknown(
        gateway in gateways(),
        status in 100_u16..=599,
        body in select(IDS),
        id in "(3EB0[0-9A-F]{8}|true_[0-9]{8,13}@c\\.us_3EB0[0-9A-F]{8})",
        words in select(REFUSALS),
    ) {
        let mut body = body(json!(id));
        if let Some(fields) = body.as_object_mut() {
            fields.insert("error".to_owned(), json!(words));
        }
        prop_assert!(is_unknown(&read(gateway, status, &body.to_string())), "{status} {body}");
        // When cut off, it is not JSON any more.
        let text = body.to_string();
        let cut = text.get(..text.len() - 2).unwrap_or_default();
        if status >= 300 && !body["messageId"].is_null() {
            prop_assert!(is_unknown(&read(gateway, status, cut)), "{status} {cut}");
        }
    }

    #[test]
    fn a_timeout_is_unknown_whatever_the_status(
        gateway in gateways(),
        status in 100_u16..=599,
        wrap in select(WRAPS),
        words in select(TIMEOUTS),
        before in select(REFUSALS),
    ) {
        for words in [words.to_owned(), words.to_uppercase(), format!("{before}: {words}")] {
            let body = wrap(json!(words)).to_string();
            prop_assert!(is_unknown(&read(gateway, status, &body)), "{status} {body}");
            prop_assert!(is_unknown(&read(gateway, status, &words)), "{status} {words}");
            let page = format!("<html><h1>{before}</h1><p>{words}</p></html>");
            prop_assert!(is_unknown(&read(gateway, status, &page)), "{status} {page}");
        }
    }

    #[test]
    fn a_reply_means_not_sent_only_if_every_status_in_it_refuses(
        gateway in gateways(),
        outer in 100_u16..=599,
        inner in 400_u16..=599,
        wrap in select(STATUSES),
    ) {
        let body = wrap(inner).to_string();
        if let Reply::NotSent(failure) = read(gateway, outer, &body) {
            prop_assert!(refuses(outer) || (200..300).contains(&outer), "{outer} {body}");
            prop_assert!(refuses(inner), "{outer} {body}");
            let passes = [ReplyCode::RateLimited, ReplyCode::Disconnected, ReplyCode::GatewayUnreachable];
            prop_assert_eq!(failure.retry == Retry::After, passes.contains(&failure.code));
        }
    }

    #[test]
    fn without_a_message_id_a_reply_never_means_sent(gateway in gateways(), status in 100_u16..=599, body in "[ -~]{0,60}") {
        let reply = read(gateway, status, &body);
        prop_assert!(matches!(reply, Reply::Unknown(_) | Reply::NotSent(_)), "{status} {body}");
        if let Reply::NotSent(_) = reply {
            prop_assert!(refuses(status), "{status} {body}");
        }
    }
}

/// An empty body is judged by the status alone: a refusal means not sent, and anything else is unknown.
#[test]
fn a_reply_without_a_body_is_judged_by_its_status() {
    for gateway in Gateway::all() {
        for status in 0..=999 {
            let is_not_sent = matches!(read(gateway, status, ""), Reply::NotSent(_));
            assert_eq!(is_not_sent, refuses(status), "{status}");
        }
    }
}

/// At most ten thousand values are read, and the rest may say anything. Numbers are not texts, so the limit on texts
/// does not apply.
#[test]
fn a_refusal_too_large_to_read_is_unknown() {
    let body = |values: usize| {
        json!({ "message": "Bad Request", "more": vec![1_000_000_000; values] }).to_string()
    };
    for gateway in Gateway::all() {
        assert!(matches!(read(gateway, 400, &body(9_998)), Reply::NotSent(_)));
        assert!(is_unknown(&read(gateway, 400, &body(9_999))));
    }
}

/// The same holds for a success, which may be contradicted at its end.
#[test]
fn a_success_too_large_to_read_is_unknown() {
    let body = |values: usize| {
        json!({ "zaapId": "x1", "messageId": "3EB0AA", "id": "3EB0AA", "more": vec![(); values] })
            .to_string()
    };
    let gateway = Gateway::find("zapi").expect("a gateway");
    assert!(matches!(read(gateway, 200, &body(9_996)), Reply::Accepted { .. }));
    assert!(is_unknown(&read(gateway, 200, &body(9_997))));
}

/// The same holds for more than 64 KiB of texts, wherever they are.
#[test]
fn a_timeout_after_any_amount_of_text_is_unknown() {
    for length in [1_000, 16_384, 65_530, 70_000, 1_100_000] {
        let before = "no ".repeat(length / 3);
        for body in [
            json!({ "message": format!("{before} timed out") }).to_string(),
            json!({ "message": "Bad Request", "trace": [before.clone(), "timed out"] }).to_string(),
            format!("{before} timed out"),
            format!("<p>{before}</p> timed out"),
            format!("<style>{before}</style> timed out"),
            format!("<script>{before} timed out"),
        ] {
            for gateway in Gateway::all() {
                assert!(is_unknown(&read(gateway, 400, &body)), "{length}");
            }
        }
    }
}
