//! Ids with a domain: JIDs, chat ids and group ids.

use super::{
    GroupId, Lid, Phone, Recipient, RecipientError as Error, RecipientNotice as Notice,
    RecipientRules, spelling::has_number,
};
use crate::{search, short::Short};

/// How many digits the id of a group has. Groups created since November 2021 have 18. The bounds leave room for changes
/// by WhatsApp, and exclude phone numbers.
const GROUP_DIGITS: core::ops::RangeInclusive<usize> = 17..=20;

/// How many digits the number of an older group's creator has. The group's id begins with it.
const FOUNDER_DIGITS: core::ops::RangeInclusive<usize> = 7..=15;

/// How many digits a LID has.
const LID_DIGITS: core::ops::RangeInclusive<usize> = 6..=20;

/// How many digits the Unix time, in seconds, at the end of an older group's id has.
const FOUNDED_DIGITS: usize = 10;

/// The domains of people's ids.
const PERSON: [&str; 2] = ["s.whatsapp.net", "c.us"];

/// What one gateway writes after the ids of groups in place of their domain.
const GROUP_SUFFIX: &str = "-group";

/// Reads an id with a domain. `None` if the text has no domain.
pub(super) fn parse(
    text: &str,
    rules: RecipientRules,
    notices: &mut Vec<Notice>,
) -> Option<Result<Recipient, Error>> {
    let suffix = text.len().checked_sub(GROUP_SUFFIX.len());
    if let Some((id, suffix)) = suffix.and_then(|at| text.split_at_checked(at))
        && suffix.eq_ignore_ascii_case(GROUP_SUFFIX)
    {
        return Some(group(id));
    }
    let (id, domain) = search::split_at(text, b"@")?;
    if has_number(domain) {
        return Some(Err(Error::Multiple));
    }
    let mut bare = || {
        let bare = without_device(id);
        if bare.len() < id.len() {
            notices.push(Notice::DeviceRemoved);
        }
        bare
    };
    let is = |known: &str| known.eq_ignore_ascii_case(domain);
    Some(if is_person(domain) {
        let id = bare();
        Phone::from_id(id, rules, notices).map(Recipient::Person)
    } else if is("g.us") {
        group(id)
    } else if is("lid") {
        lid(bare())
    } else if is("newsletter") {
        Err(Error::Newsletter)
    } else if is("broadcast") {
        Err(Error::Broadcast)
    } else {
        Err(Error::InvalidCharacters)
    })
}

fn is_person(domain: &str) -> bool {
    PERSON.iter().any(|known| known.eq_ignore_ascii_case(domain))
}

/// The part of a person's id before the domain, without the device. An id with another domain is returned whole.
pub(super) fn user(id: &str) -> &str {
    match search::split_at(id, b"@") {
        Some((user, domain)) if is_person(domain) => without_device(user),
        Some(_) => id,
        None => without_device(id),
    }
}

/// An id without the device after a colon and the agent before that: whatsmeow writes `user.agent:device`, Baileys
/// `user_agent:device`. Messages go to the account, not to a device.
pub(super) fn without_device(id: &str) -> &str {
    let id = without_number_behind(id, b":");
    without_number_behind(id, b"._")
}

fn without_number_behind<'t>(id: &'t str, marks: &[u8]) -> &'t str {
    match search::split_at(id, marks) {
        Some((user, number)) if is_digits(number, &(1..=5)) => user,
        _ => id,
    }
}

/// What an id without its domain looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// The id of a group: no phone number has so many digits.
    Group,
    /// Digits that are not the id of a group.
    Digits,
    Other,
}

/// The shape of an id without its domain.
pub(super) fn shape(id: &str) -> Shape {
    let is_group = match search::split_at(id, b"-") {
        None => is_digits(id, &GROUP_DIGITS),
        Some((founder, time)) => {
            is_digits(founder, &FOUNDER_DIGITS)
                && is_digits(time, &(FOUNDED_DIGITS..=FOUNDED_DIGITS))
        }
    };
    if is_group {
        Shape::Group
    } else if is_digits(id, &(1..=usize::MAX)) {
        Shape::Digits
    } else {
        Shape::Other
    }
}

/// Whether digits that are not a phone number may be a LID without its domain. The known LIDs have 14 or 15 digits.
pub(super) fn may_be_lid(text: &str) -> bool {
    is_digits(text, &(14..=*LID_DIGITS.end())) && !text.starts_with('0')
}

fn group(id: &str) -> Result<Recipient, Error> {
    let id = if shape(id) == Shape::Group { Short::of(&[id, "@g.us"]) } else { None };
    id.map(|id| Recipient::Group(GroupId(id))).ok_or(Error::InvalidCharacters)
}

fn lid(id: &str) -> Result<Recipient, Error> {
    let id = if is_digits(id, &LID_DIGITS) { Short::of(&[id, "@lid"]) } else { None };
    id.map(|id| Recipient::Lid(Lid(id))).ok_or(Error::InvalidCharacters)
}

fn is_digits(text: &str, lengths: &core::ops::RangeInclusive<usize>) -> bool {
    lengths.contains(&text.len()) && search::all_digits(text)
}
