//! Reads how recipients are spelled.

use super::place::Place;
use crate::{
    gateway::description::recipients::{Part, Recipients, Spelling},
    issue::{IssueCode as Code, Report},
};

/// What a spelling may begin with, by kind. Only people can be spelled as digits: the digits of a LID would be read as
/// the phone number of a stranger.
const PERSON: &[(&str, Part)] = &[
    ("{digits}", Part::Whole),
    ("{id}", Part::Whole),
    ("{user}", Part::User),
    ("{e164}", Part::E164),
];
const GROUP: &[(&str, Part)] = &[("{id}", Part::Whole), ("{user}", Part::User)];
const LID: &[(&str, Part)] = &[("{id}", Part::Whole)];

impl Recipients {
    pub(super) fn read(place: &Place<'_, '_>, report: &mut Report) -> Self {
        place.only(&["person", "group", "oldGroup", "lid", "fewestDigits"], report);
        let person = Spelling::read(&place.at("person"), PERSON, report);
        let group = Spelling::read(&place.at("group"), GROUP, report);
        let old_group = Spelling::read(&place.at("oldGroup"), GROUP, report);
        let lid = Spelling::read(&place.at("lid"), LID, report);
        if person.is_none() && group.is_none() && lid.is_none() {
            place.fault(Code::Required, report);
        }
        let fewest = place.at("fewestDigits").whole(report);
        let fewest_digits = fewest.and_then(|fewest| usize::try_from(fewest).ok()).unwrap_or(0);
        Self { person, group, old_group, lid, fewest_digits }
    }
}

impl Spelling {
    fn read(place: &Place<'_, '_>, parts: &[(&str, Part)], report: &mut Report) -> Option<Self> {
        let text = place.text(report)?;
        let found = parts.iter().find_map(|(name, part)| Some((*part, text.strip_prefix(name)?)));
        let is_plain = |text: &str| {
            text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"@.-_".contains(&byte))
        };
        let Some((part, suffix)) = found.filter(|(_, suffix)| is_plain(suffix)) else {
            place.unfit(
                "id in braces (of groups also user, of people also digits or e164), and what stands behind",
                report,
            );
            return None;
        };
        Some(Self { part, suffix: suffix.to_owned() })
    }
}
