//! The results of lines.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use serde_json::{Map, Value, json};

use super::{Counts, Lines};
use crate::{
    gateway::{Builder, Field, Gateway},
    input::{OptionsInput, TargetInput},
    time::Time,
};

const GOOD: &str = r#"{"to":"120363312345678901@g.us","name":"Stand-up \"now\"","start":"2027-09-10T09:00:00-03:00"}"#;

fn builder() -> Builder {
    builder_for(Gateway::all().next().unwrap()).unwrap()
}

/// A builder for a gateway whose target accepts any word.
fn builder_for(gateway: &Gateway) -> Option<Builder> {
    let mut target = Map::from_iter([("gateway".to_owned(), gateway.id().into())]);
    let fields = gateway.page().target.iter();
    target.extend(fields.map(|field| (field.name.clone(), "sales".into())));
    target.insert("baseUrl".to_owned(), "https://example.com".into());
    let target = Value::from(target).to_string();
    let target: TargetInput<'_> = serde_json::from_str(&target).unwrap();
    let clock = Time::from_epoch_seconds(1_767_225_600).unwrap();
    Some(Builder::parse(&target, &OptionsInput::default(), clock).ok()?.value)
}

/// The results for `input`, passed in pieces of `size` bytes, and the counts.
fn results(input: &[u8], size: usize) -> (Vec<Value>, Counts) {
    let builder = builder();
    let mut lines = Lines::default();
    let mut out = String::new();
    for piece in input.chunks(size) {
        lines.push(&builder, piece, &mut out);
    }
    lines.finish(&builder, &mut out);
    assert!(out.is_empty() || out.ends_with('\n'));
    (out.lines().map(|line| serde_json::from_str(line).unwrap()).collect(), lines.counts())
}

#[test]
fn a_valid_line_becomes_its_request() {
    let (results, counts) = results(GOOD.as_bytes(), 1000);
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
    assert_eq!(results, [expected]);
    assert_eq!(counts, Counts { lines: 1, built: 1, refused: 0 });
}

#[test]
fn a_line_becomes_the_same_bytes_as_a_build() {
    let line = GOOD.replace("120363312345678901@g.us", "+5511999999999");
    let event = serde_json::from_str(&line).unwrap();
    let mut keys = 0;
    for builder in Gateway::all().filter_map(builder_for) {
        let Ok(built) = builder.build(&event) else { continue };
        let request = serde_json::to_string(&built.value.request).unwrap();
        let mut lines = Lines::default();
        let mut out = String::new();
        lines.push(&builder, line.as_bytes(), &mut out);
        lines.finish(&builder, &mut out);
        let start = [r#"{"line":1,"ok":true,"request":"#, &request, r#","fingerprint":""#].concat();
        assert!(out.starts_with(&start), "{out}");
        keys += usize::from(builder.endpoint.key_header().is_some());
    }
    assert!(keys > 0, "no gateway has a header for the fingerprint");
}

#[test]
fn a_faulty_line_gets_its_issues() {
    let line = r#"{"to":"120363312345678901@g.us","name":"x","strat":2}"#;
    let (results, _) = results(line.as_bytes(), 1000);
    let expected = json!({
        "line": 1,
        "ok": false,
        "issues": [{ "code": "required", "path": ["start"], "message": "Say when the event starts." }],
        "warnings": [{
            "code": "unknown_field",
            "path": ["strat"],
            "params": { "suggestion": "start" },
            "message": "No field is called \"strat\", so it was ignored; did you mean \"start\"?",
        }],
    });
    assert_eq!(results, [expected]);
}

#[test]
fn what_the_gateway_cannot_carry_is_refused() {
    let cannot_cancel =
        Gateway::all().filter(|gateway| !gateway.facts().fields.contains(&Field::Canceled));
    let good = serde_json::from_str(GOOD).unwrap();
    let mut builders = cannot_cancel.filter_map(builder_for);
    let builder = builders.find(|builder| builder.build(&good).is_ok()).unwrap();
    let mut event: Value = serde_json::from_str(GOOD).unwrap();
    event["location"] = "Room A".into();
    for (canceled, ok) in [(false, true), (true, false)] {
        event["canceled"] = canceled.into();
        let (mut lines, mut out) = (Lines::default(), String::new());
        lines.push(&builder, event.to_string().as_bytes(), &mut out);
        lines.finish(&builder, &mut out);
        let result: Value = serde_json::from_str(&out).unwrap();
        assert_eq!(result["ok"], ok);
        assert_eq!(lines.counts(), Counts { lines: 1, built: ok.into(), refused: (!ok).into() });
    }
}

#[test]
fn faults_are_reported_by_line_wherever_the_pieces_end() {
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
        let (results, counts) = results(text.as_bytes(), size);
        let outcomes: Vec<(u64, Vec<&str>)> = results
            .iter()
            .map(|result| {
                let issues = result["issues"].as_array().into_iter().flatten();
                let codes = issues.map(|issue| issue["code"].as_str().unwrap()).collect();
                (result["line"].as_u64().unwrap(), codes)
            })
            .collect();
        let expected = [
            (1, vec![]),
            (3, vec!["required", "time_unit_suspect"]),
            (4, vec!["wrong_type"]),
            (5, vec!["wrong_type"]),
            (6, vec![]),
        ];
        assert_eq!(outcomes, expected, "in pieces of {size}");
        assert_eq!(results[1]["warnings"][0]["code"], "unknown_field");
        assert_eq!(results[2]["issues"][0]["params"]["found"], "text that is not JSON");
        assert_eq!(results[3]["issues"][0]["params"]["found"], "array");
        assert_eq!(counts, Counts { lines: 6, built: 2, refused: 3 });
    }
}

/// The lines of the output: their numbers, and `ok` or the code of the first issue followed by its fact.
fn outcomes(text: &[u8], size: usize) -> Vec<(u64, String)> {
    let (results, counts) = results(text, size);
    assert_eq!(counts.built + counts.refused, results.len());
    let outcomes = results.iter().map(|result| {
        let issue = &result["issues"][0];
        let facts = [&issue["params"]["byte"], &issue["params"]["found"]];
        let fact = facts.into_iter().find(|fact| !fact.is_null()).map(ToString::to_string);
        let code = issue["code"].as_str().unwrap_or("ok").to_owned();
        (result["line"].as_u64().unwrap(), [code, fact.unwrap_or_default()].concat())
    });
    outcomes.collect()
}

#[test]
fn bytes_that_are_not_utf_8_are_refused_by_line_with_their_place() {
    let latin = [br#"{"name":"Jo"#, &b"\xe3"[..], br#"o"}"#].concat();
    let cut = [br#"{"name":""#, &b"\xf0\x9f"[..], br#""}"#].concat();
    let lone = [br#"{"name":""#, &b"\xed\xa0\x80"[..], br#""}"#].concat();
    let good = GOOD.as_bytes();
    let text = [good, b"\n", &latin, b"\n", &cut, b"\r\n", &lone, b"\n\xff\n", good].concat();
    for size in [1, 7, 10_000] {
        let expected = [
            (1, "ok".to_owned()),
            // The place of the byte that cannot be read: `{"name":"Jo` has eleven.
            (2, "not_utf812".to_owned()),
            (3, "not_utf810".to_owned()),
            (4, "not_utf810".to_owned()),
            (5, "not_utf81".to_owned()),
            (6, "ok".to_owned()),
        ];
        assert_eq!(outcomes(&text, size), expected, "in pieces of {size}");
    }
}

fn utf_16(text: &str, mark: &[u8], is_big: bool) -> Vec<u8> {
    let bytes = |unit: u16| if is_big { unit.to_be_bytes() } else { unit.to_le_bytes() };
    mark.iter().copied().chain(text.encode_utf16().flat_map(bytes)).collect()
}

#[test]
fn a_file_of_another_form_is_reported_once_and_not_built() {
    let many = [GOOD, "\n", GOOD, "\n"].concat();
    let event: Value = serde_json::from_str(GOOD).unwrap();
    let list = serde_json::to_string_pretty(&[&event, &event]).unwrap();
    let one = serde_json::to_string_pretty(&event).unwrap();
    for (text, line, found) in [
        (utf_16(&many, b"\xff\xfe", false), 1, "utf_16"),
        (utf_16(&many, b"\xfe\xff", true), 1, "utf_16"),
        (utf_16(&many, b"", false), 1, "utf_16"),
        (utf_16(&many, b"", true), 1, "utf_16"),
        (utf_16("\n\n[", b"", true), 1, "utf_16"),
        (list.into(), 1, "json_array"),
        (["[", GOOD, ",", GOOD, "]"].concat().into(), 1, "json_array"),
        (["\u{feff}\r\n \t[\n", GOOD, "\n]"].concat().into(), 2, "json_array"),
        (["\n\n", "[", &"9,".repeat(1 << 20)].concat().into(), 3, "json_array"),
        (["\u{feff}[", GOOD, "]\n"].concat().into(), 1, "json_array"),
        (["\r\n \n[", GOOD, "]\n"].concat().into(), 3, "json_array"),
        (["\n", GOOD, ",\n", GOOD, "\n"].concat().into(), 2, "commas"),
        ([",", GOOD, "\n", GOOD, "\n"].concat().into(), 1, "commas"),
        (["\u{feff}", GOOD, " , \r\n", GOOD].concat().into(), 1, "commas"),
        (one.clone().into(), 1, "several_lines"),
        ([&one, "\n", &one, "\n", GOOD].concat().into(), 1, "several_lines"),
        (["{ \"to\": \"x\",\n", GOOD, "\n"].concat().into(), 1, "several_lines"),
        ([GOOD, "\r", GOOD, "\r"].concat().into(), 1, "one_line"),
        (["\r\n", GOOD, GOOD, "\n", GOOD].concat().into(), 2, "one_line"),
        ([GOOD, ",", GOOD, "\n", GOOD].concat().into(), 1, "one_line"),
    ] {
        for size in [1, 2, 5, 4096, usize::MAX] {
            if text.len() > 100_000 && size < 4096 {
                continue;
            }
            let expected = [(line, format!("lines_format\"{found}\""))];
            assert_eq!(outcomes(&text, size), expected, "{found} in pieces of {size}");
        }
    }
}

/// Comments and headings are not JSON. What follows them shows the form of the file, though its last item looks like a
/// line.
#[test]
fn lines_that_are_not_json_do_not_hide_the_form_of_the_file() {
    let list = ["[\n", GOOD, ",\n", GOOD, "\n]\n"].concat();
    let bad = "wrong_type\"text that is not JSON\"";
    for (text, found) in [
        (["// bookings\n", &list].concat().into_bytes(), [bad, "lines_format\"json_array\""]),
        ([b"caf\xe9\n", list.as_bytes()].concat(), ["not_utf84", "lines_format\"json_array\""]),
        (["bookings:\n{\n", GOOD].concat().into(), [bad, "lines_format\"several_lines\""]),
        (["#\n", GOOD, ",\n", GOOD].concat().into(), [bad, "lines_format\"commas\""]),
        (["#\n", GOOD, "\r", GOOD, "\n", GOOD].concat().into(), [bad, "lines_format\"one_line\""]),
        // Otherwise, a fault is reported for its line only.
        (["#\n", GOOD].concat().into(), [bad, "ok"]),
    ] {
        let expected = [(1, found[0].to_owned()), (2, found[1].to_owned())];
        assert_eq!(outcomes(&text, 1000), expected);
    }
}

/// As if a program was stopped while it wrote a line. If the line ends inside a word, a text or a number, no later line
/// can continue it.
#[test]
fn a_line_that_ends_inside_a_part_is_refused_alone() {
    let bad = "wrong_type\"text that is not JSON\"";
    for cut in ["na", "name\":\"Stand-u", "canceled\":tru", "location\":{\"latitude\":-"] {
        let cut = ["{\"", cut].concat();
        for text in
            [[&cut, "\n", GOOD, "\n", GOOD].concat(), [&cut, "\r\n", GOOD, "\n", GOOD].concat()]
        {
            let expected = [(1, bad), (2, "ok"), (3, "ok")];
            let expected = expected.map(|(line, outcome)| (line, outcome.to_owned()));
            assert_eq!(outcomes(text.as_bytes(), 1000), expected, "{text}");
        }
        let text = [GOOD, "\n", &cut, "\n", GOOD].concat();
        let expected = [(1, "ok"), (2, bad), (3, "ok")];
        let expected = expected.map(|(line, outcome)| (line, outcome.to_owned()));
        assert_eq!(outcomes(text.as_bytes(), 1000), expected, "{text}");
    }
}

#[test]
fn lines_of_another_form_after_the_first_are_refused_alone() {
    let text = [
        GOOD,
        "\n",
        GOOD,
        ",\n{\n[",
        GOOD,
        "]\n\u{feff}",
        GOOD,
        "\n",
        GOOD,
        "\n",
        GOOD,
        GOOD,
        "\n[\n",
        GOOD,
    ]
    .concat();
    let expected = [
        (1, "ok"),
        (2, "lines_format\"commas\""),
        (3, "wrong_type\"text that is not JSON\""),
        (4, "wrong_type\"array\""),
        // A byte order mark, as if two files were joined.
        (5, "ok"),
        (6, "ok"),
        (7, "lines_format\"one_line\""),
        (8, "wrong_type\"text that is not JSON\""),
        (9, "ok"),
    ];
    assert_eq!(
        outcomes(text.as_bytes(), 1000),
        expected.map(|(line, outcome)| (line, outcome.to_owned()))
    );
}

#[test]
fn what_begins_like_another_form_is_read_by_line() {
    for (text, expected) in [
        (&b"{"[..], "lines_format\"several_lines\""),
        (b"x", "wrong_type\"text that is not JSON\""),
        (b"5", "wrong_type\"number\""),
        (b"\xff", "not_utf81"),
        (b"\"[\"", "wrong_type\"string\""),
        (b"\xef\xbb\xbf\xef\xbb\xbf", "wrong_type\"text that is not JSON\""),
        (b" \xef\xbb\xbf\n", "wrong_type\"text that is not JSON\""),
        (b"\0\0{}", "wrong_type\"text that is not JSON\""),
        (b"{}\0\0", "wrong_type\"text that is not JSON\""),
        (b"  \0{}", "wrong_type\"text that is not JSON\""),
    ] {
        assert_eq!(outcomes(text, 1), [(1, expected.to_owned())], "{text:?}");
    }
    assert_eq!(outcomes(b"", 1), []);
    assert_eq!(outcomes(b"\n", 1), []);
}

#[test]
fn a_line_beyond_the_limit_is_refused_and_the_next_is_read() {
    let text = ["{\"name\":\"", &"x".repeat(1 << 20), "\"}\n", GOOD].concat();
    let (results, counts) = results(text.as_bytes(), 65_536);
    assert_eq!(results[0]["issues"][0]["params"]["found"], "a line of more than 1 MiB");
    assert_eq!(results[1]["ok"], true);
    assert_eq!(counts, Counts { lines: 2, built: 1, refused: 1 });
}
