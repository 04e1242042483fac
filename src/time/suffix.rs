//! The suffixes of [RFC 9557](https://www.rfc-editor.org/rfc/rfc9557): `[America/Sao_Paulo]`, `[-03:00]`,
//! `[u-ca=gregory]`, each with a leading `!` if it is critical.

use super::TimeError;
use crate::search;

/// A zone in brackets.
#[derive(Clone, Copy)]
pub(super) struct Suffix<'t> {
    pub(super) zone: &'t str,
    /// Whether there is a `!`, which means that a disagreement must not be overruled (RFC 9557 section 3.4).
    pub(super) is_critical: bool,
}

/// The calendars of the dates that waevent reads.
const CALENDARS: &[&str] = &["gregory", "iso8601"];

/// Reads all suffixes and returns the zone. A suffix that is neither critical nor understood is ignored, as section 3.1
/// requires.
pub(super) fn parse(text: &str) -> Result<Option<Suffix<'_>>, TimeError> {
    let mut zone = None;
    let mut rest = text;
    let mut is_first = true;
    while !rest.is_empty() {
        let inner = rest.strip_prefix('[').ok_or(TimeError::Format(None))?;
        let (tag, after) = search::split_at(inner, b"]").ok_or(TimeError::Format(None))?;
        let (is_critical, tag) = match tag.strip_prefix('!') {
            Some(tag) => (true, tag),
            None => (false, tag),
        };
        match search::split_at(tag, b"=") {
            Some((key, value)) if is_key(key) && is_value(value) => {
                let is_known = key == "u-ca" && CALENDARS.contains(&value);
                if is_critical && !is_known {
                    return Err(TimeError::CriticalSuffix);
                }
            }
            None if is_first && is_zone(tag) => zone = Some(Suffix { zone: tag, is_critical }),
            _ => return Err(TimeError::Format(None)),
        }
        is_first = false;
        rest = after;
    }
    Ok(zone)
}

/// Keys that begin with a low line are for experiments, and to be rejected outside of them (section 3.2).
fn is_key(key: &str) -> bool {
    search::begins(key, |character| character.is_ascii_lowercase())
        && search::all(key, |byte| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-".contains(&byte)
        })
}

fn is_value(value: &str) -> bool {
    search::split(value, b"-")
        .all(|part| !part.is_empty() && search::all(part, |byte| byte.is_ascii_alphanumeric()))
}

fn is_zone(name: &str) -> bool {
    !name.is_empty()
        && search::all(name, |byte| byte.is_ascii_alphanumeric() || b"._-+/:".contains(&byte))
}
