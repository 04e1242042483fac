//! No secret and no phone number remains in a gateway's words, wherever the gateway puts it.
//!
//! Secrets of every shape are put into every place of every gateway's replies, plain and encoded. No four consecutive
//! characters may remain. The seed is fixed, so failures recur.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::format_collect,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

use proptest::{
    prelude::*,
    test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner},
};
use serde_json::{Value as Json, json};
use waevent::{
    Gateway, Time,
    reply::{HttpReply, Reply, Secrets},
};

/// The number of secrets in each test; their shapes take turns.
const SECRETS: u32 = 16;

/// The number of phone numbers, each in all spellings.
const NUMBERS: u32 = 2;

/// A piece of this many characters must not remain; it counts as the whole secret.
const PIECE: usize = 4;

/// What gateways say around a secret, whose place is marked by `@`. It contains no piece of a secret.
const SENTENCES: &[&str] = &[
    "@",
    "Invalid token '@'",
    "Invalid token \"@\".",
    "token @",
    "Token @ does not match the instance",
    "token: @",
    "Authorization: Bearer @",
    "Authorization: Basic @",
    "The access token is @!",
    "password=@&x=1",
    "The key `@` is unknown",
    "user @ is not allowed",
    "Cannot POST /instances/A1/token/@/send-event",
    "https://host.example/send?access_token=@&chatId=1",
    "{\"token\":\"@\",\"message\":\"no\"}",
    "[@]",
    "(@), try again",
    "<b>@</b>",
    "header token:@; status 401",
    "senha @ inválida",
];

/// The ways in which a reply contains words.
fn answers(words: &str) -> Vec<String> {
    let at = |status: u16, body: Json| (status, body.to_string());
    let escaped = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let numeric: String =
        words.chars().map(|character| format!("&#{};", u32::from(character))).collect();
    let all = [
        at(400, json!({ "message": words })),
        at(400, json!({ "error": words })),
        at(400, json!({ "error": { "message": words } })),
        at(400, json!({ "success": false, "code": words, "message": words })),
        at(401, json!({ "title": words, "status": 401 })),
        at(401, json!({ "details": words })),
        at(500, json!({ "exception": { "message": words, "details": words } })),
        at(400, json!({ "message": ["event.name should not be empty", words] })),
        at(400, json!({ "message": json!({ "message": words }).to_string() })),
        at(200, json!({ "wawp_upstream_error": words, "status": false })),
        (400, format!("<html><body><h1>{escaped}</h1></body></html>")),
        (
            400,
            format!("<?xml version=\"1.0\"?><error><message><![CDATA[{words}]]></message></error>"),
        ),
        (400, format!("<p>{numeric}</p>")),
        (502, words.to_owned()),
        (200, words.to_owned()),
        (400, json!({ "message": words }).to_string().trim_end_matches('}').to_owned()),
        // Where the message is cut, at 500 characters.
        at(400, json!({ "message": format!("{} {words}", "no ".repeat(163)) })),
    ];
    all.into_iter().map(|(status, body)| format!("{status} {body}")).collect()
}

/// The message of a gateway's reply.
fn message(gateway: &Gateway, answer: &str, secrets: &Secrets) -> String {
    let (status, body) = answer.split_once(' ').expect("a status");
    let reply = HttpReply { status: status.parse().expect("a status"), headers: Vec::new(), body };
    match gateway.read_reply(&reply, secrets, &Time::EPOCH) {
        Reply::NotSent(failure) | Reply::Unknown(failure) => failure.message,
        sent => format!("{sent:?}"),
    }
}

/// The messages of all replies with these words. The gateways take turns, so over all words each of them meets each
/// reply.
fn messages(words: &str, secrets: &Secrets) -> Vec<(String, String)> {
    let start = words.len();
    let gateways = Gateway::all().cycle().skip(start % Gateway::all().count());
    let read = |(answer, gateway): (String, &Gateway)| (message(gateway, &answer, secrets), answer);
    answers(words).into_iter().zip(gateways).map(read).collect()
}

/// The first piece of a secret that a message contains.
fn piece_in(message: &str, secret: &str) -> Option<String> {
    let message = message.replace("[removed]", "\0").to_lowercase();
    let secret: Vec<char> = secret.to_lowercase().chars().collect();
    let pieces = secret.windows(PIECE).map(|piece| piece.iter().collect::<String>());
    pieces.into_iter().find(|piece| message.contains(piece.as_str()))
}

fn assert_removed(words: &str, secret: &str, secrets: &Secrets) -> Result<(), TestCaseError> {
    for (message, answer) in messages(words, secrets) {
        let piece = piece_in(&message, secret);
        prop_assert!(piece.is_none(), "{piece:?} of {secret:?} is in {message:?}, from {answer}");
    }
    Ok(())
}

fn run<S: Strategy>(
    strategy: &S,
    cases: u32,
    test: impl Fn(S::Value) -> Result<(), TestCaseError>,
) {
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let run = TestRunner::new_with_rng(config, rng).run(strategy, test);
    run.unwrap_or_else(|error| panic!("{error}"));
}

/// Secrets that can be recognised by their look.
fn recognisable() -> impl Strategy<Value = String> {
    let has_all = |text: &String| {
        let has = |fits: fn(char) -> bool| text.chars().any(fits);
        has(|c| c.is_ascii_lowercase())
            && has(|c| c.is_ascii_uppercase())
            && has(|c| c.is_ascii_digit())
    };
    prop_oneof![
        "[0-9a-f]{32}",
        "[0-9A-F]{16,64}",
        "[A-Za-z0-9+/]{22,64}={0,2}",
        "[A-Za-z0-9_-]{22,64}",
        "eyJ[A-Za-z0-9_-]{20,40}\\.eyJ[A-Za-z0-9_-]{20,60}\\.[A-Za-z0-9_-]{43}",
        "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
        "sk_live_[A-Za-z0-9]{24}",
        "[A-Z]{2,5}[0-9]{3,6}[A-Z]{2,9}",
        "[!-~]{12,24}".prop_filter("like a password", has_all),
        "[A-Z][a-z]{3,6}[!#$%^*~@][A-Z][a-z]{3,6}[!#$%^*~@][0-9]{4}",
        "[a-z]{4,8}[0-9]{1,4}",
        "[a-z]{3}[0-9][a-z]{2}",
        "[a-z][A-Z][a-z][A-Z]{2}[a-z]{1,2}[A-Z][a-z]",
    ]
    .prop_filter("a word by chance", |secret| {
        !secret.chars().all(|c| c.is_ascii_lowercase() || c == '-')
            && !secret.chars().all(|c| c.is_ascii_uppercase())
    })
}

/// Any secret, including those that look like words.
fn any_secret() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => recognisable(),
        1 => "[a-z]{6,20}",
        1 => "[A-Za-z]{8,20}",
        1 => "[!-~][ -~]{6,30}[!-~]",
        1 => "[a-z]{4,7}( [a-z]{4,7}){2,4}",
        1 => "[<&>\"'\\\\/%+=]{2}[!-~]{6}",
        1 => "[!-~]{4,5}",
    ]
}

#[test]
fn text_that_looks_like_a_secret_is_removed() {
    run(&recognisable(), SECRETS, |secret| {
        SENTENCES.iter().try_for_each(|sentence| {
            // In an HTML document `<` is written as an entity, and JSON has its own escapes.
            assert_removed(&sentence.replace('@', &secret), &secret, &Secrets::default())
        })
    });
}

#[test]
fn secrets_given_by_the_caller_are_removed_in_every_encoding() {
    use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD, Engine as _};
    run(&any_secret(), SECRETS, |secret| {
        let secrets = Secrets::new([secret.as_str()]);
        for sentence in SENTENCES {
            assert_removed(&sentence.replace('@', &secret), &secret, &secrets)?;
        }
        let percent: String = secret.bytes().map(|byte| format!("%{byte:02x}")).collect();
        let form: String =
            percent_encoding::utf8_percent_encode(&secret, percent_encoding::NON_ALPHANUMERIC)
                .collect();
        let quoted = Json::from(secret.as_str()).to_string();
        let unicode: String =
            secret.chars().map(|character| format!("\\u{:04x}", u32::from(character))).collect();
        let html: String =
            secret.chars().map(|character| format!("&#x{:x};", u32::from(character))).collect();
        let spaced: String = secret.chars().flat_map(|character| [character, '\u{200b}']).collect();
        let hex: String = secret.bytes().map(|byte| format!("{byte:02X}")).collect();
        let mut forms = vec![
            secret.to_uppercase(),
            percent,
            form.replace("%20", "+"),
            form.to_lowercase(),
            quoted[1..quoted.len() - 1].to_owned(),
            unicode,
            html.replace('&', "&amp;"),
            html,
            spaced,
            hex,
        ];
        for user in ["", "u", "ab"] {
            forms.push(BASE64_STANDARD.encode(format!("{user}{secret}")));
            forms.push(BASE64_STANDARD.encode(format!("{user}{secret}xy")));
            forms.push(BASE64_URL_SAFE_NO_PAD.encode(format!("{user}{secret}")));
        }
        let gateway = Gateway::find("wawp").expect("a gateway");
        for form in forms {
            for sentence in ["@", "so @ it is", "x=@"] {
                for answer in [
                    json!({ "message": sentence.replace('@', &form) }).to_string(),
                    sentence.replace('@', &form),
                ] {
                    let message = &message(gateway, &format!("400 {answer}"), &secrets);
                    for part in [secret.as_str(), form.as_str()] {
                        let piece = piece_in(message, part);
                        prop_assert!(
                            piece.is_none(),
                            "{piece:?} of {secret:?} is in {message:?}, from {answer}"
                        );
                    }
                }
            }
        }
        Ok(())
    });
}

/// A number in every spelling that people, programs and gateways use.
fn spellings(digits: &[u8]) -> Vec<String> {
    let d = |from: usize, to: usize| String::from_utf8_lossy(&digits[from..to]).into_owned();
    let (country, area, nine, one, two) = (d(0, 2), d(2, 4), d(4, 5), d(5, 9), d(9, 13));
    let joined =
        |separator: &str| [country.as_str(), &area, &format!("{nine}{one}"), &two].join(separator);
    let all = d(0, 13);
    let script = |zero: u32| {
        all.bytes()
            .filter_map(|digit| char::from_u32(zero + u32::from(digit - b'0')))
            .collect::<String>()
    };
    let mut spellings: Vec<String> = [
        " ", "-", ".", "/", "_", ",", ", ", ":", "|", "\u{a0}", "\u{2011}", "\u{200b}", " - ",
        "\n", "<b></b>", "&nbsp;", "&#45;", "%20", " / ", "·",
    ]
    .iter()
    .map(|separator| joined(separator))
    .collect();
    spellings.extend([
        all.clone(),
        format!("+{all}"),
        format!("00{all}"),
        format!("+{country} ({area}) {nine}{one}-{two}"),
        format!("{country} {area} {nine} {one} {two}"),
        format!("({area}) {nine}{one}-{two}"),
        format!("{all}@s.whatsapp.net"),
        format!("{all}@c.us"),
        format!("true_{all}@c.us_3EB0C767D82A"),
        format!("{all}-1623281429@g.us"),
        format!("tel:+{all}"),
        format!("https://wa.me/{all}?text=hi"),
        format!("\"{all}\""),
        format!("phone={all}"),
        format!("%2B{all}"),
        all.chars().map(|digit| digit.to_string()).collect::<Vec<_>>().join(" "),
        all.chars().flat_map(|digit| [digit, '\u{fe0f}', '\u{20e3}']).collect(),
        all.bytes().map(|digit| format!("&#{digit};")).collect(),
        script(0x660),
        script(0x6f0),
        script(0x966),
        script(0xff10),
        script(0x1d7ce),
        script(0x2460),
    ]);
    spellings
}

#[test]
fn phone_numbers_are_removed_in_every_spelling() {
    run(&"[1-9][0-9]{12}", NUMBERS, |digits| {
        for spelling in spellings(digits.as_bytes()) {
            for sentence in [
                "@",
                "Invalid number: @",
                "to @, please",
                "The number \"@\" is not on WhatsApp",
                "{\"jid\":\"@\"}",
            ] {
                for (message, answer) in
                    messages(&sentence.replace('@', &spelling), &Secrets::default())
                {
                    let found = longest_run(&message.replace("[removed]", "x"));
                    prop_assert!(found < PIECE, "{found} digits in {message:?}, from {answer}");
                }
            }
        }
        Ok(())
    });
}

/// The most digits between two letters, except those of the gateway's own status.
fn longest_run(message: &str) -> usize {
    let is_end = |character: char| character.is_alphabetic();
    let message = message.replace("A1", "");
    message
        .split(is_end)
        .map(|part| part.chars().filter(|character| character.is_numeric()).count())
        .max()
        .unwrap_or(0)
}
