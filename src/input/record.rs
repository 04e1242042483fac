//! The objects that callers pass, field by field.

use core::{convert::identity, fmt};
use std::borrow::Cow;

use serde::{Deserialize, Deserializer};

use super::{Value, form};
use crate::{field::event_fields, issue::Path};

/// Declares an input object: its fields with their public names, in the order of the contract, and a function that
/// rearranges the fields before they are read.
macro_rules! input {
    ($(#[$about:meta])+ $name:ident, $arrange:expr; { $($(#[doc = $field_doc:literal])+ $field:ident = $key:literal,)+ }) => {
        $(#[$about])+
        #[derive(Clone, Default, PartialEq)]
        pub struct $name<'a> {
            $($(#[doc = $field_doc])+ pub $field: Value<'a>,)+
            /// The names of unknown fields.
            pub unknown: Vec<Cow<'a, str>>,
            /// The number of further unknown fields, whose names were not passed.
            pub unread: usize,
            /// The whole value, if it is not an object.
            pub misfit: Option<Value<'a>>,
        }

        impl $name<'_> {
            /// The public names of the fields, in order.
            pub const NAMES: &'static [&'static str] = &[$($key,)+];
        }

        impl<'a> From<Value<'a>> for $name<'a> {
            fn from(value: Value<'a>) -> Self {
                let mut input = Self::default();
                match value {
                    Value::Absent => {}
                    Value::Record(fields) => {
                        // One assignment for all fields, so that the code which drops the previous value is compiled
                        // only once.
                        let mut places = [$(&mut input.$field,)+];
                        for (name, value) in $arrange(fields) {
                            let known = Self::NAMES.iter().position(|known| *known == name);
                            if let Value::Unread(count) = value {
                                input.unread = count;
                            } else if let Some(place) = known.and_then(|at| places.get_mut(at)) {
                                **place = value;
                            } else {
                                input.unknown.push(name);
                            }
                        }
                    }
                    misfit => input.misfit = Some(misfit),
                }
                input
            }
        }

        impl<'de> Deserialize<'de> for $name<'de> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Value::deserialize(deserializer).map(Self::from)
            }
        }
    };
}

/// Declares [`EventInput`] from the table of fields.
macro_rules! event_input {
    (
        core { $($(#[doc = $core_doc:literal])+ $core:ident = $core_key:literal,)+ }
        carried { $($_carried:tt)+ }
        extras { $(
            $(#[doc = $doc:literal])+ $extra:ident = $key:literal: $_kind:ident $(($_most:literal))? $_variant:ident
            $({ $_fact:literal, $(#[doc = $other_doc:literal])+ $other:ident = $other_key:literal })?,
        )+ }
    ) => {
        input! {
            /// An event as the caller describes it, unchecked. The getters of [`Event`](crate::Event) and the types of
            /// the npm package document what each field accepts.
            #[derive(Debug)]
            EventInput, form::with_parts_in_place; {
                $($(#[doc = $core_doc])+ $core = $core_key,)+
                $($($(#[doc = $other_doc])+ $other = $other_key,)? $(#[doc = $doc])+ $extra = $key,)+
            }
        }
    };
}

event_fields!(event_input);

impl EventInput<'_> {
    /// The public names of the parts of a location: its name, its postal address, its latitude and its longitude.
    pub const LOCATION_NAMES: &'static [&'static str] =
        &["name", "address", "latitude", "longitude"];
}

input! {
    /// Options as the caller gives them, unchecked. [`Options`](crate::Options) documents what each accepts.
    ///
    /// Its `Debug` output contains no secrets.
    OptionsInput, identity; {
        /// The current time, in place of the clock's.
        now = "now",
        /// The IANA time zone of local times, for events that name none.
        time_zone = "timeZone",
        /// The country of national phone numbers, as an ISO 3166 alpha-2 code.
        country = "country",
        /// What to do with an ambiguous local time.
        disambiguation = "disambiguation",
        /// What to do if offset and zone disagree.
        offset = "offset",
        /// The unit of Unix times.
        epoch_unit = "epochUnit",
        /// Whether the day or the month comes first in dates such as `10/09/2027`.
        date_order = "dateOrder",
        /// Whether a start in the past is allowed.
        allow_past = "allowPast",
        /// Which WhatsApp id to use if a number has two.
        whatsapp_id = "whatsappId",
        /// How to read phone numbers without a plus sign and without a country.
        bare_numbers = "bareNumbers",
        /// Whether warnings count as faults.
        strict = "strict",
        /// The language of messages.
        language = "language",
        /// The form's labels for its fields, by path. With labels, messages are worded for guests.
        labels = "labels",
        /// Texts, or texts by name, that must not appear in the message of a reply. Only
        /// [`parse_reply`](crate::parse_reply) reads them.
        secrets = "secrets",
    }
}

impl fmt::Debug for OptionsInput<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fields: [(&str, &Value<'_>); 13] = [
            ("now", &self.now),
            ("timeZone", &self.time_zone),
            ("country", &self.country),
            ("disambiguation", &self.disambiguation),
            ("offset", &self.offset),
            ("epochUnit", &self.epoch_unit),
            ("dateOrder", &self.date_order),
            ("allowPast", &self.allow_past),
            ("whatsappId", &self.whatsapp_id),
            ("bareNumbers", &self.bare_numbers),
            ("strict", &self.strict),
            ("language", &self.language),
            ("labels", &self.labels),
        ];
        let given = fields.iter().filter(|(_, value)| value.is_given());
        f.write_str("OptionsInput ")?;
        f.debug_map().entries(given.copied()).finish()
    }
}

/// A target as the caller gives it, unchecked: `gateway`, and fields that depend on it.
///
/// Its `Debug` output contains only the names of the fields, because some of them are secrets.
#[derive(Clone, Default, PartialEq)]
pub struct TargetInput<'a> {
    /// The whole value. Its fields are those of the target.
    pub value: Value<'a>,
}

impl fmt::Debug for TargetInput<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TargetInput ")?;
        f.debug_list().entries(self.value.names()).finish()
    }
}

impl<'a> From<Value<'a>> for TargetInput<'a> {
    fn from(value: Value<'a>) -> Self {
        Self { value }
    }
}

impl<'de> Deserialize<'de> for TargetInput<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Value::deserialize(deserializer).map(Self::from)
    }
}

/// The place of a path's first name among `names`; after all of them if it is unknown.
pub(crate) fn rank(path: &Path, names: &[&str]) -> usize {
    names.iter().position(|name| *name == path.field()).unwrap_or(names.len())
}

/// The place of a path among the fields of an event and the parts of its location.
pub(crate) fn event_rank(path: &Path) -> usize {
    let names = EventInput::LOCATION_NAMES;
    let place = path.part().and_then(|part| names.iter().position(|name| *name == part));
    let outer = rank(path, EventInput::NAMES).saturating_mul(names.len().saturating_add(1));
    outer.saturating_add(place.unwrap_or(names.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_in_the_order_of_the_contract() {
        let mut paths = Vec::new();
        for name in EventInput::NAMES {
            let parts = if *name == "location" { EventInput::LOCATION_NAMES } else { &[] };
            paths.extend(parts.iter().map(|part| Path::from([*name, *part])));
            paths.push(Path::from(*name));
        }
        paths.push(Path::of_field("colour"));
        assert!(paths.is_sorted_by(|one, other| event_rank(one) < event_rank(other)));
    }

    #[test]
    fn options_are_shown_without_secrets() {
        for name in OptionsInput::NAMES {
            let value = Value::Text("hidden".into());
            let options = OptionsInput::from(Value::Record(vec![
                (Cow::Borrowed(*name), value),
                (Cow::Borrowed("unknown"), Value::Bool(true)),
            ]));
            let expected = match *name {
                "secrets" => "OptionsInput {}".to_owned(),
                shown => format!("OptionsInput {{{shown:?}: Text(\"hidden\")}}"),
            };
            assert_eq!(format!("{options:?}"), expected);
        }
        let blank = vec![(Cow::Borrowed("country"), Value::Text(" ".into()))];
        assert_eq!(format!("{:?}", OptionsInput::from(Value::Record(blank))), "OptionsInput {}");
    }

    #[test]
    fn targets_are_shown_as_the_names_of_their_fields() {
        let fields = ["gateway", "token"].map(|name| (name.into(), Value::Text("hidden".into())));
        let target = TargetInput::from(Value::Record(fields.into()));
        assert_eq!(format!("{target:?}"), r#"TargetInput ["gateway", "token"]"#);
    }
}
