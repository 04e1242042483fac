//! What the reader accepts and refuses.

#![expect(clippy::string_slice, reason = "a test fails by panicking")]

use std::borrow::Cow;

use super::read::Json;

fn shown(text: &str) -> Cow<'_, str> {
    Json::parse(text).and_then(Json::text).unwrap()
}

#[test]
fn json_is_read() {
    let deepest = ["[".repeat(64), "]".repeat(64)].concat();
    for text in [
        "{}",
        "[]",
        "\"\"",
        "0",
        "-0",
        "10",
        "1.5",
        "1e5",
        "1E+5",
        "-0.0e-0",
        "true",
        "false",
        "null",
        " [ 1 , 2 ] ",
        "\t\r\n1\n",
        "{\"a\":{\"b\":[[],{}]}}",
        "{ \"a\" : 1 , \"a\" : 2 }",
        "\u{feff}{}",
        "\"\u{7f}\u{2028}\u{0085}\"",
        "\"\u{20}\"",
        r#""\ud800""#,
        r#""\"\\\/\b\f\n\r\tA""#,
        &deepest,
    ] {
        assert!(Json::parse(text).is_some(), "{text}");
    }
}

#[test]
fn what_is_not_json_is_refused() {
    let too_deep = ["[".repeat(65), "]".repeat(65)].concat();
    for text in [
        "",
        " ",
        "{",
        "}",
        "[",
        "]",
        "\"",
        "{]",
        "[}",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1]]",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,}",
        "{,}",
        "{\"a\" 1}",
        "{a:1}",
        "{'a':1}",
        "{1:1}",
        "{\"a\":1,\"b\"}",
        "tru",
        "True",
        "nul",
        "nulll",
        "undefined",
        "NaN",
        "Infinity",
        "-",
        "+1",
        "01",
        "-01",
        "1.",
        ".5",
        "1e",
        "1e+",
        "1e+-5",
        "1e-+5",
        "0x10",
        "1 2",
        "1n",
        "1_000",
        "\"a",
        "\"a\nb\"",
        "\"\0\"",
        "\"\u{1f}\"",
        "{\"\u{1f}\":1}",
        "{}\0",
        "\0{}",
        r#""\x41""#,
        r#""\u12""#,
        r#""\u12g4""#,
        r#""\"#,
        r#""\u+123""#,
        "//\n1",
        "/**/1",
        "{}{}",
        "<xml/>",
        "\u{a0}1",
        "\u{feff}\u{feff}1",
        "{\u{feff}}",
        "ok",
        &too_deep,
    ] {
        assert_eq!(Json::parse(text), None, "{text}");
    }
}

#[test]
fn a_truncated_text_is_never_json() {
    let whole = r#"{"a":[1,{"b":"c\u00e9\\"}],"d":{"e":[true,null]},"f":"é😀"}"#;
    for (end, _) in whole.char_indices() {
        assert_eq!(Json::parse(&whole[..end]), None, "{end}");
    }
}

#[test]
fn fields_are_found_by_their_path() {
    let text = r#"{"a":{"b":1,"c":[10,{"d":"x"}]},"a.b":2,"\u0061":{"b":{"c":-3}},"":4}"#;
    let json = Json::parse(text).unwrap();
    let at = |path: &[&str]| path.iter().try_fold(json, |value, name| value.get(name));
    assert_eq!(at(&["a", "b", "c"]).and_then(Json::integer), Some("-3"), "the last wins");
    assert_eq!(json.get("a.b").and_then(Json::integer), Some("2"));
    assert_eq!(json.get("").and_then(Json::integer), Some("4"));
    for absent in [&["b"][..], &["a", "d"], &["a.b", "c"], &["a", "b", "c", "d"]] {
        assert_eq!(at(absent), None);
    }
    let list = Json::parse(r#" [ 1 , "b" , [ ] , {"c":1} ] "#).unwrap();
    let items: Vec<&str> = list.items().map(|item| item.0).collect();
    assert_eq!(items, ["1", "\"b\"", "[ ]", "{\"c\":1}"]);
    assert_eq!(list.fields().count() + list.get("0").iter().count(), 0);
    assert_eq!(json.items().count(), 0);
}

#[test]
fn each_kind_is_read_as_itself_only() {
    for (text, is_text, integer, boolean) in [
        ("\"1\"", true, None, None),
        ("9223372036854775808", false, Some("9223372036854775808"), None),
        ("-9007199254740993", false, Some("-9007199254740993"), None),
        ("1.0", false, None, None),
        ("1e3", false, None, None),
        ("true", false, None, Some(true)),
        ("false", false, None, Some(false)),
        ("null", false, None, None),
        ("[]", false, None, None),
        ("{}", false, None, None),
    ] {
        let json = Json::parse(text).unwrap();
        let found = (json.text().is_some(), json.integer(), json.boolean(), json.is_object());
        assert_eq!(found, (is_text, integer, boolean, text == "{}"), "{text}");
    }
}

#[test]
fn a_value_has_one_kind_and_is_empty_or_not() {
    for (text, is_text, is_list, is_object, is_empty) in [
        ("null", false, false, false, true),
        (r#""""#, true, false, false, true),
        (r#"" ""#, true, false, false, true),
        ("[]", false, true, false, true),
        ("[ ]", false, true, false, true),
        ("{}", false, false, true, true),
        ("{\n}", false, false, true, true),
        (r#""null""#, true, false, false, false),
        (r#""[]""#, true, false, false, false),
        ("[null]", false, true, false, false),
        ("[[]]", false, true, false, false),
        (r#"{"":null}"#, false, false, true, false),
        ("0", false, false, false, false),
        ("10", false, false, false, false),
        ("false", false, false, false, false),
    ] {
        let json = Json::parse(text).unwrap();
        let found = (json.is_text(), json.is_list(), json.is_object(), json.is_empty());
        assert_eq!(found, (is_text, is_list, is_object, is_empty), "{text}");
    }
}

#[test]
fn escapes_are_read_and_lone_surrogates_replaced() {
    assert_eq!(shown(r#""\"\\\/\b\f\n\r\t\u0041\u00E9\u20ac""#), "\"\\/\u{8}\u{c}\n\r\tAé€");
    for (written, text) in [
        (r"\ud83d\ude00", "😀"),
        (r"\uDBFF\uDFFF", "\u{10ffff}"),
        (r"\ud83d", "\u{fffd}"),
        (r"\ude00", "\u{fffd}"),
        (r"\ud83dx", "\u{fffd}x"),
        (r"\ud83d\n", "\u{fffd}\n"),
        (r"\ud83d\u0041", "\u{fffd}A"),
        (r"\ud83dxude00", "\u{fffd}xude00"),
        (r"\ud83d\nde00", "\u{fffd}\nde00"),
        (r"\ud83d\ud83d\ude00", "\u{fffd}😀"),
        (r"\ude00\ud83d", "\u{fffd}\u{fffd}"),
        (r"\u0000", "\0"),
    ] {
        assert_eq!(shown(&format!("\"{written}\"")), text, "{written}");
    }
}

#[test]
fn large_texts_take_linear_time() {
    let long = "[{\"a\":\"\\u00e9\"},".repeat(200_000);
    let wide = format!("[{}0]", "{\"a\":[\"b\",1.5e3,null]},".repeat(120_000));
    let name = format!("{{\"{}\":1,\"a\":2}}", "\\\\".repeat(1_500_000));
    assert_eq!(Json::parse(&long), None);
    assert_eq!(Json::parse(&wide).unwrap().items().count(), 120_001);
    assert_eq!(Json::parse(&name).unwrap().get("a").and_then(Json::integer), Some("2"));
}
