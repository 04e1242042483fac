//! The one table of an event's fields.
//!
//! Who, what, when and where have their own types. Every other field is an extra: an optional text, flag or number of
//! seconds. Everything that extras have in common follows from their rows in this table: their names in the input, in
//! paths, in the event, in gateway descriptions and in fingerprints; their getters and their serialization; and that a
//! gateway which cannot carry an extra leaves it out with a warning. Special rules are next to the code that needs
//! them.

use std::borrow::Cow;

/// Passes the rows to another macro. Each group is in the order of the contract:
///
/// - `core`: the input fields for who, what, when and where.
/// - `carried`: the parts of these that a gateway may or may not be able to carry, with the input fields that set each.
/// - `extras`: the name in Rust, the public name, the kind and the [`Field`]. The kind of a text on one line, and of
///   seconds from 0, is followed by the most that is allowed, unless the field has a rule of its own. If gateway
///   descriptions use another name, it follows in braces, together with a second input field that sets the same value.
///
/// The comment of a field says what it holds, with units and ranges.
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
                /// The IANA time zone of times that have no offset.
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
                /// Whether the card shows the event as canceled.
                canceled = "canceled": Flag Canceled,
                /// The id of the message to quote: 1 to 256 letters, digits and `_ @ . : -`.
                reply_to = "replyTo": Text ReplyTo,
                /// Whether to answer a group message in its author's private chat. A message id does not say which chat
                /// it came from, so the option is accepted for every recipient.
                reply_privately = "replyPrivately": Flag ReplyPrivately,
                /// How long the gateway shows "typing…" before it sends: 0 to 300 seconds, longer than any
                /// gateway waits for a response.
                delay_seconds = "delaySeconds": Seconds(300) Delay,
                /// The caller's own tag: up to 64 UTF-16 code units.
                source = "source": Text(64) Source,
            }
        }
    };
}
pub(crate) use event_fields;

/// Declares the struct [`Extras`], with a field of the right type for each kind.
macro_rules! extras {
    ({ $($kept:tt)* }) => {
        /// The extra fields of an event. An absent field is `None`, and an absent flag is `false`.
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

/// The value of an extra field, if it is set.
macro_rules! extra_value {
    (Text $kept:expr) => {
        $kept.as_ref().map(|text| ExtraValue::Text(text.as_ref()))
    };
    (Flag $kept:expr) => {
        $kept.then_some(ExtraValue::Flag)
    };
    (Seconds $kept:expr) => {
        $kept.map(ExtraValue::Seconds)
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

/// The name of an extra in gateway descriptions, after the dollar sign.
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
            $(#[doc = $doc:literal])+ $extra:ident = $key:literal: $kind:ident $(($most:literal))? $variant:ident
            $({ $fact:literal, $(#[doc = $_other_doc:literal])+ $_other:ident = $other_key:literal })?,
        )+ }
    ) => {
        /// The fields of an event input, in the order of the contract. Paths of issues begin with them.
        pub(crate) const NAMES: &[&str] = &[$($core_key,)+ $($($other_key,)? $key,)+];

        /// A field of an event that a gateway may or may not be able to carry.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Field {
            $($(#[doc = $carried_doc])+ $carried,)+
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Field {
            /// Every field, in the order of the contract.
            pub const ALL: &'static [Self] = &[$(Self::$carried,)+ $(Self::$variant,)+];

            /// The extras: fields that are a text, a flag or a number of seconds.
            pub(crate) const EXTRAS: &'static [Self] = &[$(Self::$variant,)+];

            /// The input fields that set this field. A dot separates a field and its part, as in `location.name`.
            #[must_use]
            pub const fn names(self) -> &'static [&'static str] {
                match self {
                    $(Self::$carried => &[$($name),+],)+
                    $(Self::$variant => &[$($other_key,)? $key],)+
                }
            }

            /// The path of issues about this field: an input field and, if needed, a part of it.
            #[must_use]
            pub const fn path(self) -> (&'static str, Option<&'static str>) {
                match self {
                    $(Self::$carried => const { split_at_dot(first(&[$($name),+])) },)+
                    $(Self::$variant => const { split_at_dot(first(&[$($other_key,)? $key])) },)+
                }
            }

            /// The name of an extra in gateway descriptions, after the dollar sign; empty for other fields.
            pub(crate) const fn fact_name(self) -> &'static str {
                match self {
                    $(Self::$variant => fact_name!($key $($fact)?),)+
                    _ => "",
                }
            }

            /// The kind of value of an extra; `None` for fields that have their own types.
            #[must_use]
            pub const fn holds(self) -> Option<Holds> {
                match self {
                    $(Self::$variant => Some(Holds::$kind),)+
                    _ => None,
                }
            }

            /// The most that is allowed: UTF-16 code units of a text on one line, or seconds. `None` if the field has a
            /// rule of its own.
            #[must_use]
            pub const fn most(self) -> Option<u16> {
                match self {
                    $($(Self::$variant => Some($most),)?)+
                    _ => None,
                }
            }
        }

        extras!({} $($extra $kind,)+);

        impl<T: AsRef<str>> Extras<T> {
            /// The value of a field; `None` if it is absent, or a flag that is not set.
            #[inline(never)]
            pub(crate) fn get(&self, field: Field) -> Option<ExtraValue<'_>> {
                match field {
                    $(Field::$variant => extra_value!($kind self.$extra),)+
                    _ => None,
                }
            }

            /// Removes the value of a field.
            pub(crate) fn clear(&mut self, field: Field) {
                match field {
                    $(Field::$variant => self.$extra = Default::default(),)+
                    _ => {}
                }
            }

            /// The same extras, with borrowed texts.
            pub(crate) fn borrowed(&self) -> Extras<&str> {
                Extras { $($extra: borrowed!($kind self.$extra),)+ }
            }
        }

        impl Extras<Cow<'_, str>> {
            /// The same extras, with owned texts.
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

/// Splits a name at its first dot, at compile time.
const fn split_at_dot(name: &'static str) -> (&'static str, Option<&'static str>) {
    let mut rest = name.as_bytes();
    while let [byte, after @ ..] = rest {
        let before = name.split_at_checked(name.len().saturating_sub(rest.len()));
        if let (b'.', Some((before, _)), Ok(after)) = (*byte, before, core::str::from_utf8(after)) {
            return (before, Some(after));
        }
        rest = after;
    }
    (name, None)
}

/// The kind of value that an extra field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Holds {
    /// An optional text.
    Text,
    /// A flag. `false` means the same as absent.
    Flag,
    /// An optional whole number of seconds.
    Seconds,
}

/// The value of an extra field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ExtraValue<'e> {
    Text(&'e str),
    /// A flag that is set.
    Flag,
    Seconds(i64),
}

impl Field {
    /// The name of the field in an [`Event`](crate::Event).
    pub(crate) fn key(self) -> &'static str {
        self.names().last().copied().unwrap_or_default()
    }
}
