//! The fields of an event, once.
//!
//! Who, what, when and where have types of their own. Everything else is an extra: a text, a flag or a number of seconds,
//! which an event may be without. All that is the same for each of those follows from its row: its names in the input, in
//! paths, in the event, in descriptions of gateways and in fingerprints, its getter, how it is written, and that a gateway
//! without a place for it leaves it out with a warning. What is special about a field stands where it is special.

use std::borrow::Cow;

/// Hands the rows to another macro, each group in the order of the contract:
///
/// - `core`: what callers may say of who, what, when and where.
/// - `carried`: what a gateway may have a place for among these, and the input fields that say it.
/// - `extras`: name in Rust, public name, kind, and [`Field`]. Where descriptions call it otherwise, that name follows in
///   braces, with the other input field that says it.
///
/// What a field holds is said by its comment, with units and ranges.
macro_rules! event_fields {
    ($with:ident) => {
        $with! {
            core {
                /// A phone number, a JID, a chat id or a group id.
                to = "to",
                /// The title on the card.
                name = "name",
                /// When the event starts.
                start = "start",
                /// When the event ends.
                end = "end",
                /// How long the event lasts, in minutes, instead of `end`.
                duration_minutes = "durationMinutes",
                /// The IANA time zone of times written without offset.
                time_zone = "timeZone",
                /// The text below the title.
                description = "description",
                /// A place: a name, or an object with a `name`, an `address`, a `latitude` and a `longitude`.
                location = "location",
            }
            carried {
                /// The recipient.
                To = "to",
                /// The title.
                Name = "name",
                /// The start.
                Start = "start" "timeZone",
                /// The end.
                End = "end" "durationMinutes",
                /// The text below the title.
                Description = "description",
                /// The name of the place.
                LocationName = "location.name",
                /// The address of the place.
                LocationAddress = "location.address",
                /// The latitude and longitude of the place.
                Coordinates = "location.latitude" "location.longitude",
            }
            extras {
                /// The link to join a call: an absolute `https` URL without credentials that no browser would need to repair.
                join_link = "joinLink": Text JoinLink,
                /// Whether the event is a call.
                scheduled_call = "scheduledCall": Flag ScheduledCall,
                /// Lead time of the reminder: 0 to 31 536 000 seconds before the start.
                reminder_seconds = "reminderSeconds": Seconds Reminder {
                    "reminder.seconds",
                    /// Lead time of the reminder: 0 to 525 600 minutes before the start, in whole seconds.
                    reminder_minutes = "reminderMinutes"
                },
                /// Whether guests may bring others.
                extra_guests_allowed = "extraGuestsAllowed": Flag ExtraGuestsAllowed,
                /// Whether the card says that the event is off.
                canceled = "canceled": Flag Canceled,
                /// The id of the message to quote: 1 to 256 letters, digits and `_ @ . : -`.
                reply_to = "replyTo": Text ReplyTo,
                /// Whether to answer a group's message in its author's private chat. Where the message came from, its id does
                /// not say, so that it is asked for whoever the event goes to.
                reply_privately = "replyPrivately": Flag ReplyPrivately,
                /// How long the gateway shows "typing…" before it sends: 0 to 300 seconds.
                delay_seconds = "delaySeconds": Seconds Delay,
                /// The caller's own tag: up to 64 UTF-16 code units.
                source = "source": Text Source,
            }
        }
    };
}
pub(crate) use event_fields;

/// Declares what is kept of the extras, each by its kind.
macro_rules! extras {
    ({ $($kept:tt)* }) => {
        /// What an event has besides who, what, when and where. What it does not say is none, or a flag that is not set.
        #[derive(Debug, Clone, Default, PartialEq)]
        pub(crate) struct Extras<T> {
            $($kept)*
        }
    };
    ({ $($kept:tt)* } $extra:ident Text, $($rest:tt)*) => {
        extras!({ $($kept)* pub(crate) $extra: Option<T>, } $($rest)*);
    };
    ({ $($kept:tt)* } $extra:ident Flag, $($rest:tt)*) => {
        extras!({ $($kept)* pub(crate) $extra: bool, } $($rest)*);
    };
    ({ $($kept:tt)* } $extra:ident Seconds, $($rest:tt)*) => {
        extras!({ $($kept)* pub(crate) $extra: Option<i64>, } $($rest)*);
    };
}

/// What an extra says.
macro_rules! said {
    (Text $kept:expr) => {
        $kept.as_ref().map(|text| Said::Text(text.as_ref()))
    };
    (Flag $kept:expr) => {
        $kept.then_some(Said::Flag)
    };
    (Seconds $kept:expr) => {
        $kept.map(Said::Seconds)
    };
}

macro_rules! borrowed {
    (Text $kept:expr) => {
        $kept.as_ref().map(AsRef::as_ref)
    };
    ($other:ident $kept:expr) => {
        $kept
    };
}

macro_rules! owned {
    (Text $kept:expr) => {
        $kept.map(|text| Cow::Owned(text.into_owned()))
    };
    ($other:ident $kept:expr) => {
        $kept
    };
}

/// What descriptions call an extra, behind a dollar sign.
macro_rules! fact_name {
    ($key:literal) => {
        $key
    };
    ($key:literal $other:literal) => {
        $other
    };
}

macro_rules! declare {
    (
        core { $($(#[doc = $_core_doc:literal])+ $_core:ident = $core_key:literal,)+ }
        carried { $($(#[doc = $carried_doc:literal])+ $carried:ident = $($name:literal)+,)+ }
        extras { $(
            $(#[doc = $doc:literal])+ $extra:ident = $key:literal: $kind:ident $variant:ident
            $({ $fact:literal, $(#[doc = $_other_doc:literal])+ $_other:ident = $other_key:literal })?,
        )+ }
    ) => {
        /// The fields of an input, in the order of the contract. Paths of issues begin with them.
        pub(crate) const NAMES: &[&str] = &[$($core_key,)+ $($($other_key,)? $key,)+];

        /// A field of an event that a gateway may or may not have a place for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Field {
            $($(#[doc = $carried_doc])+ $carried,)+
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Field {
            /// Every field, in the order of the contract.
            pub const ALL: &'static [Self] = &[$(Self::$carried,)+ $(Self::$variant,)+];

            /// Those that are a text, a flag or a number of seconds.
            pub(crate) const EXTRAS: &'static [Self] = &[$(Self::$variant,)+];

            /// The input fields that say it, with a dot before a part.
            #[must_use]
            pub const fn names(self) -> &'static [&'static str] {
                match self {
                    $(Self::$carried => &[$($name),+],)+
                    $(Self::$variant => &[$($other_key,)? $key],)+
                }
            }

            /// Where an issue with the field is reported: a field, and a part of it.
            #[must_use]
            pub const fn path(self) -> (&'static str, Option<&'static str>) {
                match self {
                    $(Self::$carried => const { around_dot(first(&[$($name),+])) },)+
                    $(Self::$variant => const { around_dot(first(&[$($other_key,)? $key])) },)+
                }
            }

            /// What descriptions of gateways call an extra, behind a dollar sign.
            pub(crate) const fn fact_name(self) -> &'static str {
                match self {
                    $(Self::$variant => fact_name!($key $($fact)?),)+
                    _ => "",
                }
            }

            /// What it holds; none where it has a type of its own.
            #[must_use]
            pub const fn holds(self) -> Option<Holds> {
                match self {
                    $(Self::$variant => Some(Holds::$kind),)+
                    _ => None,
                }
            }
        }

        extras!({} $($extra $kind,)+);

        impl<T: AsRef<str>> Extras<T> {
            /// What it says of a field; none of a flag that is not set.
            #[inline(never)]
            pub(crate) fn get(&self, field: Field) -> Option<Said<'_>> {
                match field {
                    $(Field::$variant => said!($kind self.$extra),)+
                    _ => None,
                }
            }

            /// Lets it say nothing of a field.
            pub(crate) fn clear(&mut self, field: Field) {
                match field {
                    $(Field::$variant => self.$extra = Default::default(),)+
                    _ => {}
                }
            }

            /// The same, whose texts are looked at.
            pub(crate) fn borrowed(&self) -> Extras<&str> {
                Extras { $($extra: borrowed!($kind self.$extra),)+ }
            }
        }

        impl Extras<Cow<'_, str>> {
            /// The same, which borrows nothing.
            pub(crate) fn into_owned(self) -> Extras<Cow<'static, str>> {
                Extras { $($extra: owned!($kind self.$extra),)+ }
            }
        }
    };
}

event_fields!(declare);

const fn first(names: &'static [&'static str]) -> &'static str {
    match names {
        [first, ..] => first,
        [] => "",
    }
}

/// The texts before and behind a dot, found when this is compiled.
const fn around_dot(name: &'static str) -> (&'static str, Option<&'static str>) {
    let mut rest = name.as_bytes();
    while let [byte, behind @ ..] = rest {
        let before = name.split_at_checked(name.len().saturating_sub(rest.len()));
        if let (b'.', Some((before, _)), Ok(behind)) = (*byte, before, core::str::from_utf8(behind))
        {
            return (before, Some(behind));
        }
        rest = behind;
    }
    (name, None)
}

/// What a field holds that has no type of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Holds {
    /// A text, which may be absent.
    Text,
    /// A flag: `true` or `false`, which is also what is not said.
    Flag,
    /// A whole number of seconds, which may be absent.
    Seconds,
}

/// What is said of an extra.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Said<'e> {
    Text(&'e str),
    /// A flag that is set.
    Flag,
    Seconds(i64),
}

impl Field {
    /// What an event itself calls it.
    pub(crate) fn key(self) -> &'static str {
        self.names().last().copied().unwrap_or_default()
    }
}
