//! Finds leftovers of other programs in a text, which WhatsApp shows as they are: the markup of pages, the escapes of
//! calendar files, and the replacement character of a lost letter. Nothing is removed, because it may be intended.

use crate::{
    issue::{Fault, IssueCode as Code, Path, Report},
    search,
};

/// HTML tags that editors, mail programs and pages write. Other words in angle brackets are text: `<your name>`.
const TAGS: &str = "a b big blockquote body br center code dd del div dl dt em font footer form h1 h2 h3 h4 h5 h6 head \
    header hr html i iframe img input ins label li link main meta nav o:p ol p pre s script section small span strike \
    strong style sub sup svg table tbody td tfoot th thead title tr tt u ul";

/// HTML entities, except letters with accents.
const ENTITIES: &str = "amp lt gt quot apos nbsp shy ndash mdash hellip lsquo rsquo sbquo ldquo rdquo bdquo laquo raquo \
    bull middot deg euro pound yen copy reg trade times iexcl iquest ordf ordm szlig sect para plusmn divide frac12 frac14 \
    frac34 sup2 sup3 ensp emsp thinsp zwj zwnj oelig aelig larr rarr check hearts star";

/// The endings of the entities of accented letters, such as `&atilde;`.
const ACCENTS: &str = "acute grave circ tilde uml cedil ring slash caron";

/// The length of the longest entity in bytes, from its ampersand to its semicolon.
const ENTITY_LENGTH: usize = 10;

/// Escaped line breaks as programs write them, and the escapes of [RFC 5545, section
/// 3.3.11](https://www.rfc-editor.org/rfc/rfc5545#section-3.3.11).
const ESCAPES: [&str; 5] = ["\\r\\n", "\\n", "\\N", "\\,", "\\;"];

/// Warns about the first leftover of each sort.
pub(super) fn warn(text: &str, path: &Path, report: &mut Report) {
    if let Some(escape) = text.split_ascii_whitespace().find_map(escape) {
        report.warn(Fault::new(Code::LiteralEscape).with("escape", escape), path.clone());
    }
    if let Some(tag) = from_each(text, "<").find_map(tag) {
        let tag = tag.to_ascii_lowercase();
        report.warn(Fault::new(Code::HtmlShown).with("tag", tag), path.clone());
    }
    if let Some(entity) = from_each(text, "&").find_map(entity) {
        report.warn(Fault::new(Code::HtmlShown).with("entity", entity.to_owned()), path.clone());
    }
    if search::find(text, "\u{fffd}").is_some() {
        report.warn(Code::LetterLost, path.clone());
    }
}

/// The rest of the text from each `mark` on.
fn from_each<'t>(text: &'t str, mark: &str) -> impl Iterator<Item = &'t str> {
    search::places(text, mark).filter_map(|at| text.get(at..))
}

/// The first known escape in a word. Paths such as `C:\new` and `\\server\notes` have none.
fn escape(word: &str) -> Option<&'static str> {
    let is_path = match word.as_bytes() {
        [drive, b':', b'\\', ..] => drive.is_ascii_alphabetic(),
        start => start.starts_with(b"\\\\"),
    };
    let written = |escape: &&str| !is_path && search::find(word, escape).is_some();
    ESCAPES.into_iter().find(written)
}

/// The name of the tag at the start of `text`, such as `<b>`, `</b>`, `<br/>` or `<a href="…">`, or the start of a
/// comment.
fn tag(text: &str) -> Option<&str> {
    if text.starts_with("<!--") {
        return text.get(1..4);
    }
    let (inside, end) = search::split_before(text.get(1..)?, b"<>");
    let inside = Some(inside).filter(|_| end.starts_with('>'))?;
    let (is_closing, inside) = match inside.strip_prefix('/') {
        Some(inside) => (true, inside),
        None => (false, inside),
    };
    let inside = inside.strip_suffix('/').unwrap_or(inside).trim_end();
    let name = inside.split_ascii_whitespace().next().filter(|name| inside.starts_with(name))?;
    // "a <b and c> d" is a comparison.
    let is_whole = inside.len() == name.len() || search::has(inside, b'=');
    // Any closing tag is markup: nobody writes "</mark>" as text.
    let is_closing = is_closing && search::all(name, |byte| byte.is_ascii_alphanumeric());
    (is_whole && (is_closing || has_word(TAGS, &name.to_ascii_lowercase()))
        || name.eq_ignore_ascii_case("!doctype"))
    .then_some(name)
}

/// The entity at the start of `text`: `&amp;`, `&eacute;`, `&#39;`, `&#x27;`.
fn entity(text: &str) -> Option<&str> {
    let end = text.bytes().take(ENTITY_LENGTH).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    (is_number(name) || is_letter(name) || has_word(ENTITIES, name))
        .then(|| text.get(..=end))
        .flatten()
}

/// Not inlined, to save code.
#[inline(never)]
fn has_word(words: &str, word: &str) -> bool {
    words.split_ascii_whitespace().any(|known| known == word)
}

/// Whether an entity's name is a number: `#39`, `#x27`.
fn is_number(name: &str) -> bool {
    let Some(number) = name.strip_prefix('#') else { return false };
    let (digits, radix) = match search::behind_first(number, |mark| matches!(mark, 'x' | 'X')) {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(radix))
}

/// Whether an entity's name is an accented letter: `atilde`.
fn is_letter(name: &str) -> bool {
    search::split(ACCENTS, b" ")
        .any(|accent| name.strip_suffix(accent).is_some_and(|letter| letter.len() == 1))
}
