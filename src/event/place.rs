//! Where an event takes place.

use std::borrow::Cow;

use serde::{Serialize, Serializer, ser::SerializeStruct};

use super::{
    limit::LOCATION_LENGTH,
    number::{self, Thousands},
    text::{self, Lines},
};
use crate::{
    field::Field,
    input::{EventInput, Value, warn_of_unknown},
    issue::{Fault, IssueCode as Code, Report},
    json::push_decimal,
};

/// A place is one line: several lines are joined with commas.
const PLACE_LINES: Lines = Lines::One(", ");

/// A place: a name, an address, coordinates, or several of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location<'a> {
    name: Option<Cow<'a, str>>,
    address: Option<Cow<'a, str>>,
    coordinates: Option<Coordinates>,
}

impl Location<'_> {
    pub(super) fn into_owned(self) -> Location<'static> {
        let Self { name, address, coordinates } = self;
        let [name, address] = [name, address].map(|text| text.map(|text| text.into_owned().into()));
        Location { name, address, coordinates }
    }

    /// The name of the place: up to 1000 UTF-16 code units.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The postal address: up to 1000 UTF-16 code units.
    #[must_use]
    pub fn address(&self) -> Option<&str> {
        self.address.as_deref()
    }

    /// The coordinates of the place.
    #[must_use]
    pub const fn coordinates(&self) -> Option<Coordinates> {
        self.coordinates
    }
}

impl Serialize for Location<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Location", 4)?;
        for (key, text) in [("name", &self.name), ("address", &self.address)] {
            match text {
                Some(text) => fields.serialize_field(key, text)?,
                None => fields.skip_field(key)?,
            }
        }
        if let Some(Coordinates { latitude, longitude }) = self.coordinates {
            fields.serialize_field("latitude", &latitude.as_f64())?;
            fields.serialize_field("longitude", &longitude.as_f64())?;
        }
        fields.end()
    }
}

/// A point on the globe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coordinates {
    /// North of the equator, −90 to 90 degrees.
    pub latitude: Degrees,
    /// East of Greenwich, −180 to 180 degrees.
    pub longitude: Degrees,
}

/// Degrees, rounded to seven decimals: a centimetre on the ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Degrees {
    ten_millionths: i64,
}

impl Degrees {
    fn nearest(degrees: f64) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "at most 180 degrees")]
        Self { ten_millionths: (degrees * 1e7).round() as i64 }
    }

    /// Ten-millionths of a degree.
    pub(crate) const fn ten_millionths(self) -> i64 {
        self.ten_millionths
    }

    /// Returns the degrees as a floating-point number.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "at most eleven digits")]
    pub fn as_f64(self) -> f64 {
        self.ten_millionths as f64 / 1e7
    }

    /// Returns the shortest decimal notation.
    #[must_use]
    pub fn to_decimal(self) -> String {
        let mut text = String::new();
        self.push_to(&mut text);
        text
    }

    /// Writes the shortest decimal notation.
    pub(crate) fn push_to(self, out: &mut String) {
        push_decimal(out, self.ten_millionths);
    }
}

/// Reads a place: a name, or an object.
pub(super) fn read<'v>(value: &'v Value<'_>, report: &mut Report) -> Option<Location<'v>> {
    match value {
        Value::Record(_) => read_object(value, report),
        Value::Absent | Value::Text(_) | Value::LoneSurrogate(_) | Value::LongText { .. } => {
            let name = text::read(value, PLACE_LINES, LOCATION_LENGTH, &"location".into(), report)?;
            Some(Location { name: Some(name), address: None, coordinates: None })
        }
        other => {
            report.fault(other.wrong_type("string or object"), "location");
            None
        }
    }
}

fn read_object<'v>(place: &'v Value<'_>, report: &mut Report) -> Option<Location<'v>> {
    let mut read = |part, path: Field| {
        text::read(place.field(part), PLACE_LINES, LOCATION_LENGTH, &path.into(), report)
    };
    let (name, address) =
        (read("name", Field::LocationName), read("address", Field::LocationAddress));
    let coordinates = read_coordinates(place.field("latitude"), place.field("longitude"), report);
    let known = EventInput::LOCATION_NAMES;
    warn_of_unknown(&place.names_beside(known), place.unread(), known, Some("location"), report);
    let is_empty = name.is_none() && address.is_none() && coordinates.is_none();
    (!is_empty).then_some(Location { name, address, coordinates })
}

fn read_coordinates(
    latitude_given: &Value<'_>,
    longitude_given: &Value<'_>,
    report: &mut Report,
) -> Option<Coordinates> {
    let latitude = ["location", "latitude"];
    let longitude = ["location", "longitude"];
    let north = number::finite(latitude_given, Thousands::Impossible, latitude.into(), report);
    let east = number::finite(longitude_given, Thousands::Impossible, longitude.into(), report);
    match (latitude_given.is_given(), longitude_given.is_given()) {
        (true, false) => report.fault(Code::CoordinatesIncomplete, longitude),
        (false, true) => report.fault(Code::CoordinatesIncomplete, latitude),
        _ => {}
    }
    let mut within = |degrees: Option<f64>, limit: i32, code, path: [&'static str; 2]| {
        let degrees = degrees?;
        let fits = degrees.abs() <= f64::from(limit);
        if !fits {
            let (min, max) = (i64::from(limit.saturating_neg()), i64::from(limit));
            report.fault(Fault::new(code).with("min", min).with("max", max), path);
        }
        fits.then_some(degrees)
    };
    let latitude_found = within(north, 90, Code::LatitudeRange, latitude);
    let longitude_found = within(east, 180, Code::LongitudeRange, longitude);
    if latitude_found.is_none()
        && north.is_some_and(|north| north.abs() <= 180.0)
        && east.is_some_and(|east| east.abs() <= 90.0)
    {
        report.warn(Code::CoordinatesSwapped, latitude);
    }
    let (north, east) = (latitude_found?, longitude_found?);
    let coordinates =
        Coordinates { latitude: Degrees::nearest(north), longitude: Degrees::nearest(east) };
    if coordinates.latitude.ten_millionths == 0 && coordinates.longitude.ten_millionths == 0 {
        report.warn(Code::CoordinatesZero, latitude);
    }
    Some(coordinates)
}

#[cfg(test)]
mod tests {
    use super::Degrees;

    #[test]
    fn degrees_are_written_as_json_writes_them() {
        for degrees in [
            0.0,
            -0.0,
            1.0,
            -23.5505,
            -46.6333,
            0.1,
            -0.000_000_1,
            179.999_999_9,
            -90.0,
            12.03,
            100.000_000_4,
        ] {
            let text = Degrees::nearest(degrees).to_decimal();
            let shortest: f64 = text.parse().unwrap();
            assert!((shortest - degrees).abs() <= 0.5e-7, "{degrees} became {text}");
            let json = serde_json::to_string(&shortest).unwrap();
            assert!(
                json == text || json == format!("{text}.0") || json.contains('e'),
                "{json} is not {text}"
            );
        }
        assert_eq!(Degrees::nearest(-0.000_000_1).to_decimal(), "-0.0000001");
        assert_eq!(Degrees::nearest(-0.0).to_decimal(), "0");
    }
}
