//! Reads how a gateway replies.

use super::{merge::merged, place::Place};
use crate::{
    gateway::built_in,
    issue::{Fault, IssueCode as Code, Report},
    reply::{Answers, Expected, Kind, ReplyCode, Success, Words},
};

pub(super) fn read(place: &Place<'_, '_>, report: &mut Report) -> Answers {
    place.only(
        &[
            "successes",
            "queued",
            "envelopes",
            "refusesInXml",
            "refusesWith503",
            "refusals",
            "messages",
            "codes",
            "words",
            "hints",
            "notes",
        ],
        report,
    );
    let mut refusals = Vec::new();
    place.at("refusals").items(report, |status, report| {
        match status.whole(report).and_then(|number| u16::try_from(number).ok()) {
            Some(number) if (400..500).contains(&number) => refusals.push(number),
            _ => status.unfit("a status from 400 to 499", report),
        }
    });
    let mut answers = Answers {
        refusals,
        is_queued: place.at("queued").flag(report),
        refuses_in_xml: place.at("refusesInXml").flag(report),
        refuses_with_503: place.at("refusesWith503").flag(report),
        messages: place.at("messages").field_paths(report),
        ..Answers::default()
    };
    place.at("successes").items(report, |success, report| {
        let like = success.at("like");
        // The reply of another gateway, with the changes that are given here.
        let other = like.text(report).map(|id| built_in::answers_of(id));
        let page = other.as_ref().map(|page| page.field("answers").field("successes"));
        let base = match page {
            Some(crate::input::Value::List(successes)) => successes.first(),
            Some(_) => {
                like.unfit("the id of a gateway that says how it answers", report);
                None
            }
            None => None,
        };
        let whole = base.map(|base| merged(base, success.value));
        let whole = whole.as_ref().map_or(success.value, |whole| whole);
        answers.successes.push(read_success(
            &Place::named(whole, success.name(), &place.at("successes")),
            report,
        ));
    });
    place.at("envelopes").items(report, |envelope, report| {
        let mut fields = Vec::new();
        envelope.each(report, |field, report| {
            let kinds =
                [("text", Kind::Text), ("integer", Kind::Integer), ("boolean", Kind::Boolean)];
            field.check_field_path(field.name(), report);
            let word = field.needed(report);
            match kinds.iter().find(|(name, _)| word == Some(*name)) {
                Some((_, kind)) => fields.push((field.name().to_owned(), *kind)),
                None => field.unfit("text, integer or boolean", report),
            }
        });
        answers.envelopes.push(fields);
    });
    place.at("codes").each(report, |word, report| {
        let code = word.needed(report).and_then(ReplyCode::named);
        match code {
            Some(code) => answers.codes.push((word.name().to_owned(), code)),
            None => unknown_code(word, report),
        }
    });
    place.at("words").each(report, |code, report| match ReplyCode::named(code.name()) {
        Some(meaning) => answers.signs.push((Words::of(code.words(report)), meaning)),
        None => unknown_code(code, report),
    });
    place.at("hints").items(report, |hint, report| {
        hint.only(&["words", "add"], report);
        let words = hint.at("words").words(report);
        let add = hint.at("add").needed(report).unwrap_or_default().to_owned();
        answers.hints.push((Words::of(words), add));
    });
    answers
}

fn unknown_code(place: &Place<'_, '_>, report: &mut Report) {
    let codes: Vec<&'static str> = ReplyCode::ALL.iter().map(|code| code.as_str()).collect();
    place.fault_once(Fault::new(Code::InvalidOption).with("expected", codes.as_slice()), report);
}

fn read_success(place: &Place<'_, '_>, report: &mut Report) -> Success {
    place.only(
        &["like", "statuses", "messageId", "longId", "required", "optional", "content"],
        report,
    );
    let mut statuses = Vec::new();
    place.at("statuses").items(report, |status, report| {
        let number = status.whole(report).and_then(|number| u16::try_from(number).ok());
        match number {
            Some(number) if (200..300).contains(&number) => statuses.push(number),
            _ => status.unfit("a status from 200 to 299", report),
        }
    });
    let mut fields = Vec::new();
    for (name, is_required) in [("required", true), ("optional", false)] {
        place.at(name).each(report, |field, report| {
            field.check_field_path(field.name(), report);
            let values = Words::of(field.words(report));
            fields.push(Expected { path: field.name().to_owned(), values, is_required });
        });
    }
    // The paths are kept as words, which are joined.
    place.at("content").field_paths(report);
    Success {
        statuses,
        message_ids: place.at("messageId").field_paths(report),
        has_long_id: place.at("longId").flag(report),
        fields,
        content: Words::of(place.at("content").words(report)),
    }
}
