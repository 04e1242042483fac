//! Suggests the known name that a caller may have meant by an unknown one: of a field, or of a gateway.

use crate::search;

/// Fields, with the names that other APIs and libraries use for them, in lower case without separators.
const ALIASES: &[(&str, &str)] = &[
    ("to", "phone phonenumber number recipient chatid jid chat groupid whatsapp"),
    ("name", "title summary subject eventname displayname"),
    ("start", "starttime startat startdate startson startdatetime date datetime when begin"),
    ("end", "endtime endat enddate endson enddatetime until"),
    ("durationMinutes", "duration minutes length"),
    ("timeZone", "tz zone timezoneid ianatimezone"),
    ("description", "details body notes text content"),
    ("location", "place venue address latitude longitude lat lng lon locationname coordinates"),
    ("joinLink", "link url joinurl calllink meetinglink meetingurl"),
    ("scheduledCall", "isschedulecall isscheduledcall schedulecall call iscall"),
    ("reminderMinutes", "reminder hasreminder reminderoffsetsec"),
    ("extraGuestsAllowed", "extraguests guestsallowed allowextraguests"),
    ("canceled", "cancelled iscanceled iscancelled cancel"),
    ("replyTo", "quoted replytomessageid quotedmessageid reply"),
    ("replyPrivately", "replyprivate private"),
    ("delaySeconds", "delay typing"),
    ("source", "origin tag"),
    ("latitude", "lat degreeslatitude"),
    ("longitude", "lng lon long degreeslongitude"),
];

/// The greatest edit distance between a misspelt name and the right one.
const MAX_EDITS: usize = 2;

/// The longest name to find a suggestion for, in bytes.
const MAX_LENGTH: usize = 40;

/// The shortest beginning of a name to find a suggestion for, in bytes.
const MIN_BEGINNING: usize = 4;

/// The known name that an unknown one probably means.
pub(crate) fn suggest<'k>(unknown: &str, known: &[&'k str]) -> Option<&'k str> {
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
        meant.find(|(_, aliases)| search::word(aliases, &plain).is_some()).map(|(name, _)| *name)
    };
    let near = || {
        let mut nearest = (MAX_EDITS.saturating_add(1), "");
        for name in known {
            let edits = edits(&plain, name);
            if edits < nearest.0 {
                nearest = (edits, name);
            }
        }
        // A short name is within two edits of nearly anything.
        Some(nearest.1).filter(|name| name.len() > 3)
    };
    let begun = || {
        let begins = |name: &str| {
            name.get(..plain.len()).is_some_and(|start| start.eq_ignore_ascii_case(&plain))
        };
        known.iter().find(|name| plain.len() >= MIN_BEGINNING && begins(name)).copied()
    };
    same.or_else(alias).or_else(near).or_else(begun)
}

/// The edit distance between two texts: how many characters must be inserted, removed or changed to turn one into the
/// other. Ignores ASCII case.
fn edits(one: &str, other: &str) -> usize {
    // The distances from the part of `one` read so far to each prefix of `other`.
    let mut row = vec![0_usize];
    for _ in other.chars() {
        row.push(row.len());
    }
    for character in one.chars() {
        let mut places = row.iter_mut();
        let Some(first) = places.next() else { break };
        let mut without_both = *first;
        *first = first.saturating_add(1);
        let mut before = *first;
        for (place, wanted) in places.zip(other.chars()) {
            let changed = usize::from(!character.eq_ignore_ascii_case(&wanted));
            before = without_both.saturating_add(changed).min(before.min(*place).saturating_add(1));
            without_both = core::mem::replace(place, before);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::{ALIASES, edits, suggest};
    use crate::input::EventInput;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn edits_are_counted_as_a_library_does(one in "[abé]{0,6}", other in "[aAbBé]{0,6}") {
            prop_assert_eq!(edits(&one, &other), strsim::levenshtein(&one, &other.to_ascii_lowercase()));
        }
    }

    #[test]
    fn aliases_belong_to_existing_fields() {
        for (name, _) in ALIASES {
            let mut known = EventInput::NAMES.iter().chain(EventInput::LOCATION_NAMES);
            assert!(known.any(|known| known == name), "{name}");
        }
    }

    #[test]
    fn fields_of_three_letters_are_not_suggested_for_misspelt_names() {
        let known = &["end", "name"];
        assert_eq!(suggest("nme", known), Some("name"));
        assert_eq!(suggest("and", known), None);
    }

    #[test]
    fn a_misspelt_name_differs_in_at_most_two_letters() {
        // Of two names at the same distance, the first is suggested.
        let known = &["name", "fame"];
        for (name, meant) in
            [("nabe", Some("name")), ("came", Some("name")), ("naxy", Some("name")), ("nxyz", None)]
        {
            assert_eq!(suggest(name, known), meant, "{name}");
        }
    }

    #[test]
    fn a_beginning_of_four_letters_is_enough() {
        let known = &["now", "language", "timeZone"];
        for (name, meant) in [
            ("lang", Some("language")),
            ("lan", None),
            ("TIMEZ", Some("timeZone")),
            ("lange", None),
        ] {
            assert_eq!(suggest(name, known), meant, "{name}");
        }
    }

    #[test]
    fn names_of_more_than_forty_bytes_get_no_suggestion() {
        assert_eq!(suggest(&format!("{:_>40}", "name"), &["name"]), Some("name"));
        assert_eq!(suggest(&format!("{:_>41}", "name"), &["name"]), None);
    }
}
