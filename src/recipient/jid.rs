//! Ids with a domain: JIDs, chat ids and group ids.

use super::{
    GroupId, Lid, Phone, Recipient, RecipientError as Error, RecipientNotice as Notice,
    RecipientRules, spelling::has_number,
};
use crate::{search, short::Short};

/// The digits of a group's id. Groups made since November 2021 have 18; the bounds leave room for
/// WhatsApp to move, and keep phone numbers out.
const GROUP_DIGITS: core::ops::RangeInclusive<usize> = 17..=20;

/// The digits of the number of who made an older group, which leads its id.
const FOUNDER_DIGITS: core::ops::RangeInclusive<usize> = 7..=15;

/// The digits of a LID.
const LID_DIGITS: core::ops::RangeInclusive<usize> = 6..=20;

/// The digits of the Unix time, in seconds, that ends the id of an older group.
const FOUNDED_DIGITS: usize = 10;

/// The domains of people.
const PERSON: [&str; 2] = ["s.whatsapp.net", "c.us"];

/// How a gateway marks the ids of groups in place of their domain.
const GROUP_SUFFIX: &str = "-group";

/// Reads an id with a domain; none where the text has no domain.
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

/// What stands before the domain of a person, without the device; the whole text of any other id.
pub(super) fn user(id: &str) -> &str {
    match search::split_at(id, b"@") {
        Some((user, domain)) if is_person(domain) => without_device(user),
        Some(_) => id,
        None => without_device(id),
    }
}

/// An id without the device behind a colon, and the agent before that: whatsmeow writes `user.agent:device`,
/// Baileys `user_agent:device`. Messages go to the account, whatever its devices.
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

/// What an id without its domain can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A group's: no phone number has as many digits.
    Group,
    /// Digits, and not a group's.
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

/// Whether digits that are no phone number can be a LID without its domain. Those that were seen have 14 and 15.
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
