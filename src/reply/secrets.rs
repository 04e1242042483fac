//! Secrets that a gateway may repeat, taken out exactly.
//!
//! A gateway repeats a secret as it is, in a URL, in JSON, in HTML, or within `Basic dXNlcjpwYXNz`. So the text is
//! decoded until nothing changes, each byte with the place that it came from, and what is a secret there is taken
//! out of the text itself.

use core::fmt;
use std::borrow::Cow;

use super::{
    entity::{character_code, entity},
    words::REMOVED,
};
use crate::message_id::bare_message_id;

/// Shorter secrets count only where they stand alone: they would be found within words.
const SHORTEST_PART: usize = 4;

/// From here on a secret is also found with white space in it: lines are folded, and tags become spaces.
const LEAST_FOLDED: usize = 8;

/// How often a text may be encoded over again.
const ROUNDS: usize = 4;

const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Secrets that must not be in the message of a reply.
///
/// ```
/// use waevent::{Gateway, Time, reply::{HttpReply, Reply, Secrets}};
///
/// let body = "Invalid token hunter-two, aHVudGVyLXR3bw==";
/// let reply = HttpReply { status: 401, headers: Vec::new(), body };
/// let secrets = Secrets::new(["hunter-two"]);
/// let gateway = Gateway::all().next().ok_or("a gateway that ships")?;
/// let reply = gateway.read_reply(&reply, &secrets, &Time::EPOCH);
/// assert!(matches!(reply, Reply::NotSent(failure) if failure.message == "Invalid token [removed], [removed]"));
/// # Ok::<(), &str>(())
/// ```
///
/// Its `Debug` text holds none of them.
#[derive(Clone, Default)]
pub struct Secrets(Vec<Form>);

/// A secret in one of its forms.
#[derive(Clone)]
struct Form {
    bytes: Vec<u8>,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The whole of what stands between two other characters than letters and digits.
    Alone,
    Part,
    /// What stands around it is of the same encoded text, and holds a piece of the secret.
    Base64,
}

impl Secrets {
    /// The secrets of these texts. Empty ones are none.
    pub fn new<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Self {
        let mut forms = Vec::new();
        for text in texts {
            let bytes = Decoded::of(text.as_ref().trim()).bytes;
            let mut push = |bytes: Vec<u8>, kind| forms.push(Form { bytes, kind });
            match bytes.len() {
                0 => {}
                1..SHORTEST_PART => push(bytes, Kind::Alone),
                _ => {
                    // In `user:secret` the secret begins at any of three places of a group.
                    for skipped in 0..3 {
                        push(base64(text.as_ref().trim().as_bytes(), skipped), Kind::Base64);
                    }
                    push(hexadecimal(text.as_ref().trim().as_bytes()), Kind::Part);
                    push(bytes, Kind::Part);
                }
            }
        }
        Self(forms)
    }

    /// The text with a mark in the place of each secret.
    pub(super) fn without<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.0.is_empty() {
            return Cow::Borrowed(text);
        }
        let marks = self.marks(text);
        let mut plain = String::with_capacity(text.len());
        for (at, character) in text.char_indices() {
            if marks.get(at) != Some(&true) {
                plain.push(character);
            } else if !plain.ends_with(REMOVED) {
                plain.push(REMOVED);
            }
        }
        Cow::Owned(plain)
    }

    /// Whether a message's id, or its bare id, is a secret. One that only holds a secret is an id.
    pub(super) fn are(&self, id: &str) -> bool {
        let is_secret = |id| self.without(id).chars().all(|character| character == REMOVED);
        is_secret(id) || is_secret(bare_message_id(id))
    }

    /// Which bytes of the text are of a secret.
    fn marks(&self, text: &str) -> Vec<bool> {
        let decoded = Decoded::of(text);
        let squeezed = decoded.squeezed();
        let mut marks = vec![false; text.len()];
        for form in &self.0 {
            decoded.mark(form, &mut marks);
            if form.bytes.len() >= LEAST_FOLDED {
                squeezed.mark(&form.squeezed(), &mut marks);
            }
        }
        marks
    }
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secrets")
    }
}

impl Form {
    fn squeezed(&self) -> Self {
        let mut bytes = self.bytes.clone();
        bytes.retain(|byte| !byte.is_ascii_whitespace());
        Self { bytes, kind: self.kind }
    }
}

/// A text without its escapes.
struct Decoded {
    bytes: Vec<u8>,
    /// Where in the text each byte comes from: the first place, and the one behind.
    places: Vec<(usize, usize)>,
}

impl Decoded {
    fn of(text: &str) -> Self {
        let mut decoded = Self { bytes: Vec::new(), places: Vec::new() };
        for (at, byte) in text.bytes().enumerate() {
            decoded.push(byte, (at, at.saturating_add(1)));
        }
        for _ in 0..ROUNDS {
            let length = decoded.bytes.len();
            decoded = decoded.decoded();
            // Every escape is longer than what it stands for.
            if decoded.bytes.len() == length {
                break;
            }
        }
        decoded
    }

    fn decoded(&self) -> Self {
        let mut plain = Self { bytes: Vec::new(), places: Vec::new() };
        let mut bytes = self.bytes.as_slice();
        let mut places = self.places.as_slice();
        while let (Some(first), Some((start, end))) = (bytes.first(), places.first()) {
            let (escape, length) = escape(bytes).unwrap_or((Escape::Byte(*first), 1));
            let last = places.get(length.saturating_sub(1));
            let place = (*start, last.map_or(*end, |(_, end)| *end));
            match escape {
                Escape::Byte(byte) => plain.push(byte, place),
                Escape::Character(character) => {
                    character
                        .encode_utf8(&mut [0; 4])
                        .bytes()
                        .for_each(|byte| plain.push(byte, place));
                }
            }
            bytes = bytes.get(length..).unwrap_or_default();
            places = places.get(length..).unwrap_or_default();
        }
        plain
    }

    fn squeezed(&self) -> Self {
        let mut plain = Self { bytes: Vec::new(), places: Vec::new() };
        for (byte, place) in self.bytes.iter().zip(&self.places) {
            if !byte.is_ascii_whitespace() {
                plain.push(*byte, *place);
            }
        }
        plain
    }

    fn push(&mut self, byte: u8, place: (usize, usize)) {
        self.bytes.push(byte);
        self.places.push(place);
    }

    /// Marks every place where the form stands, and its beginning where the text ends with it: what was cut off may have
    /// been the rest.
    fn mark(&self, form: &Form, marks: &mut [bool]) {
        let whole = form.bytes.len();
        let shortest = if form.kind == Kind::Alone { whole } else { SHORTEST_PART };
        for start in 0..self.bytes.len() {
            let window = self.bytes.get(start..).unwrap_or_default();
            let length = whole.min(window.len());
            let is_found = length >= shortest
                && window.iter().zip(&form.bytes).all(|(one, other)| fold(*one) == fold(*other));
            if !is_found {
                continue;
            }
            let (before, rest) = self.bytes.split_at_checked(start).unwrap_or_default();
            let behind = rest.get(length..).unwrap_or_default();
            let places = self.places.get(start..).and_then(|places| places.get(..length));
            let places = places.and_then(|places| Some((places.first()?.0, places.last()?.1)));
            let Some((mut first, mut end)) = places else { continue };
            match form.kind {
                Kind::Part => {}
                Kind::Alone => {
                    let is_inner = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
                    if is_inner(before.last()) || is_inner(behind.first()) {
                        continue;
                    }
                }
                Kind::Base64 => {
                    // What white space parts is another word.
                    let places = || self.places.iter().zip(&self.bytes);
                    for ((from, to), byte) in places().take(start).rev() {
                        if *to != first || !is_base64(*byte) {
                            break;
                        }
                        first = *from;
                    }
                    for ((from, to), byte) in places().skip(start.saturating_add(length)) {
                        if *from != end || !is_base64(*byte) {
                            break;
                        }
                        end = *to;
                    }
                }
            }
            if let Some(found) = marks.get_mut(first..end) {
                found.fill(true);
            }
        }
    }
}

enum Escape {
    Byte(u8),
    Character(char),
}

/// What the escape at the start of a text stands for, and its length: of a URL, of JSON, or of HTML.
fn escape(text: &[u8]) -> Option<(Escape, usize)> {
    let digits = |from: usize, to: usize| character_code(text.get(from..to)?, 16);
    match text {
        [b'%', _, _, ..] => Some((Escape::Byte(u8::try_from(digits(1, 3)?).ok()?), 3)),
        [b'\\', b'u', ..] => Some((Escape::Character(char::from_u32(digits(2, 6)?)?), 6)),
        [b'\\', b'x', ..] => Some((Escape::Byte(u8::try_from(digits(2, 4)?).ok()?), 4)),
        [b'\\', byte @ (b'"' | b'\\' | b'/' | b'\''), ..] => Some((Escape::Byte(*byte), 2)),
        [b'&', ..] => {
            entity(text).map(|(character, length)| (Escape::Character(character), length))
        }
        _ => None,
    }
}

/// The characters of Base64 that the bytes alone decide, where `skipped` others stand in front of them.
fn base64(bytes: &[u8], skipped: usize) -> Vec<u8> {
    let mut encoded = Vec::with_capacity(bytes.len().saturating_mul(2));
    let (mut group, mut bits) = (0_u32, 0_u32);
    for byte in [0; 2].iter().take(skipped).chain(bytes) {
        group = group << 8 | u32::from(*byte);
        bits = bits.wrapping_add(8);
        while bits >= 6 {
            bits = bits.wrapping_sub(6);
            let place = usize::try_from(group >> bits & 63).unwrap_or_default();
            encoded.extend(BASE64.get(place));
        }
    }
    // Two and three characters hold bits of one and two bytes in front.
    encoded.drain(..[0, 2, 3].get(skipped).copied().unwrap_or_default().min(encoded.len()));
    encoded
}

fn hexadecimal(bytes: &[u8]) -> Vec<u8> {
    let digit =
        |value: u8| char::from_digit(u32::from(value), 16).map_or(b'0', |digit| digit as u8);
    let mut digits = Vec::with_capacity(bytes.len().saturating_mul(2));
    for byte in bytes {
        digits.push(digit(byte >> 4));
        digits.push(digit(byte & 15));
    }
    digits
}

/// Letters in one case, and the characters that encodings put in each other's place: `+` is a space in forms, and
/// Base64 for URLs writes `-` and `_`.
const fn fold(byte: u8) -> u8 {
    match byte {
        b'-' | b' ' => b'+',
        b'_' => b'/',
        _ => byte.to_ascii_lowercase(),
    }
}

const fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_' | b'=')
}

#[cfg(test)]
mod tests {
    use super::{REMOVED, Secrets};

    #[test]
    fn a_secret_is_found_up_to_its_bounds() {
        for (secret, text, is_found) in [
            // White space within eight letters.
            ("bemvindo", "bem vindo", true),
            ("bomdias", "bom dias", false),
            // %25 is a percent sign: encoded four times over.
            ("flores", "%25252566lores", true),
            ("flores", "%2525252566lores", false),
            // White space within eight letters, on either side.
            ("bem vindo", "bem \n vindo", true),
            ("bem vindo", "bemvindo", true),
            // What a text ends with may be cut off: four letters are known.
            ("flores", "so flor", true),
            ("flores", "so flo", false),
            // Escapes of programs and of JSON.
            ("flores", r"\x66lores", true),
            ("flo\"res", r#"flo\"res"#, true),
            // A form's space, hexadecimal digits, and Base64 as URLs have it.
            ("um dois", "um+dois", true),
            ("flores", "666c6f726573", true),
            ("flores", "666C6F726573", true),
            ("~~?>>>", "fn4/Pj4+", true),
            ("~~?>>>", "fn4_Pj4-", true),
        ] {
            let found = Secrets::new([secret]).without(text).contains(REMOVED);
            assert_eq!(found, is_found, "{text}");
        }
    }

    #[test]
    fn what_is_taken_out_is_all_that_belongs_to_it() {
        for (secret, text, shown) in [
            // A word is more than a secret of three letters in it.
            ("abc", "xabc abcx abc", "xabc abcx \u{fffc}"),
            // In Base64 what stands around it, in all of its characters, and no other word.
            ("flores", "so fn4/ZmxvcmVzPj4+ it", "so \u{fffc} it"),
            ("flores", "so fn4_ZmxvcmVzPj4- it", "so \u{fffc} it"),
            ("hunter-two", "so aHVudGVyLXR3bw== it", "so \u{fffc} it"),
        ] {
            assert_eq!(Secrets::new([secret]).without(text), shown, "{text}");
        }
    }

    #[test]
    fn an_id_is_a_secret_as_a_whole_or_by_its_bare_id() {
        let wrapped = "true_5511999999999@c.us_flores";
        for (secret, id, is_secret) in [
            ("flores", "flores", true),
            ("flores", wrapped, true),
            (wrapped, wrapped, true),
            ("flores", "3flores3", false),
        ] {
            assert_eq!(Secrets::new([secret]).are(id), is_secret, "{secret} {id}");
        }
    }
}
