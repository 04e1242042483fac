//! Writes JSON objects directly into a string.

use crate::{
    digits::{push_hexadecimal, push_integer},
    search,
};

/// An object that is being written. Its keys are in the order of the calls.
pub(crate) struct Object<'out> {
    out: &'out mut String,
    empty: bool,
}

/// The text of an object with the fields that `write` adds.
pub(crate) fn object(write: impl FnOnce(&mut Object<'_>)) -> String {
    let mut out = String::with_capacity(512);
    Object::enclose(&mut out, write);
    out
}

impl Object<'_> {
    fn enclose(out: &mut String, write: impl FnOnce(&mut Object<'_>)) {
        out.push('{');
        write(&mut Object { out, empty: true });
        out.push('}');
    }

    fn key(&mut self, key: &'static str) {
        self.out.push_str(if self.empty { "\"" } else { ",\"" });
        self.empty = false;
        // Field names contain nothing that must be escaped.
        self.out.push_str(key);
        self.out.push_str("\":");
    }

    pub(crate) fn text(&mut self, key: &'static str, value: &str) {
        self.key(key);
        push_text(self.out, value);
    }

    pub(crate) fn boolean(&mut self, key: &'static str, value: bool) {
        self.key(key);
        self.out.push_str(if value { "true" } else { "false" });
    }

    pub(crate) fn integer(&mut self, key: &'static str, value: i64) {
        self.key(key);
        push_integer(self.out, value);
    }

    /// Writes a text, or nothing if there is none.
    pub(crate) fn optional_text(&mut self, key: &'static str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(key, value);
        }
    }

    /// Writes an integer, or nothing if there is none.
    pub(crate) fn optional_integer(&mut self, key: &'static str, value: Option<i64>) {
        if let Some(value) = value {
            self.integer(key, value);
        }
    }

    pub(crate) fn object(&mut self, key: &'static str, write: impl FnOnce(&mut Object<'_>)) {
        self.key(key);
        Object::enclose(self.out, write);
    }
}

/// Writes a string according to RFC 8259 section 7. Like `JSON.stringify`, it escapes only what must be escaped.
pub(crate) fn push_text(out: &mut String, text: &str) {
    push_texts(out, &[text]);
}

/// Writes several texts as one string.
pub(crate) fn push_texts(out: &mut String, texts: &[&str]) {
    out.push('"');
    for text in texts {
        if search::has_below_or(text.as_bytes(), b' ', b"\"\\") {
            push_escaped(out, text);
        } else {
            out.push_str(text);
        }
    }
    out.push('"');
}

fn push_escaped(out: &mut String, text: &str) {
    out.reserve(text.len().saturating_add(text.len() >> 2));
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        if byte < b' ' || byte == b'"' || byte == b'\\' {
            out.push_str(text.get(from..at).unwrap_or_default());
            push_escape(out, byte);
            from = at.saturating_add(1);
        }
    }
    out.push_str(text.get(from..).unwrap_or_default());
}

fn push_escape(out: &mut String, byte: u8) {
    match byte {
        b'"' => out.push_str("\\\""),
        b'\\' => out.push_str("\\\\"),
        b'\n' => out.push_str("\\n"),
        b'\t' => out.push_str("\\t"),
        b'\r' => out.push_str("\\r"),
        8 => out.push_str("\\b"),
        12 => out.push_str("\\f"),
        control => {
            out.push_str("\\u");
            push_hexadecimal(out, control.into(), 4, b'a');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_as_a_json_library_does() {
        let text: String =
            (0..0x300).filter_map(char::from_u32).chain("😀\u{2028}\u{feff}".chars()).collect();
        let mut ours = String::new();
        push_text(&mut ours, &text);
        assert_eq!(ours, serde_json::to_string(&text).unwrap());
    }

    #[test]
    fn fields_keep_the_order_of_the_calls() {
        let text = object(|body| {
            body.integer("b", -5);
            body.object("a", |inner| inner.boolean("yes", true));
            body.object("none", |_| {});
            body.text("c", "x");
        });
        assert_eq!(text, r#"{"b":-5,"a":{"yes":true},"none":{},"c":"x"}"#);
    }
}
