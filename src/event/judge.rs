//! Checks an input, first each field, then across fields.

use std::borrow::Cow;

use super::{
    Details, Event, Fragments,
    limit::{DESCRIPTION_LENGTH, Length, NAME_LENGTH, REMINDER_MINUTES, REMINDER_SECONDS},
    link, number, place,
    schedule::{self, Schedule},
    text::{self, Lines},
};
use crate::{
    field::{Extras, Field},
    input::{EventInput, Value, warn_of_unknown},
    issue::{Fault, IssueCode as Code, Report},
    message_id::is_message_id,
    options::Options,
    recipient,
    time::Time,
};

/// Reads an event. Returns it if there is no fault, otherwise the parts that could be read.
#[expect(clippy::result_large_err, reason = "what could be read is as large as the event")]
pub(super) fn event<'i>(
    input: &'i EventInput<'_>,
    options: &Options,
    report: &mut Report,
) -> Result<Event<'i>, Fragments<'i>> {
    if let Some(misfit) = &input.misfit {
        report.fault(misfit.wrong_type("object"), "input");
        return Err(Fragments::default());
    }
    let to = recipient::read(&input.to, options.recipient, report);
    let to = report.accept(to, "to");
    let name = text::read(&input.name, Lines::One(" "), NAME_LENGTH, &Field::Name.into(), report);
    if name.is_none() && report.has_nothing_at("name") {
        report.fault(Code::Required, "name");
    }
    let Schedule { start, end } = schedule::read(input, options, report);
    let details = read_details(input, end, report);
    warn_of_unknown(&input.unknown, input.unread, EventInput::NAMES, None, report);
    if let Some(start) = &start
        && is_call(&details.extras)
    {
        advise_on_call(start, &options.now, report);
    }
    match (to, name, start) {
        (Some(to), Some(name), Some(start)) if report.is_clean() => {
            Ok(Event { to, name, start, details })
        }
        (to, name, _) => Err(Fragments { to, name, details }),
    }
}

fn read_details<'i>(
    input: &'i EventInput<'_>,
    end: Option<Time>,
    report: &mut Report,
) -> Details<'i> {
    Details {
        end,
        description: text::read(
            &input.description,
            Lines::Many,
            DESCRIPTION_LENGTH,
            &Field::Description.into(),
            report,
        ),
        location: place::read(&input.location, report),
        extras: read_extras(input, report),
    }
}

fn read_extras<'i>(input: &'i EventInput<'_>, report: &mut Report) -> Extras<Cow<'i, str>> {
    let (reply_to, reply_privately) = read_reply(input, report);
    Extras {
        join_link: link::read(&input.join_link, report).map(Cow::Borrowed),
        scheduled_call: number::switch(&input.scheduled_call, Field::ScheduledCall, report),
        reminder_seconds: read_reminder(input, report),
        extra_guests_allowed: number::switch(
            &input.extra_guests_allowed,
            Field::ExtraGuestsAllowed,
            report,
        ),
        canceled: number::switch(&input.canceled, Field::Canceled, report),
        reply_to: reply_to.map(Cow::Borrowed),
        reply_privately,
        delay_seconds: seconds(&input.delay_seconds, Field::Delay, Code::DelayInvalid, report),
        source: line(&input.source, Field::Source, report),
    }
}

/// Reads a text on one line, with the limit of its row in the table of fields.
fn line<'i>(value: &'i Value<'_>, field: Field, report: &mut Report) -> Option<Cow<'i, str>> {
    let length = Length::up_to(field.most()?.into());
    text::read(value, Lines::One(" "), length, &field.into(), report)
}

/// Reads seconds, with the limit of their row.
fn seconds(value: &Value<'_>, field: Field, code: Code, report: &mut Report) -> Option<i64> {
    let range = 0..=field.most()?.into();
    number::seconds(value, range, 1.0, code, field.into(), report)
}

fn is_call(extras: &Extras<Cow<'_, str>>) -> bool {
    extras.scheduled_call || extras.join_link.as_deref().is_some_and(link::is_whatsapp_call)
}

/// Reads the reminder, given in minutes or in seconds. Both may be given if they agree.
fn read_reminder(input: &EventInput<'_>, report: &mut Report) -> Option<i64> {
    let in_minutes = number::seconds(
        &input.reminder_minutes,
        REMINDER_MINUTES,
        60.0,
        Code::ReminderInvalid,
        Field::Reminder.into(),
        report,
    );
    let in_seconds = number::seconds(
        &input.reminder_seconds,
        REMINDER_SECONDS,
        1.0,
        Code::ReminderInvalid,
        "reminderSeconds".into(),
        report,
    );
    if let (Some(one), Some(other)) = (in_minutes, in_seconds)
        && one != other
    {
        let fault = Fault::new(Code::FieldsContradict);
        let fault = fault.with("one", "reminderMinutes").with("other", "reminderSeconds");
        report.fault(fault, "reminderSeconds");
    }
    in_minutes.or(in_seconds)
}

/// Reads the message to quote, and whether to answer it privately: nothing can be answered without quoting a message.
fn read_reply<'i>(input: &'i EventInput<'_>, report: &mut Report) -> (Option<&'i str>, bool) {
    let privately = number::switch(&input.reply_privately, Field::ReplyPrivately, report);
    let Some(id) = text::plain(&input.reply_to, Field::ReplyTo.into(), report) else {
        if privately && !input.reply_to.is_given() {
            let fault = Fault::new(Code::FieldUnsupported).with("reason", "reply_to_missing");
            report.warn(fault, Field::ReplyPrivately);
        }
        return (None, false);
    };
    if !is_message_id(id) {
        report.fault(Code::ReplyIdFormat, Field::ReplyTo);
    }
    (Some(id), privately)
}

/// Warns if a call is too far ahead. WhatsApp's help: call links "cannot be added to events more than 12 months ahead".
fn advise_on_call(start: &Time, now: &Time, report: &mut Report) {
    let latest = now.year_later();
    let too_far = latest.is_some_and(|latest| start.epoch_seconds() > latest.epoch_seconds());
    if too_far && !start.is_too_far() {
        report.warn(Code::TimeTooFar, "start");
    }
}
