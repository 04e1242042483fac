//! Ids with a domain: JIDs, chat ids and group ids.

use super::{GroupId, Lid, Phone, Recipient, RecipientError};

/// The digits of a group's id. Groups made since November 2021 have 18; the bounds leave room for
/// WhatsApp to move, and keep phone numbers out.
const GROUP_DIGITS: core::ops::RangeInclusive<usize> = 17..=20;

/// The digits of a LID.
const LID_DIGITS: core::ops::RangeInclusive<usize> = 6..=20;

/// The digits of the Unix time, in seconds, that ends the id of an older group.
const FOUNDED_DIGITS: usize = 10;

/// Reads an id with a domain; none where the text has no domain.
pub(super) fn parse(text: &str) -> Option<Result<Recipient, RecipientError>> {
    if let Some(id) = text.strip_suffix("-group") {
        return Some(group(id));
    }
    let (id, domain) = text.split_once('@')?;
    Some(match domain.to_ascii_lowercase().as_str() {
        "s.whatsapp.net" | "c.us" => Phone::from_id(id).map(Recipient::Person),
        "g.us" => group(id),
        "lid" if is_digits(id) && LID_DIGITS.contains(&id.len()) => {
            Ok(Recipient::Lid(Lid([id, "@lid"].concat())))
        }
        "newsletter" => Err(RecipientError::Newsletter),
        "broadcast" => Err(RecipientError::Broadcast),
        _ => Err(RecipientError::InvalidCharacters),
    })
}

fn group(id: &str) -> Result<Recipient, RecipientError> {
    let fits = match id.split_once('-') {
        None => is_digits(id) && GROUP_DIGITS.contains(&id.len()),
        Some((founder, time)) => {
            Phone::from_id(founder).is_ok() && is_digits(time) && time.len() == FOUNDED_DIGITS
        }
    };
    if fits {
        Ok(Recipient::Group(GroupId([id, "@g.us"].concat())))
    } else {
        Err(RecipientError::InvalidCharacters)
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
