//! What a caller may have meant by a field that waevent does not know.

use crate::search;

/// Names of other APIs and libraries, in lower case without separators, and the field that they mean.
const ALIASES: &[(&str, &[&str])] = &[
    (
        "to",
        &[
            "phone",
            "phonenumber",
            "number",
            "recipient",
            "chatid",
            "jid",
            "chat",
            "groupid",
            "whatsapp",
        ],
    ),
    ("name", &["title", "summary", "subject", "eventname"]),
    (
        "start",
        &[
            "starttime",
            "startat",
            "startdate",
            "startson",
            "startdatetime",
            "date",
            "datetime",
            "when",
            "begin",
        ],
    ),
    ("end", &["endtime", "endat", "enddate", "endson", "enddatetime", "until"]),
    ("durationMinutes", &["duration", "minutes", "length"]),
    ("timeZone", &["tz", "zone", "timezoneid", "ianatimezone"]),
    ("description", &["details", "body", "notes", "text", "content"]),
    (
        "location",
        &[
            "place",
            "venue",
            "address",
            "latitude",
            "longitude",
            "lat",
            "lng",
            "lon",
            "locationname",
            "coordinates",
        ],
    ),
    ("joinLink", &["link", "url", "joinurl", "calllink", "meetinglink", "meetingurl"]),
    ("scheduledCall", &["isschedulecall", "isscheduledcall", "schedulecall", "call", "iscall"]),
    ("reminderMinutes", &["reminder", "hasreminder", "reminderoffsetsec"]),
    ("extraGuestsAllowed", &["extraguests", "guestsallowed", "allowextraguests"]),
    ("canceled", &["cancelled", "iscanceled", "iscancelled", "cancel"]),
    ("replyTo", &["quoted", "replytomessageid", "quotedmessageid", "reply"]),
    ("replyPrivately", &["replyprivate", "private"]),
    ("delaySeconds", &["delay", "typing"]),
    ("source", &["origin", "tag"]),
    ("latitude", &["lat", "degreeslatitude"]),
    ("longitude", &["lng", "lon", "long", "degreeslongitude"]),
];

/// The most characters in which a misspelt name may differ from the right one.
const MAX_EDITS: usize = 2;

/// Longer names mean none of the known ones.
const MAX_LENGTH: usize = 40;

/// The known field that was probably meant by a name.
pub(super) fn suggest<'k>(unknown: &str, known: &[&'k str]) -> Option<&'k str> {
    if unknown.len() > MAX_LENGTH {
        return None;
    }
    let plain = search::changed(unknown, &|character| match character {
        '_' | '-' | '.' | ' ' | '[' | ']' => None,
        letter => Some(letter.to_ascii_lowercase()),
    });
    let same = known.iter().find(|name| name.eq_ignore_ascii_case(&plain)).copied();
    let alias = || {
        let mut meant = ALIASES.iter().filter(|(name, _)| known.contains(name));
        meant.find(|(_, aliases)| aliases.contains(&plain.as_str())).map(|(name, _)| *name)
    };
    let near = || {
        let distance = |name: &&&str| strsim::levenshtein(&plain, &name.to_ascii_lowercase());
        let nearest = known.iter().min_by_key(distance)?;
        // A short name is within two edits of nearly anything.
        (distance(&nearest) <= MAX_EDITS && nearest.len() > 3).then_some(*nearest)
    };
    same.or_else(alias).or_else(near)
}

#[cfg(test)]
mod tests {
    use super::ALIASES;
    use crate::input::EventInput;

    #[test]
    fn aliases_are_of_fields_that_there_are() {
        for (name, _) in ALIASES {
            let mut known = EventInput::NAMES.iter().chain(EventInput::LOCATION_NAMES);
            assert!(known.any(|known| known == name), "{name}");
        }
    }
}
