//! The numbers on the package's boundary between JavaScript and WebAssembly. A question is a call from JavaScript; an
//! answer is its result.
//!
//! Both sides use these numbers: the build writes them to `wire.js` for the package's scripts, and Rust uses the types.

#[cfg(any(not(target_arch = "wasm32"), feature = "js"))]
use std::collections::BTreeSet;

#[cfg(any(not(target_arch = "wasm32"), feature = "js"))]
use crate::known_fields::known_fields;
use crate::{
    gateway::Gateway,
    input::{EventInput, Kind, Value},
};

/// Declares an enum whose variants are numbered by their places, from zero on.
macro_rules! numbered {
    ($(#[$about:meta])* $name:ident { $($(#[doc = $doc:literal])+ $variant:ident,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[doc = $doc])+ $variant,)+ }

        impl $name {
            /// Every variant, in the order of the numbers.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            const NAMES: &'static [&'static str] = &[$(stringify!($variant),)+];

            /// The variant with this number.
            #[must_use]
            pub fn of(number: usize) -> Option<Self> {
                Self::ALL.get(number).copied()
            }
        }
    };
}

numbered! {
    /// What JavaScript can ask the module.
    Question {
        /// Checks an event.
        ParseEvent,
        /// Checks a time.
        ParseTime,
        /// Checks a recipient.
        ParseRecipient,
        /// Builds the request that sends, edits or cancels an event.
        BuildRequest,
        /// Computes the fingerprint of such a request.
        Fingerprint,
        /// Reads a gateway's reply.
        ParseReply,
        /// Reads the RSVP that a webhook reports.
        ParseRsvp,
        /// Compares two message ids.
        SameMessage,
        /// Puts the secrets into a draft.
        Authorize,
        /// The name of the schema of a gateway's bodies; for a gateway made by `defineGateway`, the schema itself.
        BodySchema,
        /// Writes the message of an issue.
        FormatIssue,
        /// Loads the messages of a language.
        LoadLanguage,
        /// Builds the arguments for a call of a library.
        BuildCall,
        /// Checks options.
        Options,
        /// Checks a gateway and options, as for a webhook.
        WebhookOptions,
    }
}

numbered! {
    /// The numbers of an answer, and of the place where a frame is written, in the module's memory. A text takes two of
    /// them.
    Answer {
        /// The request's body, or the results of lines: the address of the first byte.
        Body,
        /// The length of it, in bytes.
        BodyBytes,
        /// A result as JSON. For a request by a builder its value is null, and it is empty if there are no issues and
        /// no warnings.
        Report,
        /// The length of it, in bytes.
        ReportBytes,
        /// The fingerprint, if the gateway takes it in a header.
        Key,
        /// The length of it, in bytes.
        KeyBytes,
        /// The zone that the start names, as the caller spelled it.
        Zone,
        /// The length of it, in bytes; 0 if the start names no zone.
        ZoneBytes,
        /// A number for the zone. In one instance, equal numbers mean equal spellings.
        ZoneNumber,
        /// The start in Unix seconds, if it names a zone.
        StartSeconds,
        /// The offset of the start, in seconds east of UTC.
        StartOffset,
        /// The number of lines read so far.
        Lines,
        /// The number of lines that became requests.
        Built,
        /// The number of lines that were refused.
        Refused,
        /// Where the numbers of a frame are written: the address of the first.
        Slots,
        /// How many numbers there is room for.
        SlotsRoom,
        /// Where the text of a frame is written: the address of the first byte.
        Written,
        /// How many bytes there is room for.
        WrittenRoom,
    }
}

numbered! {
    /// The type of a value in a frame. One number follows each tag; the comments say what it means, and what follows
    /// it.
    Tag {
        /// No value. The number has no meaning.
        Absent,
        /// A boolean: 0 or 1.
        Boolean,
        /// A number: the number itself.
        Number,
        /// A text: its length in UTF-16 code units.
        Text,
        /// A bigint: the length of its decimal digits, which are in the text.
        BigInt,
        /// A text with a lone surrogate: the index of that.
        LoneSurrogate,
        /// A date: its Unix milliseconds.
        Instant,
        /// An object: the number of fields that follow. Each is the length of its name, then a value. A negative number
        /// stands for a known name instead: -1 for the first of the numbered fields.
        Record,
        /// A list: the number of values that follow.
        List,
        /// A date that is given as text: the length of the text.
        DateText,
        /// A value that no field takes: the number of its [`Kind`].
        Other,
        /// In place of a record's last field: the number of fields that were left out.
        Unread,
        /// A text that is far too long: the length of the whole text. The length of its start, which is in the text,
        /// follows.
        LongText,
        /// A gateway made by `defineGateway`: the length of its lines, which are in the text.
        Gateway,
    }
}

/// Declares constants, and a list of their names and values.
macro_rules! limits {
    ($($(#[doc = $doc:literal])+ $name:ident: $type:ty = $limit:expr;)+) => {
        $($(#[doc = $doc])+ pub const $name: $type = $limit;)+

        const LIMITS: &[(&str, usize)] = &[$((stringify!($name), $name as usize),)+];
    };
}

limits! {
    /// How many numbers describe an [`Answer`].
    ANSWER_NUMBERS: usize = Answer::ALL.len();
    /// How many of the fields in `wire.js` have a number: the fields of an event.
    NUMBERED_FIELDS: usize = EventInput::NAMES.len();
    /// How deep objects are read: an event, its recipient or a time, and the lists and calendars in these.
    DEPTH: u8 = 3;
    /// How deep other data is read, such as webhooks. Only the frames of descriptions are deeper.
    DATA_DEPTH: u8 = 4;
    /// How deep descriptions of gateways are read: one level more than is allowed, so that an excess is reported.
    DESCRIPTION_DEPTH: u8 = Gateway::MOST_LEVELS.saturating_add(1);
    /// How many items of a list in a description are passed. Further items are only counted.
    DESCRIPTION_ITEMS: usize = Gateway::MOST_ITEMS;
    /// The longest list that is read. No field takes a longer one.
    LIST_LENGTH: u32 = 100;
    /// How many fields of a record that no function reads are passed. Further ones are only counted.
    OTHER_FIELDS: usize = 100;
    /// The most fields of a record in other data. No webhook and no gateway's reply has more.
    DATA_FIELDS: u32 = 10_000;
    /// The most fields of a form. Reading a form that never ends would never finish.
    FORM_FIELDS: usize = 1000;
    /// How many numbers a frame has before objects are no longer read. If one object is in many places, values
    /// multiply: a few kilobytes can hold billions of them.
    MOST_SLOTS: usize = 1 << 19;
    /// How much text is passed in full, in UTF-16 code units. The module's memory never shrinks, and no field takes a
    /// hundredth of this. Of a text beyond it, only the start and the length are passed: [`Value::LongText`].
    WHOLE_LENGTH: usize = Value::WHOLE_TEXT_UNITS;
    /// The length of such a start, in UTF-16 code units.
    START_LENGTH: u32 = 1 << 16;
    /// How much of a name is read, of which issues repeat at most 64 characters; and how much of a bigint and of a
    /// date, since no time is longer.
    NAME_LENGTH: u32 = 256;
}

/// Every number with the name that the scripts use for it.
pub fn numbers() -> impl Iterator<Item = (String, usize)> {
    let numbered = [Question::NAMES, Answer::NAMES, Tag::NAMES]
        .into_iter()
        .flat_map(|names| names.iter().zip(0..));
    let numbered = numbered.map(|(name, number)| (constant(name), number));
    numbered.chain(LIMITS.iter().map(|(name, limit)| ((*name).to_owned(), *limit)))
}

/// The name of the field with this number; empty if there is none. The fields of an event are numbered, because they
/// are passed with every event.
#[cfg(target_arch = "wasm32")]
pub(crate) fn numbered_field(number: usize) -> &'static str {
    EventInput::NAMES.get(number).copied().unwrap_or_default()
}

/// The text of `wire.js`: every number, the name of each [`Kind`] by its number, and the fields that some function
/// reads.
#[cfg(any(not(target_arch = "wasm32"), feature = "js"))]
#[must_use]
pub fn script() -> String {
    let numbers = numbers().map(|(name, number)| format!("export const {name} = {number};\n"));
    let list = |words: &mut dyn Iterator<Item = &'static str>| {
        words.map(|word| format!("{word:?}")).collect::<Vec<_>>().join(",")
    };
    let kinds = list(&mut Kind::ALL.iter().map(|kind| kind.as_str()));
    // Numbered fields come first, in the order of their numbers.
    let is_other = |field: &&str| !EventInput::NAMES.contains(field);
    let others = known_fields().filter(is_other).collect::<BTreeSet<_>>();
    let fields = list(&mut EventInput::NAMES.iter().copied().chain(others));
    let lists = format!("export const kinds = [{kinds}];\nexport const fields = [{fields}];\n");
    numbers.chain([lists]).collect()
}

/// Converts `ParseEvent` to the JavaScript form of constants: `PARSE_EVENT`.
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
    fn numbers_are_places() {
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
    fn scripts_have_each_field_once_and_event_fields_at_their_numbers() {
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
