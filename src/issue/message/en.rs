//! English messages: what is wrong, and what to do about it.

use crate::issue::{Issue, IssueCode as Code, Param};

/// The template for an issue, chosen by its code and, where one code covers several cases, by its facts.
#[rustfmt::skip]
pub(super) fn template(issue: &Issue) -> &'static str {
    match issue.code() {
        Code::WrongType => "Expected {expected} in \"{field}\", found {found}.",
        Code::Required => required(issue),
        Code::UnknownField if has(issue, "suggestion") => "No field is called \"{field}\", so it was ignored; did you mean \"{suggestion}\"?",
        Code::UnknownField => "No field is called \"{field}\", so it was ignored.",
        Code::InvalidOption if matches!(issue.params().get("expected"), Some(Param::Text(_))) => "Set \"{field}\" to {expected}.",
        Code::InvalidOption => "Set \"{field}\" to one of: {expected}.",

        Code::TooLong => "Shorten \"{field}\" to {max} characters at most; it has {length}.",
        Code::ControlCharacter if has(issue, "codePoint") => "Remove the control character {codePoint} from \"{field}\", at index {index}.",
        Code::ControlCharacter => "Remove the control characters, such as line breaks, from \"{field}\".",
        Code::BidiOverride => "Remove the text direction override {codePoint} from \"{field}\", at index {index}.",
        Code::LoneSurrogate => "Type the character at index {index} of \"{field}\" again: half of it is missing.",
        Code::LiteralEscape => "Use a real line break in \"{field}\" if one is meant: {escape} is shown as it stands.",

        Code::TimeFormat if is_hint(issue, "day_month_year") => "Write \"{field}\" with the year first, like 2026-04-28T14:00:00-03:00: days and months cannot be told apart.",
        Code::TimeFormat if is_hint(issue, "twelve_hour_clock") => "Write \"{field}\" with 24 hours, like 2026-04-28T14:00:00-03:00.",
        Code::TimeFormat if is_hint(issue, "invisible_marks") => "Type \"{field}\" anew: the copied text holds invisible marks.",
        Code::TimeFormat if is_hint(issue, "non_ascii_digits") => "Write \"{field}\" with the digits 0 to 9, like 2026-04-28T14:00:00-03:00.",
        Code::TimeFormat => "Write \"{field}\" like 2026-04-28T14:00:00-03:00.",
        Code::TimeMissing => "Add a time of day and an offset to \"{field}\", like 2026-04-28T14:00:00-03:00.",
        Code::TimeOutOfRange => "Correct the {part} in \"{field}\": it does not exist.",
        Code::TimeYearRange if is_hint(issue, "before_2020") => "Write \"{field}\" with its offset, like -03:00: what time zones did before 2020 is not known here.",
        Code::TimeYearRange => "Give \"{field}\" a year of four digits, from 0001 to 9999.",
        Code::TimeLeapSecond => "Use second 59 or the next minute in \"{field}\": second 60 cannot be sent.",
        Code::TimeOffsetFormat => "Write the offset in \"{field}\" as Z, or with hours and minutes, like -03:00.",
        Code::TimeOffsetRange => "Correct the offset in \"{field}\": it must lie between -23:59 and +23:59.",
        Code::TimeOffsetConflict => "Check \"{field}\": its time zone does not have that offset at that time.",
        Code::TimeCriticalSuffix => "Remove the suffix with the exclamation mark from \"{field}\": it is not understood.",
        Code::TimeZoneMissing => "Say which time zone \"{field}\" is in: set timeZone, or add the offset, like -03:00.",
        Code::TimeZoneUnknown => "Choose a time zone by its IANA name, like America/Sao_Paulo: \"{timeZone}\" is none.",
        Code::TimeZoneAbbreviation => "Write the time zone by its IANA name, like America/Sao_Paulo, or as an offset: \"{abbreviation}\" is not one zone alone.",
        Code::TimeAmbiguous => "Choose one of two: \"{field}\" exists twice as the clocks go back, with the offsets {offsets}.",
        Code::TimeNonexistent => "Choose another time: \"{field}\" does not exist, as the clocks go forward then.",
        Code::HostTimeZoneStale => "Update this system: its data for the time zone \"{timeZone}\" is out of date, so it would show \"{field}\" wrongly. The request is right.",
        Code::TimePast => "Choose a later time: \"{field}\" has already passed.",
        Code::TimeTooFar if has(issue, "latest") => "Choose an earlier time: WhatsApp cannot show \"{field}\" after {latest}.",
        Code::TimeTooFar => "Check \"{field}\": WhatsApp takes call links for twelve months ahead at most.",
        Code::TimeFractionDropped => "The fraction of a second in \"{field}\" was dropped.",
        Code::TimeLocalOffsetUnknown => "Check \"{field}\": -00:00 says that the local offset is unknown, so it was read as UTC.",
        Code::TimeOffsetUnusual => "Check the offset in \"{field}\": no place uses it.",
        Code::TimeNumericString => "The text in \"{field}\" was read as Unix time; send a number to be sure.",
        Code::TimeUnitGuessed => "The number in \"{field}\" was read as {unit}; set epochUnit to be sure.",
        Code::TimeUnitSuspect => "Check the unit of \"{field}\": the number cannot be Unix time in {unit}.",
        Code::EndBeforeStart => "Choose an end after the start.",
        Code::EndAndDuration => "Give \"end\" or \"durationMinutes\", not both.",
        Code::DurationInvalid => "Give \"{field}\" more than 0 minutes, in whole seconds.",
        Code::DurationShort => "Consider {minimumMinutes} minutes or more: a shorter event is hard to see in a calendar.",

        Code::PhoneLetters => "Remove the letters: a phone number has digits only.",
        Code::PhoneTooShort => "Check the phone number: digits are missing.",
        Code::PhoneTooLong => "Check the phone number: it has too many digits.",
        Code::PhoneUnknownCountryCode => "Check the country code: no country has one that starts like this.",
        Code::PhoneCountryMissing => "Add the country code to the phone number, like +55 11 99999-9999.",
        Code::PhoneAreaCodeMissing => "Add the area code to the phone number.",
        Code::PhoneInvalidForRegion => "Check the phone number: with the country code +{callingCode} there is no such number.",
        Code::PhoneNonGeographic => "Give the number of a person or a business: satellite and international service numbers cannot be reached.",
        Code::PhoneExtension => "Remove the extension: WhatsApp reaches whole numbers only.",
        Code::PhoneMultiple => "Give one phone number only.",
        Code::PhoneMalformedPlus => "Use one plus sign at most, at the start of the phone number.",
        Code::PhoneNumberFormat => "Format the phone number as text in its spreadsheet: its digits were lost or changed.",
        Code::PhoneInvalidCharacters => "Check the recipient: write a phone number like +55 11 99999-9999, or an id like 120363…@g.us.",
        Code::PhoneMalformedUri => "Write the link like tel:+55-11-99999-9999, or give the number alone.",
        Code::PhoneUnsupportedScheme => "Give a phone number or a link like https://wa.me/5511999999999: other links are not read.",
        Code::PhoneLinkWithoutNumber => "Give the phone number itself: this link holds none.",
        Code::PhoneNotMobile => "Check that WhatsApp knows the phone number: it is not a mobile number.",
        Code::PhoneDigitsNormalized => "The phone number was read with the digits 0 to 9 and a plain plus sign.",
        Code::PhoneInvisibleRemoved => "Invisible marks were removed from the recipient.",
        Code::PhoneTrunkZeroRemoved => "A prefix that is dialled at home only was removed from the phone number.",
        Code::PhoneLegacyPrefixRemoved => "A prefix that is no longer dialled was removed from the phone number.",
        Code::PhoneNinthDigitAdded => "The ninth digit of mobile numbers in Brazil was added.",
        Code::PhoneInternationalPrefixAssumed => "The phone number starts with 00, which was read as a plus sign.",
        Code::PhoneCountryCodeAssumed => "The phone number has no plus sign, so its first digits were taken for the country code.",
        Code::PhoneFromLink => "The phone number was taken out of a link.",
        Code::PhoneDeviceRemoved => "The device was removed from the id: messages go to the account.",
        Code::RecipientGroupInvite => "Give the id of the group, like 120363…@g.us: an invitation does not tell it.",
        Code::RecipientNewsletter => "Choose a person or a group: events cannot be sent to a channel.",
        Code::RecipientBroadcast => "Choose a person or a group: events cannot be sent to a broadcast list.",
        Code::RecipientUnsupported => "Choose another recipient: {gatewayName} cannot send events to a {kind}.",

        Code::LatitudeRange | Code::LongitudeRange => "Correct \"{field}\": degrees go from {min} to {max}.",
        Code::CoordinatesIncomplete => "Give \"{field}\" too, or leave out both coordinates.",
        Code::CoordinatesSwapped => "Check the order of the coordinates: latitude and longitude look swapped.",
        Code::CoordinatesZero => "Check the coordinates: 0, 0 is a place in the ocean.",
        Code::DecimalComma => "Write \"{field}\" as a number with a decimal point, like -23.5505.",
        Code::UrlFormat => "Give \"{field}\" as a complete address, like https://call.whatsapp.com/video/abc, with no spaces or special signs.",
        Code::UrlScheme => "Start \"{field}\" with https://.",
        Code::UrlCredentials => "Remove the user name and password from \"{field}\".",
        Code::JoinLinkNotWhatsapp => "Use a WhatsApp call link (https://call.whatsapp.com/…) if you can: some phones hide events with other links.",
        Code::ReminderInvalid => "Set \"{field}\" from {min} to {max} minutes, in whole seconds.",
        Code::DelayInvalid => "Set \"{field}\" from {min} to {max} seconds, a whole number.",
        Code::ReplyIdFormat => "Give \"{field}\" as a message id: 1 to 256 letters, digits, and the signs _ @ . : and -.",

        Code::FieldUnsupported => unsupported(issue),
        Code::FieldMoved => "{gatewayName} has no place for \"{field}\", so it was added to \"{to}\".",
        Code::FieldRequiredByGateway => "Fill in \"{field}\": {gatewayName} cannot do without it.",
        Code::UnknownGateway => "Choose one of these gateways: {expected}.",
        Code::TargetSegment => "Give \"{field}\" as up to 100 letters, digits, and the signs _ . and -, starting with a letter or digit.",
        Code::TargetBaseUrl => "Give \"{field}\" as an https:// address without credentials, query or fragment; http:// works for private hosts only.",
        Code::HeaderValue => "Give \"{field}\" as 1 to 4096 visible ASCII characters.",
    }
}

fn is_hint(issue: &Issue, hint: &str) -> bool {
    matches!(issue.params().get("hint"), Some(Param::Text(found)) if found == hint)
}

fn has(issue: &Issue, name: &str) -> bool {
    issue.params().get(name).is_some()
}

fn required(issue: &Issue) -> &'static str {
    match issue.path().field() {
        "to" => "Say who the event goes to: a phone number, a group or a LID.",
        "name" => "Give the event a name.",
        "start" => "Say when the event starts.",
        _ => "Fill in \"{field}\".",
    }
}

fn unsupported(issue: &Issue) -> &'static str {
    let reason = match issue.params().get("reason") {
        Some(Param::Text(reason)) => reason.as_ref(),
        _ => "",
    };
    match (issue.path().field(), reason) {
        (_, "reply_to_missing") => {
            "Give \"replyTo\" too: \"{field}\" has no effect without it and was left out."
        }
        (_, "no_slot") => {
            "Pass the request as buildRequest made it: it has no place for \"{field}\"."
        }
        (_, "not_a_group") => "Private replies work in groups only, so \"{field}\" was left out.",
        ("canceled", _) => {
            "Do not send this event over {gatewayName}: it cannot mark an event as cancelled, and would show it as live."
        }
        ("location", _) => "{gatewayName} has no place for coordinates, so they were left out.",
        _ => "{gatewayName} has no place for \"{field}\", so it was left out.",
    }
}
