//! Writes plain data as JSON text, for results that are passed to JavaScript. Setting the fields of JavaScript objects
//! one by one would not be faster, and would need a library five times as large.

use core::fmt::Error;

use serde::{Serialize, Serializer, ser};

use super::{push_decimal, push_integer, push_text};

/// The largest floating-point number in a result. All of them are degrees, with seven decimals.
const MAX_FLOAT: f64 = 360.0;

/// The JSON text of a value; `None` if it contains something that no result contains: bytes, large floating-point
/// numbers, or variants with data.
pub(crate) fn to_text(value: &impl Serialize) -> Option<String> {
    let mut out = String::with_capacity(256);
    push(&mut out, value)?;
    Some(out)
}

/// Writes the JSON text of a value. If this fails, the start of it may have been written.
pub(crate) fn push(out: &mut String, value: &impl Serialize) -> Option<()> {
    value.serialize(Writer { out }).ok()
}

struct Writer<'out> {
    out: &'out mut String,
}

/// The contents of an object or a list.
struct Items<'out> {
    out: &'out mut String,
    is_first: bool,
    end: char,
}

impl<'out> Items<'out> {
    fn open(out: &'out mut String, start: char, end: char) -> Self {
        out.push(start);
        Self { out, is_first: true, end }
    }

    fn next(&mut self) -> Writer<'_> {
        if !self.is_first {
            self.out.push(',');
        }
        self.is_first = false;
        Writer { out: self.out }
    }

    fn key(&mut self, key: &str) -> Writer<'_> {
        self.out.push_str(if self.is_first { "\"" } else { ",\"" });
        self.is_first = false;
        // Field names contain nothing that must be escaped.
        self.out.push_str(key);
        self.out.push_str("\":");
        Writer { out: self.out }
    }

    fn close(self) {
        self.out.push(self.end);
    }
}

impl<'out> Serializer for Writer<'out> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Items<'out>;
    type SerializeTuple = Items<'out>;
    type SerializeTupleStruct = ser::Impossible<(), Error>;
    type SerializeTupleVariant = ser::Impossible<(), Error>;
    type SerializeMap = Items<'out>;
    type SerializeStruct = Items<'out>;
    type SerializeStructVariant = ser::Impossible<(), Error>;

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.out.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Result<(), Error> {
        push_integer(self.out, value);
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Error> {
        self.serialize_i64(i64::try_from(value).map_err(|_| Error)?)
    }

    fn serialize_f32(self, _: f32) -> Result<(), Error> {
        Err(Error)
    }

    #[expect(clippy::cast_possible_truncation, reason = "far below 2^53")]
    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        let is_near = value.abs() <= MAX_FLOAT;
        push_decimal(self.out, (is_near.then_some(value).ok_or(Error)? * 1e7).round() as i64);
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        push_text(self.out, value);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Error> {
        Err(Error)
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.out.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        Err(Error)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'out>, Error> {
        Ok(Items::open(self.out, '[', ']'))
    }

    fn serialize_tuple(self, _: usize) -> Result<Items<'out>, Error> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Error> {
        Err(Error)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        Err(Error)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Items<'out>, Error> {
        Ok(Items::open(self.out, '{', '}'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Items<'out>, Error> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        Err(Error)
    }
}

impl ser::SerializeSeq for Items<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(self.next())
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

impl ser::SerializeTuple for Items<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        ser::SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<(), Error> {
        ser::SerializeSeq::end(self)
    }
}

impl ser::SerializeMap for Items<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        key.serialize(self.next())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.out.push(':');
        value.serialize(Writer { out: self.out })
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

impl ser::SerializeStruct for Items<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self.key(key))
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    #[test]
    fn plain_data_is_written_as_a_json_library_does() {
        #[derive(Serialize)]
        struct Data<'t> {
            none: Option<u8>,
            some: Option<&'t str>,
            list: Vec<(i32, char)>,
            map: std::collections::BTreeMap<&'t str, bool>,
            degrees: [f64; 4],
            #[serde(skip_serializing_if = "Option::is_none")]
            absent: Option<()>,
        }
        let data = Data {
            none: None,
            some: Some("a\"\u{1}é😀"),
            list: vec![(-1, 'x'), (i32::MAX, '\\')],
            map: [("a", true), ("b", false)].into(),
            degrees: [-23.550_519_9, 0.000_000_1, 180.0, -0.5],
            absent: None,
        };
        let text = to_text(&data).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), {
            let mut expected = serde_json::to_value(&data).unwrap();
            // A whole number may be written with or without a point.
            *expected.pointer_mut("/degrees/2").unwrap() = json!(180);
            expected
        });
        assert_eq!(to_text(&json!([])).unwrap(), "[]");
    }

    #[test]
    fn what_no_result_contains_is_refused() {
        assert_eq!(to_text(&f64::NAN), None);
        assert_eq!(to_text(&361.0), None);
        assert_eq!(to_text(&u64::MAX), None);
        assert_eq!(to_text(&[Ok::<u8, u8>(1)]), None);
    }

    proptest! {
        #[test]
        fn every_text_round_trips(text: String, number: i64) {
            let written = to_text(&(&text, number)).unwrap();
            prop_assert_eq!(serde_json::from_str::<(String, i64)>(&written).unwrap(), (text, number));
        }
    }

    #[test]
    fn a_number_with_a_fraction_is_an_angle() {
        for (number, text) in [(360.0, Some("360")), (-360.0, Some("-360")), (360.5, None)] {
            assert_eq!(to_text(&number).as_deref(), text, "{number}");
        }
    }
}
