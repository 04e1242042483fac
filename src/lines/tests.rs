//! What is answered to which line.
#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use serde_json::{Value, json};

use super::{Counts, Lines};
use crate::{
    gateway::Builder,
    input::{OptionsInput, TargetInput},
    time::Time,
};

const GOOD: &str = r#"{"to":"120363312345678901@g.us","name":"Stand-up \"now\"","start":"2027-09-10T09:00:00-03:00"}"#;

fn builder() -> Builder {
    let target = json!({ "gateway": "ryzeapi", "instance": "sales" }).to_string();
    let target: TargetInput<'_> = serde_json::from_str(&target).unwrap();
    let clock = Time::from_epoch_seconds(1_767_225_600).unwrap();
    Builder::parse(&target, &OptionsInput::default(), clock).unwrap().value
}

/// The answers to `input`, handed over in pieces of `size` bytes, and the counts.
fn answers(input: &[u8], size: usize) -> (Vec<Value>, Counts) {
    let builder = builder();
    let mut lines = Lines::new(&builder);
    let mut out = String::new();
    for piece in input.chunks(size) {
        lines.push(&builder, piece, &mut out);
    }
    lines.finish(&builder, &mut out);
    assert!(out.is_empty() || out.ends_with('\n'));
    (out.lines().map(|line| serde_json::from_str(line).unwrap()).collect(), lines.counts())
}

#[test]
fn a_good_line_is_answered_with_its_request() {
    let (answers, counts) = answers(GOOD.as_bytes(), 1000);
    let builder = builder();
    let event = serde_json::from_str(GOOD).unwrap();
    let built = builder.build(&event).unwrap().value;
    let expected = json!({
        "line": 1,
        "ok": true,
        "request": built.request,
        "fingerprint": built.fingerprint(),
        "warnings": [],
    });
    assert_eq!(answers, [expected]);
    assert_eq!(counts, Counts { lines: 1, built: 1, refused: 0 });
}

#[test]
fn faults_are_told_by_line_wherever_the_pieces_end() {
    let text = [
        "\u{feff}",
        GOOD,
        "\r\n",
        "  \n",
        r#"{"name":"x","start":1,"strat":2}"#,
        "\n",
        "no\n",
        "[]\n",
        GOOD,
    ]
    .concat();
    for size in [1, 2, 3, 7, 64, 100_000] {
        let (answers, counts) = answers(text.as_bytes(), size);
        let told: Vec<(u64, Vec<&str>)> = answers
            .iter()
            .map(|answer| {
                let issues = answer["issues"].as_array().into_iter().flatten();
                let codes = issues.map(|issue| issue["code"].as_str().unwrap()).collect();
                (answer["line"].as_u64().unwrap(), codes)
            })
            .collect();
        let expected = [
            (1, vec![]),
            (3, vec!["required", "time_unit_suspect"]),
            (4, vec!["wrong_type"]),
            (5, vec!["wrong_type"]),
            (6, vec![]),
        ];
        assert_eq!(told, expected, "in pieces of {size}");
        assert_eq!(answers[1]["warnings"][0]["code"], "unknown_field");
        assert_eq!(answers[2]["issues"][0]["params"]["found"], "text that is not JSON");
        assert_eq!(answers[3]["issues"][0]["params"]["found"], "array");
        assert_eq!(counts, Counts { lines: 6, built: 2, refused: 3 });
    }
}

#[test]
fn bytes_that_are_no_utf_8_are_replaced() {
    let text = [&GOOD.as_bytes()[..45], b"\xff", &GOOD.as_bytes()[45..]].concat();
    let (answers, _) = answers(&text, 1000);
    let body: Value =
        serde_json::from_str(answers[0]["request"]["body"].as_str().unwrap()).unwrap();
    assert!(body["name"].as_str().unwrap().contains('\u{fffd}'), "{body}");
}

#[test]
fn a_line_beyond_the_limit_is_refused_and_the_next_is_read() {
    let text = ["{\"name\":\"", &"x".repeat(1 << 20), "\"}\n", GOOD].concat();
    let (answers, counts) = answers(text.as_bytes(), 65_536);
    assert_eq!(answers[0]["issues"][0]["params"]["found"], "a line of more than 1 MiB");
    assert_eq!(answers[1]["ok"], true);
    assert_eq!(counts, Counts { lines: 2, built: 1, refused: 1 });
}
