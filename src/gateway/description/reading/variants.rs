//! Variants of a request, and the request of each choice that a target can make.

use super::{Kind, TargetField, merge::merged, place::Place};
use crate::{
    gateway::description::{
        request::Request,
        variants::{GIVEN, When, met},
    },
    input::Value,
    issue::{Fault, IssueCode as Code, Report},
};

/// The most variants, and the most requests that they make: a page that contradicts itself more often is none.
const MOST: usize = 32;

pub(super) fn read(page: &Place<'_, '_>, target: &[TargetField], report: &mut Report) -> Vec<When> {
    let mut variants = Vec::new();
    page.at("variants").items(report, |variant, report| {
        variant.only(&["when", "request"], report);
        let mut words = Vec::new();
        variant.at("when").each(report, |condition, report| {
            let place = target.iter().position(|field| field.name == condition.name());
            let field = place.and_then(|place| Some((place, target.get(place)?)));
            let Some((place, TargetField { kind, .. })) = field else {
                return condition.fault(Code::UnknownField, report);
            };
            let word = condition.needed(report);
            let found = match kind {
                Kind::Choice(known) => known.iter().position(|known| word == Some(known)),
                Kind::Label => (word == Some("*")).then_some(GIVEN),
                _ => return condition.fault(Code::UnknownField, report),
            };
            match found {
                Some(word) => words.push((place, word)),
                None => condition.unfit("a word of the target's choice, or * for a label", report),
            }
        });
        variants.push(When(words));
    });
    if variants.len() > MOST {
        let fault = Fault::new(Code::TooLong).with("max", MOST).with("length", variants.len());
        page.at("variants").fault(fault, report);
        variants.truncate(MOST);
    }
    variants
}

/// The requests of all choices, each once, that of the default first.
pub(super) fn requests(
    page: &Place<'_, '_>,
    id: &str,
    variants: &[When],
    target: &mut [TargetField],
    report: &mut Report,
) -> Vec<(u32, Request)> {
    let mut requests: Vec<(u32, Request)> = Vec::new();
    let mut seen = Vec::new();
    // One word for each field that offers a choice, counted through like the digits of a number.
    let mut words = vec![0_usize; target.len()];
    loop {
        let met = met(variants, &|field| words.get(field).copied().unwrap_or(0));
        if !seen.contains(&met) && seen.len() < MOST {
            seen.push(met);
            let mut request = page.value.field("request").clone();
            if let Value::List(patches) = page.value.field("variants") {
                let asked =
                    patches.iter().zip(0_u32..).filter(|(_, bit)| met.wrapping_shr(*bit) & 1 == 1);
                for (patch, _) in asked {
                    request = merged(&request, patch.field("request"));
                }
            }
            let mut news = Report::new(false);
            let read =
                Request::read(&Place::named(&request, "request", page), id, target, &mut news);
            // A label that was left out is nothing that could stand anywhere.
            for at in read.iter().flat_map(|read| &read.named) {
                let field = target.get(*at).filter(|field| matches!(field.kind, Kind::Label));
                if let Some(field) = field.filter(|_| words.get(*at) != Some(&GIVEN)) {
                    let place = page.at("target");
                    place.at(&field.name).unfit("a label in a variant alone", &mut news);
                }
            }
            report.append_news(news);
            requests.extend(read.map(|read| (met, read)));
        }
        let mut fields = words.iter_mut().zip(target.iter());
        let is_next = fields.any(|(word, field)| {
            let words = match &field.kind {
                Kind::Choice(known) => known.len(),
                Kind::Label => GIVEN.saturating_add(1),
                _ => return false,
            };
            *word = word.saturating_add(1);
            let is_over = *word >= words;
            if is_over {
                *word = 0;
            }
            !is_over
        });
        if !is_next {
            return requests;
        }
    }
}
