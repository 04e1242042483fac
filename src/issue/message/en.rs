//! English messages: what is wrong, and what to do about it.

use crate::issue::{Issue, IssueCode as Code, Param};

/// The template for an issue, chosen by its code and, where one code covers several cases, by its facts.
#[expect(clippy::too_many_lines, reason = "a table")]
pub(super) fn template(issue: &Issue) -> &'static str {
    match issue.code() {
        Code::WrongType => "{field} must be of type {expected}; found {found}.",
        Code::Required => required(issue),
        Code::UnknownField => match issue.params().get("suggestion") {
            Some(_) => "{field} is not a known field and was ignored; did you mean {suggestion}?",
            None => "{field} is not a known field and was ignored.",
        },
        Code::InvalidOption => "{field} takes one of: {expected}.",

        Code::TooLong => {
            "Shorten {field}: it has {length} characters; {max} are the most that are sure to be shown."
        }
        Code::ControlCharacter if issue.params().is_empty() => {
            "Remove the control characters, such as line breaks, from {field}."
        }
        Code::ControlCharacter => {
            "Remove the control character {codePoint} from {field}, at position {index}."
        }
        Code::BidiOverride => {
            "Remove the text direction override {codePoint} from {field}, at position {index}."
        }
        Code::LoneSurrogate => {
            "{field} holds half a character at position {index}; type that character again."
        }
        Code::LiteralEscape => {
            "{field} shows {escape} as two characters; use a real line break if one is meant."
        }

        Code::TimeFormat => "Write {field} like 2026-04-28T14:00:00-03:00.",
        Code::TimeMissing => {
            "Add a time of day and an offset to the date in {field}, like 2026-04-28T14:00:00-03:00."
        }
        Code::TimeOutOfRange => "{field} names a {part} that does not exist; correct it.",
        Code::TimeYearRange => "{field} needs a year of four digits, from 0001 to 9999.",
        Code::TimeLeapSecond => "{field} has a second numbered 60; use 59 or the next minute.",
        Code::TimeOffsetFormat => {
            "Write the offset in {field} as Z or with hours and minutes, like -03:00."
        }
        Code::TimeOffsetRange => "The offset in {field} must lie between -23:59 and +23:59.",
        Code::TimeZoneMissing => "Say which time zone {field} is in: add an offset, like -03:00.",
        Code::TimeZoneUnknown => {
            "{timeZone} is not a time zone that can be resolved here; write {field} with its offset, like -03:00."
        }
        Code::TimePast => "{field} has already passed; choose a later time.",
        Code::TimeTooFar => match issue.params().get("latest") {
            Some(_) => "{field} is too far ahead; WhatsApp shows times up to {latest}.",
            None => {
                "{field} is more than a year ahead; WhatsApp takes call links for twelve months at most."
            }
        },
        Code::TimeFractionDropped => "The fraction of a second in {field} was dropped.",
        Code::TimeLocalOffsetUnknown => {
            "{field} ends in -00:00, which says that the local offset is unknown; it was read as UTC."
        }
        Code::TimeOffsetUnusual => "No place uses the offset in {field}; check it.",
        Code::TimeNumericString => "{field} is a number written as text; it was read as Unix time.",
        Code::TimeUnitGuessed => {
            "{field} was read as Unix time in {unit}; say so with epochUnit to be sure."
        }
        Code::TimeUnitSuspect => "{field} cannot be Unix time in {unit}; check its unit.",
        Code::EndBeforeStart => "{field} must be later than start.",
        Code::EndAndDuration => "Give end or durationMinutes, not both.",
        Code::DurationInvalid => "{field} must be more than 0, and a whole number of seconds.",
        Code::DurationShort => {
            "The event is shorter than {minimumMinutes} minutes; it may be hard to notice in a calendar."
        }

        Code::PhoneLetters => "Remove the letters from {field}: a phone number has digits only.",
        Code::PhoneTooShort => {
            "{field} has too few digits for a phone number with its country code."
        }
        Code::PhoneTooLong => "{field} has too many digits for a phone number; 15 are the most.",
        Code::PhoneCountryMissing => "Add the country code to {field}, such as +55 for Brazil.",
        Code::PhoneMalformedPlus => "{field} may have one plus sign, and only at its start.",
        Code::PhoneInvalidCharacters => {
            "{field} holds signs that do not belong in a phone number; write it like +55 11 99999-9999."
        }
        Code::PhoneCountryCodeAssumed => {
            "{field} has no plus sign; its first digits were taken for the country code."
        }
        Code::RecipientNewsletter => {
            "Events cannot be sent to a channel; choose a person or a group."
        }
        Code::RecipientBroadcast => {
            "Events cannot be sent to a broadcast list; choose a person or a group."
        }
        Code::RecipientUnsupported => {
            "{gatewayName} cannot send events to a recipient of the kind {kind}."
        }

        Code::LatitudeRange | Code::LongitudeRange => {
            "{field} must be a number of degrees from {min} to {max}."
        }
        Code::CoordinatesIncomplete => "Give {field} too, or leave both coordinates out.",
        Code::CoordinatesSwapped => "Latitude and longitude look swapped; check their order.",
        Code::CoordinatesZero => "The coordinates are 0, 0, a place in the ocean; check them.",
        Code::DecimalComma => "Write {field} as a number with a decimal point, like -23.5505.",
        Code::UrlFormat => {
            "{field} must be a complete web address, like https://call.whatsapp.com/video/abc; check its signs."
        }
        Code::UrlScheme => "{field} must start with https://.",
        Code::UrlCredentials => "Remove the user name and password from {field}.",
        Code::JoinLinkNotWhatsapp => {
            "{field} is not a WhatsApp call link (https://call.whatsapp.com/…); some phones hide such events."
        }
        Code::ReminderInvalid => {
            "{field} must be from {min} to {max} minutes, and a whole number of seconds."
        }
        Code::DelayInvalid => "{field} must be a whole number of seconds from {min} to {max}.",
        Code::ReplyIdFormat => {
            "{field} must be a message id: 1 to 256 letters, digits, and _ @ . : - signs."
        }

        Code::FieldUnsupported => unsupported(issue),
        Code::FieldMoved => "{gatewayName} has no place for {field}; it was added to {to}.",
        Code::FieldRequiredByGateway => "{gatewayName} needs {field}; fill it in.",
        Code::UnknownGateway => "{field} must be one of: {expected}.",
        Code::TargetSegment => {
            "{field} takes up to 100 letters, digits and the signs _ . - and starts with a letter or digit."
        }
        Code::TargetBaseUrl => {
            "{field} must be an https:// address without credentials, query or fragment; http:// only for hosts of a private network."
        }
        Code::HeaderValue => "{field} must be 1 to 4096 visible ASCII characters.",
    }
}

fn required(issue: &Issue) -> &'static str {
    match issue.path().segments().next() {
        Some("to") => "Say who the event goes to: a phone number, a group id or a LID.",
        Some("name") => "Give the event a name.",
        Some("start") => "Say when the event starts.",
        _ => "{field} is missing; fill it in.",
    }
}

fn unsupported(issue: &Issue) -> &'static str {
    let reason = match issue.params().get("reason") {
        Some(Param::Text(reason)) => reason.as_ref(),
        _ => "",
    };
    match (issue.path().segments().next(), reason) {
        (_, "reply_to_missing") => "{field} has no effect without replyTo and was left out.",
        (_, "not_a_group") => "{field} has an effect in groups only and was left out.",
        (Some("canceled"), _) => {
            "{gatewayName} cannot mark an event as cancelled, and a cancelled event must not go out as a live one."
        }
        (Some("location"), _) => "{gatewayName} has no place for coordinates; they were left out.",
        _ => "{gatewayName} has no place for {field}; it was left out.",
    }
}
