//! How a description says how recipients are spelled.

use super::place::Place;
use crate::{
    gateway::description::recipients::{Part, Recipients, Spelling},
    issue::{IssueCode as Code, Report},
};

impl Recipients {
    pub(super) fn read(place: &Place<'_, '_>, report: &mut Report) -> Self {
        place.only(&["person", "group", "oldGroup", "lid"], report);
        let person = Spelling::read(&place.at("person"), report);
        let group = Spelling::read(&place.at("group"), report);
        let old_group = Spelling::read(&place.at("oldGroup"), report);
        let lid = Spelling::read(&place.at("lid"), report);
        if person.is_none() && group.is_none() && lid.is_none() {
            place.fault(Code::Required, report);
        }
        Self { person, group, old_group, lid }
    }
}

impl Spelling {
    fn read(place: &Place<'_, '_>, report: &mut Report) -> Option<Self> {
        let text = place.text(report)?;
        let parts = [
            ("{digits}", Part::Whole),
            ("{id}", Part::Whole),
            ("{user}", Part::User),
            ("{e164}", Part::E164),
        ];
        let found = parts.iter().find_map(|(name, part)| Some((*part, text.strip_prefix(name)?)));
        let is_plain = |text: &str| {
            text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"@.-_".contains(&byte))
        };
        let Some((part, suffix)) = found.filter(|(_, suffix)| is_plain(suffix)) else {
            place.unfit("digits, e164, id or user in braces, and what stands behind them", report);
            return None;
        };
        Some(Self { part, suffix: suffix.to_owned() })
    }
}
