//! What the clocks of a zone do, read from the time zone database with the library `jiff`.

use anyhow::{Context, Result, ensure};
use jiff::{Timestamp, tz::TimeZone};

/// 2020-01-01T00:00:00Z, where the table starts.
pub const START: i64 = 1_577_836_800;

/// 2039-01-01T00:00:00Z. The table has the changes of the database up to here. From here on, only the yearly rules
/// count: the last second that an event may have is in January 2038.
pub const END: i64 = 2_177_452_800;

const DAY: i64 = 86_400;

/// The clocks of a zone from [`START`] to [`END`], and after that. Offsets are in minutes east of UTC.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Behaviour {
    pub first: i16,
    pub changes: Vec<Change>,
    pub then: Footer,
}

/// An offset that applies from an instant on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    pub instant: i64,
    pub offset: i16,
}

/// What applies for ever: the POSIX rule at the end of a zone's file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Footer {
    pub standard: i16,
    pub shape: Option<Shape>,
}

/// A yearly rule without the offset it starts from.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shape {
    /// In minutes.
    pub saving: i16,
    /// `M3.5.0/-1`
    pub start: String,
    pub end: String,
}

impl Behaviour {
    /// Reads a zone's file, as [RFC 9636](https://www.rfc-editor.org/rfc/rfc9636) describes it.
    pub fn read(name: &str, file: &[u8]) -> Result<Self> {
        let zone = TimeZone::tzif(name, file)?;
        let changes = changes(&zone)?;
        let instants = changes.iter().map(|change| change.instant);
        let instants: Vec<i64> = [START].into_iter().chain(instants).chain([END]).collect();
        // The lookup of local times looks a day back and a day ahead.
        let apart = instants.windows(2).all(|pair| pair[1] - pair[0] > 2 * DAY);
        ensure!(apart, "two changes within two days");
        Ok(Self { first: offset_at(&zone, START)?, changes, then: footer(file)? })
    }
}

impl Footer {
    pub fn zone(&self) -> Result<TimeZone> {
        let Some(shape) = &self.shape else {
            return Ok(TimeZone::posix(&format!("<std>{}", posix(self.standard)))?);
        };
        let (standard, summer) = (posix(self.standard), posix(self.standard + shape.saving));
        let Shape { start, end, .. } = shape;
        Ok(TimeZone::posix(&format!("<std>{standard}<dst>{summer},{start},{end}"))?)
    }
}

/// POSIX counts offsets to the west.
fn posix(offset: i16) -> String {
    let west = -offset;
    let sign = if west < 0 { "-" } else { "" };
    format!("{sign}{}:{:02}", west.abs() / 60, west.abs() % 60)
}

pub fn offset_at(zone: &TimeZone, instant: i64) -> Result<i16> {
    let seconds = zone.to_offset(Timestamp::from_second(instant)?).seconds();
    ensure!(seconds % 60 == 0, "an offset of {seconds} s is not of whole minutes");
    ensure!(seconds.abs() < 86_400, "an offset of {seconds} s is not below a day");
    Ok(i16::try_from(seconds / 60)?)
}

/// The changes of offset after [`START`] and before [`END`].
pub fn changes(zone: &TimeZone) -> Result<Vec<Change>> {
    let mut changes: Vec<Change> = Vec::new();
    let mut before = offset_at(zone, START)?;
    for transition in zone.following(Timestamp::from_second(START)?) {
        let instant = transition.timestamp().as_second();
        if instant >= END {
            break;
        }
        let offset = offset_at(zone, instant)?;
        // A change of the abbreviation alone does not matter here.
        if offset != before {
            ensure!(instant % 60 == 0, "a change at {instant} is not at a whole minute");
            changes.push(Change { instant, offset });
            before = offset;
        }
    }
    Ok(changes)
}

/// The last line of the file: `EST5EDT,M3.2.0,M11.1.0` or `<+0545>-5:45`.
fn footer(file: &[u8]) -> Result<Footer> {
    let text = file.strip_suffix(b"\n").context("a file without its last line")?;
    let text = text.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
    let text = str::from_utf8(text).context("a last line that is not text")?;
    let zone = TimeZone::posix(text).with_context(|| format!("the last line is {text:?}"))?;
    let mut parts = text.split(',').skip(1).map(str::to_owned);
    let rule = parts.next().zip(parts.next());
    // 2040-01-01 and 2040-07-01: one is winter, the other summer.
    let (january, july) = (offset_at(&zone, 2_208_988_800)?, offset_at(&zone, 2_224_713_600)?);
    let standard = january.min(july);
    let shape = rule.map(|(start, end)| Shape { saving: january.max(july) - standard, start, end });
    let footer = Footer { standard, shape };
    // Catches a zone whose summer time sets the clocks back, which no row of the table can represent.
    ensure!(changes(&zone)? == changes(&footer.zone()?)?, "{text:?} is not understood");
    Ok(footer)
}
