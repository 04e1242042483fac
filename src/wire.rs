//! The numbers of the package's boundary: what a question, a value and a limit are to both sides of it.
//!
//! They stand here alone. The build writes them down as `wire.js` for the package's scripts; Rust goes through the types.

#[cfg(any(not(target_arch = "wasm32"), feature = "js"))]
use std::collections::BTreeSet;

#[cfg(any(not(target_arch = "wasm32"), feature = "js"))]
use crate::known_fields::known_fields;
use crate::{
    gateway::Gateway,
    input::{EventInput, Kind, Value},
};

/// Declares what is numbered by its place, from zero on.
macro_rules! numbered {
    ($(#[$about:meta])* $name:ident { $($(#[doc = $doc:literal])+ $variant:ident,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[doc = $doc])+ $variant,)+ }

        impl $name {
            /// All of them, in the order of their numbers.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            const NAMES: &'static [&'static str] = &[$(stringify!($variant),)+];

            /// The one of this number.
            #[must_use]
            pub fn of(number: usize) -> Option<Self> {
                Self::ALL.get(number).copied()
            }
        }
    };
}

numbered! {
    /// What JavaScript may ask of the module.
    Question {
        /// Whether an event is good.
        ParseEvent,
        /// Whether a time is.
        ParseTime,
        /// Whether a recipient is.
        ParseRecipient,
        /// The request that sends, edits or cancels an event.
        BuildRequest,
        /// The fingerprint of that request.
        Fingerprint,
        /// What a gateway's reply says.
        ParseReply,
        /// What a webhook says of a guest.
        ParseRsvp,
        /// Whether two ids are of one message.
        SameMessage,
        /// A draft with its secrets.
        Authorize,
        /// The name of the schema of a gateway's bodies, or the schema.
        BodySchema,
        /// The message of an issue.
        FormatIssue,
        /// Takes over the messages of a language.
        LoadLanguage,
        /// What a library is called with.
        BuildCall,
        /// Whether options are good.
        Options,
        /// Whether a gateway and options are, as for a webhook.
        WebhookOptions,
    }
}

numbered! {
    /// What is answered, and where it is asked: numbers in the module's memory. A text is two of them.
    Answer {
        /// The request's body, or what is answered to lines: the address of its first byte.
        Body,
        /// How many bytes it has.
        BodyBytes,
        /// A result as JSON; of a builder without its value, and nothing where all is well and there is nothing to say.
        Report,
        /// How many bytes it has.
        ReportBytes,
        /// The fingerprint, where a header of the gateway holds it.
        Key,
        /// How many bytes it has.
        KeyBytes,
        /// The zone that the start names, as the caller spelled it.
        Zone,
        /// How many bytes it has; none where the start names no zone.
        ZoneBytes,
        /// Which zone it is: the same number is the same spelling, as long as the instance lives.
        ZoneNumber,
        /// The start, in Unix seconds, where it names a zone.
        StartSeconds,
        /// Its offset, in seconds east of UTC.
        StartOffset,
        /// How many lines were read so far.
        Lines,
        /// How many of them became requests.
        Built,
        /// How many were refused.
        Refused,
        /// Where the numbers of a frame are written: the address of the first.
        Slots,
        /// How many there is room for.
        SlotsRoom,
        /// Where its text is written: the address of the first byte.
        Written,
        /// How many bytes there is room for.
        WrittenRoom,
    }
}

numbered! {
    /// What a value in a frame is. Behind each comes one number, and behind that what is said here.
    Tag {
        /// Nothing; the number says nothing either.
        Absent,
        /// A boolean: 0 or 1.
        Boolean,
        /// A number: itself.
        Number,
        /// A text: its length in UTF-16 code units.
        Text,
        /// A bigint: the length of its digits, which are text.
        BigInt,
        /// A text with half a character: where that stands.
        LoneSurrogate,
        /// A date: its Unix milliseconds.
        Instant,
        /// An object: how many fields follow, of which each is the length of its name, and a value. In place of the length
        /// may stand a number below zero, which stands for the name: -1 for the first of the fields.
        Record,
        /// A list: how many values follow.
        List,
        /// A date that is known by its text: the length of that.
        DateText,
        /// What no field takes: the number of its [`Kind`].
        Other,
        /// In the place of a record's last field: how many more there are.
        Unread,
        /// A text that is far too long: the length of the whole. The length of its start, which is text, follows.
        LongText,
        /// A gateway of the caller's own: the length of its lines, which are text.
        Gateway,
    }
}

/// Declares constants, and a list of them by their names.
macro_rules! limits {
    ($($(#[doc = $doc:literal])+ $name:ident: $type:ty = $limit:expr;)+) => {
        $($(#[doc = $doc])+ pub const $name: $type = $limit;)+

        const LIMITS: &[(&str, usize)] = &[$((stringify!($name), $name as usize),)+];
    };
}

limits! {
    /// How many numbers an [`Answer`] has.
    ANSWER_NUMBERS: usize = Answer::ALL.len();
    /// How many of the fields that some function asks for have a number, in their order: those of an event.
    NUMBERED_FIELDS: usize = EventInput::NAMES.len();
    /// How deep objects are read: an event, its recipient or a time, and the lists and calendars of these.
    DEPTH: u8 = 3;
    /// How deep other data is read, such as webhooks. No frame is deeper but that of a description.
    DATA_DEPTH: u8 = 4;
    /// How deep descriptions of gateways are read: one level more than one may have, which is reported then.
    DESCRIPTION_DEPTH: u8 = Gateway::MOST_LEVELS.saturating_add(1);
    /// Of a longer list in a description cross this many items, and how many more there are.
    DESCRIPTION_ITEMS: usize = Gateway::MOST_ITEMS;
    /// Longer lists are not read: no field takes one.
    LIST_LENGTH: u32 = 100;
    /// Of larger records cross the fields that some function asks for, this many others, and how many more there are.
    OTHER_FIELDS: usize = 100;
    /// No webhook and no reply of a gateway has larger records.
    DATA_FIELDS: u32 = 10_000;
    /// Longer forms are not read: a form that never ends would never be done.
    FORM_FIELDS: usize = 1000;
    /// How many numbers a frame has before objects are no longer looked into. Where one object stands in many places, values
    /// multiply: a few kilobytes may have billions.
    MOST_SLOTS: usize = 1 << 19;
    /// How much text crosses whole, in UTF-16 code units: the module's memory never shrinks, and no field takes a hundredth
    /// of it. Of a text beyond that the start does, and its length: [`Value::LongText`].
    WHOLE_LENGTH: usize = Value::WHOLE_TEXT_UNITS;
    /// How much of a text is its start.
    START_LENGTH: u32 = 1 << 16;
    /// How much is read of a name, of which an issue tells no more than 64 characters; and of a bigint and of a date, of
    /// which no more makes a time.
    NAME_LENGTH: u32 = 256;
}

/// Every number by the name that the scripts have for it.
pub fn numbers() -> impl Iterator<Item = (String, usize)> {
    let numbered = [Question::NAMES, Answer::NAMES, Tag::NAMES]
        .into_iter()
        .flat_map(|names| names.iter().zip(0..));
    let numbered = numbered.map(|(name, number)| (constant(name), number));
    numbered.chain(LIMITS.iter().map(|(name, limit)| ((*name).to_owned(), *limit)))
}

/// The field with this number. Those of an event have numbers, which are below [`NUMBERED_FIELDS`]: they cross with every
/// event. An empty text where none has it.
#[cfg(target_arch = "wasm32")]
pub(crate) fn numbered_field(number: usize) -> &'static str {
    EventInput::NAMES.get(number).copied().unwrap_or_default()
}

/// The text of `wire.js`: every number, what a [`Kind`] is called by its number, and the fields that some function asks for.
#[cfg(any(not(target_arch = "wasm32"), feature = "js"))]
#[must_use]
pub fn script() -> String {
    let numbers = numbers().map(|(name, number)| format!("export const {name} = {number};\n"));
    let list = |words: &mut dyn Iterator<Item = &'static str>| {
        words.map(|word| format!("{word:?}")).collect::<Vec<_>>().join(",")
    };
    let kinds = list(&mut Kind::ALL.iter().map(|kind| kind.as_str()));
    // Those that have numbers stand at their places.
    let is_other = |field: &&str| !EventInput::NAMES.contains(field);
    let others = known_fields().filter(is_other).collect::<BTreeSet<_>>();
    let fields = list(&mut EventInput::NAMES.iter().copied().chain(others));
    let lists = format!("export const kinds = [{kinds}];\nexport const fields = [{fields}];\n");
    numbers.chain([lists]).collect()
}

/// `ParseEvent` as JavaScript writes constants: `PARSE_EVENT`.
fn constant(name: &str) -> String {
    let mut constant = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !constant.is_empty() {
            constant.push('_');
        }
        constant.push(letter.to_ascii_uppercase());
    }
    constant
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_place_of_what_it_stands_for() {
        for (number, question) in Question::ALL.iter().enumerate() {
            assert_eq!(*question as usize, number);
            assert_eq!(Question::of(number), Some(*question));
        }
        for (number, answer) in Answer::ALL.iter().enumerate() {
            assert_eq!(*answer as usize, number);
        }
        for (number, tag) in Tag::ALL.iter().enumerate() {
            assert_eq!(*tag as usize, number);
        }
        assert_eq!(Tag::of(Tag::ALL.len()), None);
    }

    #[test]
    fn scripts_have_one_name_for_each_number() {
        let mut names: Vec<String> = numbers().map(|(name, _)| name).collect();
        assert!(names.contains(&"LONE_SURROGATE".to_owned()), "{names:?}");
        let count = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[cfg(not(target_arch = "wasm32"))]
    #[test]
    fn scripts_have_each_field_once_and_those_of_events_at_their_numbers() {
        let script = script();
        let list = script.lines().find_map(|line| line.strip_prefix("export const fields = ["));
        let list = list.unwrap().strip_suffix("];").unwrap().replace('"', "");
        let fields: Vec<&str> = list.split(',').collect();
        assert!(fields.starts_with(EventInput::NAMES));
        let each: BTreeSet<&str> = fields.iter().copied().collect();
        assert_eq!(each.len(), fields.len());
        assert_eq!(each, known_fields().collect());
    }
}
