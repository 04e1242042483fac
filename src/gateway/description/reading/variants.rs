//! Reads the variants of a request, and the requests for each choice that a target can make.

use super::{Kind, TargetField, operations, place::Place};
use crate::{
    gateway::description::{
        operations::Operations,
        variants::{GIVEN, When, met},
    },
    input::Value,
    issue::{IssueCode as Code, Report},
};

/// The most variants, and the most sets of variants that have requests of their own. No documentation contradicts
/// itself more often.
const MOST: usize = 32;

/// The most choices that are enumerated.
const MOST_CHOICES: usize = 1024;

pub(super) fn read(page: &Place<'_, '_>, target: &[TargetField], report: &mut Report) -> Vec<When> {
    let mut variants = Vec::new();
    page.at("variants").items(report, |variant, report| {
        variant.only(&["when", "request", "edit", "cancel"], report);
        for name in ["edit", "cancel"] {
            if page.at(name).is_absent() && !variant.at(name).is_absent() {
                variant.at(name).fault(Code::UnknownField, report);
            }
        }
        let mut words = Vec::new();
        if variant.at("when").is_absent() {
            variant.at("when").fault(Code::Required, report);
        }
        variant.at("when").each(report, |condition, report| {
            let place = target.iter().position(|field| field.name == condition.name());
            let field = place.and_then(|place| Some((place, target.get(place)?)));
            let Some((place, TargetField { kind, .. })) = field else {
                return condition.fault(Code::UnknownField, report);
            };
            let word = condition.needed(report);
            let found = match kind {
                Kind::Choice(known) => known.iter().position(|known| word == Some(known)),
                Kind::Label(_) => (word == Some("*")).then_some(GIVEN),
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
        page.at("variants").too_much("parts", MOST, variants.len(), report);
        variants.truncate(MOST);
    }
    variants
}

/// Reads the requests for all choices, without duplicates, those of the default choice first.
pub(super) fn requests(
    page: &Place<'_, '_>,
    variants: &[When],
    target: &mut Vec<TargetField>,
    report: &mut Report,
) -> Vec<(u32, Operations)> {
    let mut requests: Vec<(u32, Operations)> = Vec::new();
    let patches = page.at("variants");
    for Choice { met, words } in choices(variants, target, &patches, report) {
        // No further issues are listed, and each request of a faulty description repeats most of them.
        if report.is_full() {
            break;
        }
        let list: &[Value<'_>] =
            if let Value::List(patches) = patches.value { patches } else { &[] };
        let asked = list.iter().zip(0_u32..).filter(|(_, bit)| met.wrapping_shr(*bit) & 1 == 1);
        let asked: Vec<_> = asked.map(|(patch, _)| patch).collect();
        let mut news = Report::new(false);
        let read = operations::read(page, &asked, target, &mut news);
        // A label that is left out cannot be written anywhere.
        let named = read.iter().flat_map(Operations::all).flat_map(|request| &request.named);
        for at in named {
            let field = target.get(*at).filter(|field| matches!(field.kind, Kind::Label(_)));
            if let Some(field) = field.filter(|_| words.get(*at) != Some(&GIVEN)) {
                let place = page.at("target");
                place.at(&field.name).unfit("a label in a variant alone", &mut news);
            }
        }
        report.append_missing(news);
        requests.extend(read.map(|read| (met, read)));
    }
    requests
}

/// One choice that a target can make: a word of each field, and the variants that these select.
struct Choice {
    met: u32,
    words: Vec<usize>,
}

/// One choice for each set of variants that can be selected, the default first. All words of a field that no variant
/// asks for are equivalent, so only one of them is tried.
fn choices(
    variants: &[When],
    target: &[TargetField],
    place: &Place<'_, '_>,
    report: &mut Report,
) -> Vec<Choice> {
    let fields = target.iter().enumerate();
    let words_of: Vec<Vec<usize>> =
        fields.map(|(at, field)| words_that_differ(variants, at, field)).collect();
    let count = words_of.iter().fold(1_usize, |count, words| count.saturating_mul(words.len()));
    let mut choices: Vec<Choice> = Vec::new();
    // Enumerates the choices like the digits of a number.
    for number in 0..count.min(MOST_CHOICES) {
        let mut rest = number;
        let words: Vec<usize> = words_of
            .iter()
            .map(|words| {
                let digit = rest.checked_rem(words.len()).unwrap_or(0);
                rest = rest.checked_div(words.len()).unwrap_or(0);
                words.get(digit).copied().unwrap_or(0)
            })
            .collect();
        let met = met(variants, &|field| words.get(field).copied().unwrap_or(0));
        if choices.iter().all(|choice| choice.met != met) {
            choices.push(Choice { met, words });
        }
    }
    if count > MOST_CHOICES {
        place.too_much("parts", MOST_CHOICES, count, report);
    } else if choices.len() > MOST {
        place.too_much("parts", MOST, choices.len(), report);
    }
    choices.truncate(MOST);
    choices
}

/// The words of a field that variants distinguish, by index: all that a variant asks for, and the first of the others.
fn words_that_differ(variants: &[When], at: usize, field: &TargetField) -> Vec<usize> {
    let count = match &field.kind {
        Kind::Choice(words) => words.len(),
        Kind::Label(_) => GIVEN.saturating_add(1),
        _ => 1,
    };
    let mut has_other = false;
    let mut words = Vec::new();
    for word in 0..count.max(1) {
        if variants.iter().any(|when| when.0.contains(&(at, word))) {
            words.push(word);
        } else if !has_other {
            has_other = true;
            words.push(word);
        }
    }
    words
}
