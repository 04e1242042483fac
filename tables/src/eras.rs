//! The clocks of a zone, in as few rows as possible.

use super::behaviour::{Behaviour, Change, END, Footer, START, Shape, changes, offset_at};
use anyhow::Result;
use std::collections::BTreeMap;

/// An offset or a yearly rule that applies from an instant on.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Era {
    pub start: i64,
    pub rule: Footer,
}

/// Finds the rows of zones. The shapes are the rules that may be used in them.
pub struct Eras {
    shapes: Vec<Shape>,
    /// The changes under each rule, because many zones share a rule.
    known: BTreeMap<Footer, Vec<Change>>,
}

impl Eras {
    pub fn new(shapes: Vec<Shape>) -> Self {
        Self { shapes, known: BTreeMap::new() }
    }

    /// The rows of a zone. Each row is the one that holds longest from its start.
    pub fn of(&mut self, zone: &Behaviour) -> Result<Vec<Era>> {
        let mut eras = Vec::new();
        let mut here = Change { instant: START, offset: zone.first };
        let mut ahead = zone.changes.as_slice();
        loop {
            let fixed = Footer { standard: here.offset, shape: None };
            let (mut best, mut held) = (fixed, 0);
            for rule in self.candidates(here.offset, &zone.then) {
                if let Some(holds) = self.holds(&rule, here, ahead)?
                    && (holds > held || holds == held && rule == zone.then)
                {
                    (best, held) = (rule, holds);
                }
            }
            eras.push(Era { start: here.instant, rule: best });
            let Some(next) = ahead.get(held) else { break };
            (here, ahead) = (*next, &ahead[held + 1..]);
        }
        if eras.last().is_some_and(|last| last.rule != zone.then) {
            eras.push(Era { start: END, rule: zone.then.clone() });
        }
        Ok(eras)
    }

    /// The rules under which the offset can be in force.
    fn candidates(&self, offset: i16, then: &Footer) -> Vec<Footer> {
        let shaped = self.shapes.iter().flat_map(|shape| {
            [offset, offset - shape.saving]
                .map(|standard| Footer { standard, shape: Some(shape.clone()) })
        });
        [then.clone()].into_iter().chain(shaped).collect()
    }

    /// How many of the changes ahead follow from the rule, if it is in force from `here` until the next change that
    /// does not. `None` if it is wrong from the start.
    fn holds(&mut self, rule: &Footer, here: Change, ahead: &[Change]) -> Result<Option<usize>> {
        let zone = rule.zone()?;
        if offset_at(&zone, here.instant)? != here.offset {
            return Ok(None);
        }
        if !self.known.contains_key(rule) {
            self.known.insert(rule.clone(), changes(&zone)?);
        }
        let mut ruled = self.known[rule].iter().filter(|change| change.instant > here.instant);
        let same =
            ahead.iter().zip(ruled.by_ref()).take_while(|(real, ruled)| real == ruled).count();
        let ruled =
            self.known[rule].iter().filter(|change| change.instant > here.instant).nth(same);
        let until = ahead.get(same).map_or(END, |change| change.instant);
        match ruled {
            // The rule changes the clocks when the zone does not. So it ends at the previous change, with which the
            // next row begins.
            Some(change) if change.instant < until => Ok(same.checked_sub(1)),
            _ => Ok(Some(same)),
        }
    }
}
