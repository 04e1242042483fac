//! Reads a text word by word: what follows the name of a secret is removed, whatever it looks like.

use super::{
    MESSAGE_LENGTH, REMOVED,
    character::{is_digit, is_joint, is_letter},
    count,
    plain::{Look, fits, look, pieces},
    split_before, split_end,
    vocabulary::{follows_colon, follows_name, is_copula, is_known, names_secret},
};
use crate::search;

/// More bytes than a message can show: each of its UTF-16 code units has at most three bytes.
const ENOUGH: usize = 4 * MESSAGE_LENGTH;

/// More punctuation next to a secret may be a part of it.
const MOST_PUNCTUATION: usize = 3;

/// Shorter names may be in keys by chance.
const SHORTEST_NAME: usize = 3;

/// What was last said about a secret.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Named {
    #[default]
    Nothing,
    /// `token` occurred before, in the same sentence.
    Mentioned,
    /// `token`
    Name,
    /// `token is`
    Copula,
    /// `token:`, `token =`
    Assigned,
}

/// A text, as far as it has been read.
#[derive(Default)]
struct Sentence {
    plain: String,
    named: Named,
    /// Whether this is within a secret in quotation marks.
    is_quoted: bool,
    /// Whether the last word was `session`, whose `id` is a secret.
    is_session: bool,
}

/// The words of a text that is separated by single spaces, with [`REMOVED`] in place of what is not a word.
pub(super) fn plain_words(text: &str) -> String {
    let mut sentence = Sentence { plain: String::with_capacity(text.len()), ..Sentence::default() };
    for chunk in search::split(text, b" ") {
        if sentence.plain.len() > ENOUGH {
            break;
        }
        sentence.push(chunk);
    }
    sentence.plain
}

impl Sentence {
    fn push(&mut self, chunk: &str) {
        if self.is_quoted {
            self.end_quotation(chunk);
            return;
        }
        if !self.plain.is_empty() {
            self.plain.push(' ');
        }
        let (lead, core, tail) = edges(chunk);
        if core.is_empty() {
            self.named = after_punctuation(chunk, self.named);
            self.plain.push_str(chunk);
            return;
        }
        if self.is_secret(lead, core) {
            self.push_removed(lead, tail);
            self.is_quoted =
                count(lead, is_quote) > 0 && count(tail, is_quote) == 0 && !closes(core);
            // More secrets may follow a comma.
            self.named = if tail.contains(',') { Named::Name } else { Named::Nothing };
            return;
        }
        let hidden = hidden_from(core);
        if hidden.is_none() && fits(core) {
            self.plain.extend([lead, core, tail]);
        } else {
            self.push_known(lead, core, tail, hidden);
        }
        let last = pieces(core).last().map_or("", |(_, piece)| *piece);
        let is_name = names_secret(last) || self.is_session && last.eq_ignore_ascii_case("id");
        self.is_session = last.eq_ignore_ascii_case("session");
        let named = match self.named {
            Named::Assigned if is_name => Named::Assigned,
            _ if is_name => Named::Name,
            Named::Name if is_copula(core) => Named::Copula,
            Named::Nothing => Named::Nothing,
            _ => Named::Mentioned,
        };
        self.named = after_punctuation(tail, named);
    }

    /// Whether a word is a secret, because of what precedes it.
    fn is_secret(&self, lead: &str, core: &str) -> bool {
        if pieces(core).first().is_some_and(|(_, piece)| names_secret(piece)) {
            return false;
        }
        let is_quoted = count(lead, is_quote) > 0;
        let may_stay = |word: &str| match self.named {
            Named::Nothing | Named::Mentioned => true,
            Named::Name => is_known(word) || !is_quoted && follows_name(word),
            Named::Copula => !is_quoted && follows_name(word),
            Named::Assigned => !is_quoted && follows_colon(word),
        };
        !pieces(core).iter().all(|(_, piece)| may_stay(piece))
    }

    /// Writes [`REMOVED`], with the punctuation around it.
    fn push_removed(&mut self, lead: &str, tail: &str) {
        // One is enough for a secret of several words.
        if lead.is_empty() && self.plain.trim_end().ends_with(REMOVED) {
            self.plain.pop();
            self.plain.pop();
        }
        self.plain.push_str(punctuation(lead));
        self.plain.push(REMOVED);
        self.plain.push_str(punctuation(tail));
    }

    /// Writes the names that gateways use, and [`REMOVED`] in place of the rest.
    fn push_known(&mut self, lead: &str, core: &str, tail: &str, hidden: Option<Hidden>) {
        let stays = |start: usize, piece: &str| {
            !hidden.is_some_and(|hidden| hidden.hides(start)) && stays_anywhere(piece)
        };
        if pieces(core).iter().any(|(start, piece)| stays(*start, piece)) {
            self.plain.push_str(punctuation(lead));
            let mut end = 0_usize;
            let mut is_removed = false;
            for (start, piece) in pieces(core) {
                let stays = stays(start, piece);
                if stays || !is_removed {
                    self.plain.push_str(core.get(end..start).unwrap_or_default());
                    if stays {
                        self.plain.push_str(piece);
                    } else {
                        self.plain.push(REMOVED);
                    }
                }
                is_removed = !stays;
                end = start.saturating_add(piece.len());
            }
            self.plain.push_str(punctuation(tail));
        } else {
            self.push_removed(lead, tail);
        }
        if let Some(Hidden { start, is_rest: true }) = hidden {
            let (before, value) = core.split_at_checked(start).unwrap_or((core, ""));
            let is_closed = closes(value) || count(tail, is_quote) > 0;
            self.is_quoted = !split_end(before, is_quote).1.is_empty() && !is_closed;
        }
    }

    /// Skips everything up to the quotation mark that ends a secret.
    fn end_quotation(&mut self, chunk: &str) {
        if let Some(at) = closing(chunk) {
            self.is_quoted = false;
            let tail = chunk.get(at..).unwrap_or_default();
            self.plain.push_str(punctuation(tail));
        }
    }
}

/// The punctuation, unless it may be a part of a secret.
fn punctuation(text: &str) -> &str {
    if count(text, |_| true) <= MOST_PUNCTUATION { text } else { "" }
}

/// Where a secret is, within a text without spaces that names it.
#[derive(Clone, Copy)]
struct Hidden {
    start: usize,
    /// Whether everything that follows belongs to it. In a path, only the part up to the next slash does.
    is_rest: bool,
}

impl Hidden {
    const fn hides(self, start: usize) -> bool {
        start == self.start || self.is_rest && start > self.start
    }
}

/// Finds the piece after the name of a secret: `token=abc`, `"api-key":"abc"`, `/token/abc`.
fn hidden_from(core: &str) -> Option<Hidden> {
    let mut end: Option<usize> = None;
    for (start, piece) in pieces(core) {
        let between = end.and_then(|end| core.get(end..start)).unwrap_or_default();
        let is_path = between == "/";
        // "the token's" has no secret, and neither has "tokens, keys".
        if count(between, |joint| !matches!(joint, ',' | ';' | '?' | '\'' | '’')) > 0 {
            return Some(Hidden { start, is_rest: !is_path });
        }
        end = names_secret(piece).then(|| start.saturating_add(piece.len()));
    }
    None
}

/// Whether a piece is kept, whatever is around it: a name that gateways use, or the domain of an id.
fn stays_anywhere(piece: &str) -> bool {
    match look(piece) {
        Look::Removed => !piece.ends_with(REMOVED),
        _ => (piece.len() >= SHORTEST_NAME || piece.eq_ignore_ascii_case("id")) && is_known(piece),
    }
}

/// Splits a text into the punctuation before it, the text itself, and the punctuation after it.
fn edges(chunk: &str) -> (&str, &str, &str) {
    let (lead, rest) = split_before(chunk, |character| {
        !is_joint(character) && !matches!(character, '-' | '*' | '.')
    });
    let (core, tail) = split_end(rest, |character| {
        is_joint(character) || matches!(character, '-' | '*' | '.' | '!')
    });
    (lead, core, tail)
}

/// What is still said about a secret after punctuation.
fn after_punctuation(text: &str, named: Named) -> Named {
    let has = |bytes: &[u8]| text.bytes().any(|byte| bytes.contains(&byte));
    match named {
        Named::Nothing => named,
        _ if has(b":=") => Named::Assigned,
        _ if has(b".;!?") => Named::Nothing,
        Named::Name | Named::Copula if has(b",") => Named::Mentioned,
        _ => named,
    }
}

fn is_quote(character: char) -> bool {
    matches!(character, '"' | '\'' | '`' | '“' | '”' | '„' | '«' | '»' | '‘' | '’')
}

/// Whether a text contains a quotation mark that is not an apostrophe.
fn closes(text: &str) -> bool {
    closing(text).is_some()
}

/// The place of the last quotation mark that no letter or digit follows.
fn closing(text: &str) -> Option<usize> {
    let mut next = ' ';
    for (at, character) in text.char_indices().rev() {
        if is_quote(character) && !is_letter(next) && !is_digit(next) {
            return Some(at);
        }
        next = character;
    }
    None
}
