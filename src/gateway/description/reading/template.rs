//! Reads texts with placeholders for fields of the target.

use super::{Kind, TargetField, place::Place};
use crate::{
    gateway::description::template::{Piece, Template},
    issue::Report,
    search,
};

impl Template {
    fn of(text: &str, target: &[TargetField]) -> Option<Self> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((literal, behind)) = rest.split_once('{') {
            let (name, after) = behind.split_once('}')?;
            if !literal.is_empty() {
                pieces.push(Piece::Literal(literal.to_owned()));
            }
            // A choice selects variants, and is not written itself.
            let is_written = |field: &TargetField| !matches!(field.kind, Kind::Choice(_));
            pieces.push(Piece::Field(
                target.iter().position(|field| field.name == name && is_written(field))?,
            ));
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Literal(rest.to_owned()));
        }
        Some(Self(pieces))
    }

    /// Reads a text as a template. A placeholder that names no field of the target is reported.
    pub(super) fn read(
        place: &Place<'_, '_>,
        target: &[TargetField],
        report: &mut Report,
    ) -> Option<Self> {
        let text = place.needed(report)?;
        // A fact would be sent as its name.
        if text.starts_with('$') || search::find(text, "/$").is_some() {
            place.unfit("a text without facts of the event, which stand in the body alone", report);
            return None;
        }
        let template = Self::of(text, target);
        if template.is_none() {
            place.unfit("a text whose braces hold names of the target's fields", report);
        }
        template
    }
}
