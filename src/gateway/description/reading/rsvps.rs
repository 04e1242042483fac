//! Reads how a gateway reports guests' RSVPs.

use super::place::Place;
use crate::{gateway::built_in, input::Value, issue::Report, rsvp::Webhook};

/// The form of the gateway's webhooks, or the id of another gateway that has the same form.
pub(super) fn read(place: &Place<'_, '_>, report: &mut Report) -> Option<Webhook> {
    match place.value {
        Value::Absent => None,
        Value::Text(id) => {
            let page = built_in::answers_of(id);
            let form = page.field("rsvps");
            if !matches!(form, Value::Record(_)) {
                place.unfit("the id of a gateway that says how it reports RSVPs", report);
                return None;
            }
            Some(read_form(&Place::new(form), report))
        }
        Value::Record(_) => Some(read_form(place, report)),
        _ => {
            place.misfit("object", report);
            None
        }
    }
}

fn read_form(place: &Place<'_, '_>, report: &mut Report) -> Webhook {
    place.only(
        &[
            "kind",
            "answered",
            "undecryptable",
            "fromMe",
            "answer",
            "response",
            "extraGuests",
            "times",
            "eventMessage",
            "answerMessage",
            "chat",
            "responders",
            "notes",
        ],
        report,
    );
    let answered = place.at("answered").needed(report).unwrap_or_default().to_owned();
    let undecryptable = place.at("undecryptable").text(report).map(str::to_owned);
    let extra_guests = place.at("extraGuests").field_path(report).map(str::to_owned);
    let mut path = |name| place.at(name).needed_field_path(report).unwrap_or_default().to_owned();
    let (kind, from_me) = (path("kind"), path("fromMe"));
    let (answer, response) = (path("answer"), path("response"));
    let (event_message, answer_message) = (path("eventMessage"), path("answerMessage"));
    let chat = path("chat");
    Webhook {
        kind,
        answered,
        undecryptable,
        from_me,
        answer,
        response,
        extra_guests,
        times: place.at("times").field_paths(report),
        event_message,
        answer_message,
        chat,
        responders: place.at("responders").field_paths(report),
    }
}
