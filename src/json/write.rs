//! Writes JSON objects, straight into a string.

use super::push_integer;
use crate::search;

/// An object being written. Keys come out in the order of the calls.
pub(crate) struct Object<'out> {
    out: &'out mut String,
    empty: bool,
}

/// The text of an object with the fields that `write` gives it.
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
        // Names of fields hold nothing that must be escaped.
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

    /// A number in its decimal spelling.
    pub(crate) fn number(&mut self, key: &'static str, decimal: &str) {
        self.key(key);
        self.out.push_str(decimal);
    }

    pub(crate) fn integer(&mut self, key: &'static str, value: i64) {
        self.key(key);
        push_integer(self.out, value);
    }

    /// A text that is left out where there is none.
    pub(crate) fn optional_text(&mut self, key: &'static str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(key, value);
        }
    }

    /// An integer that is left out where there is none.
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

/// Writes a string as RFC 8259 section 7 has it, escaping only what must be escaped, as
/// `JSON.stringify` does.
pub(crate) fn push_text(out: &mut String, text: &str) {
    out.push('"');
    if search::has_below_or(text.as_bytes(), b' ', b"\"\\") {
        push_escaped(out, text);
    } else {
        out.push_str(text);
    }
    out.push('"');
}

fn push_escaped(out: &mut String, text: &str) {
    let mut rest = text;
    let must_be_escaped = |byte: u8| byte < b' ' || byte == b'"' || byte == b'\\';
    while let Some(at) = rest.bytes().position(must_be_escaped)
        && let Some((plain, tail)) = rest.split_at_checked(at)
    {
        let mut signs = tail.chars();
        out.push_str(plain);
        signs.next().into_iter().for_each(|sign| push_escape(out, sign));
        rest = signs.as_str();
    }
    out.push_str(rest);
}

fn push_escape(out: &mut String, sign: char) {
    match sign {
        '\n' => out.push_str("\\n"),
        '\t' => out.push_str("\\t"),
        '\r' => out.push_str("\\r"),
        '\u{8}' => out.push_str("\\b"),
        '\u{c}' => out.push_str("\\f"),
        '"' | '\\' => out.extend(['\\', sign]),
        control => {
            let digit = |value: u32| char::from_digit(value & 0xf, 16).unwrap_or('0');
            let code = u32::from(control);
            out.push_str("\\u00");
            out.extend([digit(code >> 4), digit(code)]);
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
