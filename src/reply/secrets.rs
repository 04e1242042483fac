//! Removes exactly the secrets that a gateway may repeat.
//!
//! A gateway repeats a secret as it is, in a URL, in JSON, in HTML, or within `Basic dXNlcjpwYXNz`. So the text is
//! decoded until nothing changes, and each decoded byte keeps its place in the original text. What is a secret in the
//! decoded text is removed from the original.

use core::fmt;
use std::borrow::Cow;

use super::{
    entity::{character_code, entity},
    words::REMOVED,
};
use crate::message_id::bare_message_id;

/// Shorter secrets count only if they are whole words: they could be part of other words by chance.
const SHORTEST_PART: usize = 4;

/// Secrets of at least this length are also found with white space in them: lines are folded, and tags become spaces.
const LEAST_FOLDED: usize = 8;

/// What replaces the rest of a text that is not shown whole.
const BREAKS: [&[u8]; 3] = [b"..", "\u{2026}".as_bytes(), b"*"];

/// How many times over a text may be encoded.
const ROUNDS: usize = 4;

const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Secrets that must not appear in the message of a reply.
///
/// ```
/// use waevent::{Gateway, Time, reply::{HttpReply, Reply, Secrets}};
///
/// let body = "Invalid token hunter-two, aHVudGVyLXR3bw==";
/// let reply = HttpReply { status: 401, headers: Vec::new(), body };
/// let secrets = Secrets::new(["hunter-two"]);
/// let gateway = Gateway::all().next().ok_or("a built-in gateway")?;
/// let reply = gateway.read_reply(&reply, &secrets, &Time::EPOCH);
/// assert!(matches!(reply, Reply::NotSent(failure) if failure.message == "Invalid token [removed], [removed]"));
/// # Ok::<(), &str>(())
/// ```
///
/// Its `Debug` text contains none of them.
#[derive(Clone, Default)]
pub struct Secrets(Vec<Form>);

/// A secret in one of its encodings.
#[derive(Clone)]
struct Form {
    bytes: Vec<u8>,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Found only if there is no letter or digit next to it.
    Alone,
    Part,
    /// The characters around it belong to the same encoded text, and contain parts of the secret.
    Base64,
}

impl Secrets {
    /// The secrets in `texts`. Empty texts are ignored.
    pub fn new<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Self {
        let mut forms = Vec::new();
        for text in texts {
            let bytes = Decoded::of(text.as_ref().trim()).bytes;
            let mut push = |bytes: Vec<u8>, kind| forms.push(Form { bytes, kind });
            match bytes.len() {
                0 => {}
                1..SHORTEST_PART => push(bytes, Kind::Alone),
                _ => {
                    // In `user:secret`, the secret may begin at any of the three bytes of a group.
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

    /// The text with [`REMOVED`] in place of each secret.
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

    /// Whether a message's id, or its bare id, is a secret. An id that only contains a secret is an id.
    pub(super) fn are(&self, id: &str) -> bool {
        let is_secret = |id| self.without(id).chars().all(|character| character == REMOVED);
        is_secret(id) || is_secret(bare_message_id(id))
    }

    /// Which bytes of the text belong to a secret.
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
    /// How many bytes at the start of a text are the secret, or its beginning where the text breaks off there: what was cut
    /// off may have been the rest.
    fn at_start_of(&self, text: &[u8]) -> Option<usize> {
        let length = count_same(text.iter(), self.bytes.iter());
        let behind = text.get(length..)?;
        let is_cut = behind.is_empty() || BREAKS.iter().any(|mark| behind.starts_with(mark));
        (length == self.bytes.len() || (self.has_parts(length) && is_cut)).then_some(length)
    }

    /// How many bytes at the end of a text are the end of the secret, where what stands before them was cut off.
    fn at_end_of(&self, text: &[u8]) -> Option<usize> {
        let length = count_same(text.iter().rev(), self.bytes.iter().rev());
        let before = text.get(..text.len().saturating_sub(length))?;
        let is_cut = BREAKS.iter().any(|mark| before.ends_with(mark));
        (self.has_parts(length) && is_cut).then_some(length)
    }

    /// Whether so many of its bytes count as a part of it.
    fn has_parts(&self, length: usize) -> bool {
        self.kind != Kind::Alone && length >= SHORTEST_PART
    }

    fn squeezed(&self) -> Self {
        let mut bytes = self.bytes.clone();
        bytes.retain(|byte| !byte.is_ascii_whitespace());
        Self { bytes, kind: self.kind }
    }
}

/// A text with its escapes decoded.
struct Decoded {
    bytes: Vec<u8>,
    /// Where in the text each byte comes from: the start and the end.
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

    /// Marks every occurrence of the form. Also marks its beginning if the text breaks off there, and its end after such
    /// a break: the rest may have been cut off.
    fn mark(&self, form: &Form, marks: &mut [bool]) {
        for at in 0..=self.bytes.len() {
            let (before, rest) = self.bytes.split_at_checked(at).unwrap_or_default();
            if let Some(length) = form.at_end_of(before) {
                self.mark_part(form.kind, at.saturating_sub(length), length, marks);
            }
            if let Some(length) = form.at_start_of(rest) {
                self.mark_part(form.kind, at, length, marks);
            }
        }
    }

    /// Marks what stands at `start` of a secret of that kind.
    fn mark_part(&self, kind: Kind, start: usize, length: usize, marks: &mut [bool]) {
        let places = self.places.get(start..).and_then(|places| places.get(..length));
        let places = places.and_then(|places| Some((places.first()?.0, places.last()?.1)));
        let Some((mut first, mut end)) = places else { return };
        let behind = start.saturating_add(length);
        match kind {
            Kind::Part => {}
            Kind::Alone => {
                let is_inner = |at: Option<usize>| {
                    at.and_then(|at| self.bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric)
                };
                if is_inner(start.checked_sub(1)) || is_inner(Some(behind)) {
                    return;
                }
            }
            Kind::Base64 => {
                // Behind white space is another word.
                let places = || self.places.iter().zip(&self.bytes);
                for ((from, to), byte) in places().take(start).rev() {
                    if *to != first || !is_base64(*byte) {
                        break;
                    }
                    first = *from;
                }
                for ((from, to), byte) in places().skip(behind) {
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

/// How many bytes of two texts are the same, from their starts on.
fn count_same<'b>(one: impl Iterator<Item = &'b u8>, other: impl Iterator<Item = &'b u8>) -> usize {
    one.zip(other).take_while(|(one, other)| fold(**one) == fold(**other)).count()
}

enum Escape {
    Byte(u8),
    Character(char),
}

/// What the escape of a URL, of JSON or of HTML at the start of a text stands for, and its length.
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

/// The Base64 characters that `bytes` alone determine, if `skipped` other bytes precede them.
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
    // The first two or three characters contain bits of the one or two preceding bytes.
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

/// Folds the case of letters, and characters that encodings use for one another: `+` is a space in forms, and Base64
/// for URLs has `-` and `_`.
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
    fn a_secret_is_found_within_its_limits() {
        for (secret, text, is_found) in [
            // White space within eight letters.
            ("bemvindo", "bem vindo", true),
            ("bomdias", "bom dias", false),
            // %25 is a percent sign: this is encoded four times over.
            ("flores", "%25252566lores", true),
            ("flores", "%2525252566lores", false),
            // White space within eight letters, on either side.
            ("bem vindo", "bem \n vindo", true),
            ("bem vindo", "bemvindo", true),
            // The end of a text may be cut off: four letters are recognised.
            ("flores", "so flor", true),
            ("flores", "so flo", false),
            // What is not shown whole: the beginning, and the end.
            ("hunterwinter", "so hunt... was", true),
            ("hunterwinter", "so hunt\u{2026} was", true),
            ("hunterwinter", "so hunt. was", false),
            ("hunterwinter", "so hun... was", false),
            ("hunterwinter", "so ***nter was", true),
            ("hunterwinter", "so ***ter was", false),
            ("hunterwinter", "so nter was", false),
            // Escapes of programs and of JSON.
            ("flores", r"\x66lores", true),
            ("flo\"res", r#"flo\"res"#, true),
            // The space of forms, hexadecimal digits, and Base64 for URLs.
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
    fn all_that_belongs_to_a_secret_is_removed() {
        for (secret, text, shown) in [
            // A secret of three letters within a word is not removed.
            ("abc", "xabc abcx abc", "xabc abcx \u{fffc}"),
            // In Base64, everything around it is removed, whatever its characters, but no other word.
            ("flores", "so fn4/ZmxvcmVzPj4+ it", "so \u{fffc} it"),
            ("flores", "so fn4_ZmxvcmVzPj4- it", "so \u{fffc} it"),
            ("hunter-two", "so aHVudGVyLXR3bw== it", "so \u{fffc} it"),
            // Both ends of what is masked.
            ("hunterwinter", "so hunt****nter it", "so \u{fffc}****\u{fffc} it"),
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
