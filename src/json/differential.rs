//! Compares the reader with `serde_json` on random texts.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use super::Json;

/// A fixed pseudo-random sequence, the same in each run.
struct Steps(u64);

impl Steps {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    /// Writes a random value as JSON text.
    fn push_value(&mut self, depth: usize, out: &mut String) {
        let space = self.one(&["", "", "", " ", "\n\t"]);
        out.push_str(space);
        match self.below(if depth == 0 { 3 } else { 7 }) {
            0 => {
                out.push_str(self.one(&[
                    "0",
                    "-1",
                    "12345678901234567890",
                    "1.25",
                    "-2E-3",
                    "1e1",
                ]));
            }
            1 => out.push_str(self.one(&["true", "false", "null"])),
            2 => self.push_string(out),
            3 | 4 => {
                out.push('[');
                for place in 0..self.below(4) {
                    out.push_str(if place > 0 { "," } else { "" });
                    self.push_value(depth - 1, out);
                }
                out.push(']');
            }
            _ => {
                out.push('{');
                for place in 0..self.below(4) {
                    out.push_str(if place > 0 { "," } else { "" });
                    self.push_string(out);
                    out.push(':');
                    self.push_value(depth - 1, out);
                }
                out.push('}');
            }
        }
        out.push_str(space);
    }

    fn push_string(&mut self, out: &mut String) {
        out.push('"');
        for _ in 0..self.below(4) {
            out.push_str(self.one(&[
                "a",
                "b",
                "é",
                "😀",
                r"\n",
                r"\\",
                r#"\""#,
                r"\/",
                r"\u0061",
                r"\ud83d\ude00",
                r"\u20AC",
            ]));
        }
        out.push('"');
    }

    /// Removes a character or inserts one.
    fn damage(&mut self, text: &mut String) {
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let at = places[self.below(places.len())];
        if self.below(2) == 0 {
            text.remove(at);
        } else {
            let character = self.one(&[
                "{", "}", "[", "]", "\"", ",", ":", "\\", "0", "-", ".", "f", "t", " ", "\n",
            ]);
            text.insert_str(at, character);
        }
    }
}

fn rebuilt(json: Json<'_>) -> serde_json::Value {
    use serde_json::Value;
    match json.0.as_bytes()[0] {
        b'{' => json.fields().map(|(name, value)| (name.into_owned(), rebuilt(value))).collect(),
        b'[' => Value::Array(json.items().map(rebuilt).collect()),
        b'"' => Value::String(json.text().unwrap().into_owned()),
        b't' | b'f' => Value::Bool(json.boolean().unwrap()),
        b'n' => Value::Null,
        _ => serde_json::from_str(json.0).unwrap(),
    }
}

#[test]
fn random_texts_are_read_as_a_json_library_does() {
    let mut steps = Steps(1);
    let mut counts = [0, 0];
    for _ in 0..60_000 {
        let mut text = String::new();
        steps.push_value(5, &mut text);
        for _ in 0..steps.below(3) {
            // A lone surrogate is the only thing that the library refuses and JavaScript accepts.
            if !text.is_empty() && !text.contains(r"\ud83d") {
                steps.damage(&mut text);
            }
        }
        let theirs = serde_json::from_str::<serde_json::Value>(&text).ok();
        let ours = Json::parse(&text).map(rebuilt);
        assert_eq!(ours, theirs, "{text}");
        counts[usize::from(theirs.is_some())] += 1;
    }
    assert!(counts.iter().all(|count| *count > 10_000), "both outcomes occur: {counts:?}");
}
