//! Turns a written time into an instant. Decides between offset and zone, and about local times that exist twice or
//! never.

use time::{OffsetDateTime, UtcOffset};

use super::{
    Choice, Disambiguation, Hint, NamedZone, OffsetConflict, Time, TimeError, TimeNotice,
    TimeRules,
    offset::Offset,
    text::Written,
    zone::{FIRST_YEAR, Local},
};

/// The zones that are named for a time, from the nearest to the farthest. A zone in brackets is nearer than all of
/// these.
#[derive(Clone, Copy, Default)]
pub(super) struct Zones<'z> {
    /// The zone of the object that contains the time.
    pub(super) object: Option<&'z NamedZone>,
    /// The zone of the event.
    pub(super) event: Option<&'z NamedZone>,
    /// The zone of local times for which none is named.
    pub(super) default: Option<&'z NamedZone>,
}

impl<'z> Zones<'z> {
    /// The nearest zone that is named. If another one disagrees, that is reported, because it may be the one that was
    /// meant.
    pub(super) fn named(
        self,
        bracketed: Option<&'z NamedZone>,
        notices: &mut Vec<TimeNotice>,
    ) -> Option<&'z NamedZone> {
        let mut named = [bracketed, self.object, self.event].into_iter().flatten();
        let zone = named.next()?;
        if let Some(other) = named.find(|other| !other.agrees_with(zone)) {
            let (zone, other) = (zone.name().to_owned(), other.name().to_owned());
            notices.push(TimeNotice::ZoneOverruled(zone, other));
        }
        Some(zone)
    }
}

/// Resolves a written time to an instant.
pub(super) fn resolve(
    written: &Written<'_>,
    rules: &TimeRules,
    zones: Zones<'_>,
    notices: &mut Vec<TimeNotice>,
) -> Result<Time, TimeError> {
    let mut bracketed = None;
    if let Some(suffix) = written.suffix {
        bracketed = Some(NamedZone::read(suffix.zone, notices)?);
    }
    let named = zones.named(bracketed.as_ref(), notices);
    let zone = match written.offset {
        Offset::None => Some(named.or(zones.default).ok_or(TimeError::ZoneMissing)?),
        _ => named,
    };
    let time = match (zone, written.offset) {
        (Some(zone), _) => zone.at(instant(written, zone, rules)?)?,
        (None, Offset::Fixed(offset)) => {
            if is_unusual(offset) {
                notices.push(TimeNotice::OffsetUnusual);
            }
            Time::with_offset(written.local.assume_offset(offset))
        }
        (None, _) => Time::zulu(written.local.assume_utc()),
    };
    if written.offset == Offset::Unknown {
        notices.push(TimeNotice::LocalOffsetUnknown);
    }
    if written.has_fraction {
        notices.push(TimeNotice::FractionDropped);
    }
    Ok(time)
}

/// The instant of a time that has a zone, with or without an offset, in Unix seconds.
fn instant(written: &Written<'_>, zone: &NamedZone, rules: &TimeRules) -> Result<i64, TimeError> {
    match written.offset {
        Offset::None => by_zone(written, zone, rules.disambiguation),
        Offset::Zulu | Offset::Unknown => Ok(local_seconds(written)),
        Offset::Fixed(offset) => by_both(written, offset.whole_seconds(), zone, rules),
    }
}

fn by_zone(
    written: &Written<'_>,
    zone: &NamedZone,
    disambiguation: Disambiguation,
) -> Result<i64, TimeError> {
    let local = local_seconds(written);
    let instant = |offset: i32| local.saturating_sub(i64::from(offset));
    match look_up(written, zone)? {
        Local::Unique { offset } => Ok(instant(offset)),
        Local::Overlap { earlier, later } => match disambiguation {
            Disambiguation::Compatible | Disambiguation::Earlier => Ok(instant(earlier)),
            Disambiguation::Later => Ok(instant(later)),
            Disambiguation::Reject => Err(TimeError::Ambiguous(Box::new(Choice {
                candidates: [instant(earlier), instant(later)],
                offsets: [earlier, later],
            }))),
        },
        // A skipped time is read with the offset before the change, which gives the later instant, or with the one
        // after.
        Local::Gap { before, after } => match disambiguation {
            Disambiguation::Compatible | Disambiguation::Later => Ok(instant(before)),
            Disambiguation::Earlier => Ok(instant(after)),
            Disambiguation::Reject => Err(TimeError::Nonexistent(Box::new(Choice {
                candidates: [instant(after), instant(before)],
                // The offsets in force at these two instants.
                offsets: [before, after],
            }))),
        },
    }
}

fn by_both(
    written: &Written<'_>,
    given: i32,
    zone: &NamedZone,
    rules: &TimeRules,
) -> Result<i64, TimeError> {
    let agrees = match look_up(written, zone)? {
        Local::Unique { offset } => offset == given,
        Local::Overlap { earlier, later } => earlier == given || later == given,
        Local::Gap { .. } => false,
    };
    let by_offset = local_seconds(written).saturating_sub(i64::from(given));
    let is_critical = written.suffix.is_some_and(|suffix| suffix.is_critical);
    match rules.offset {
        _ if agrees && rules.offset != OffsetConflict::Ignore => Ok(by_offset),
        OffsetConflict::Ignore if agrees || !is_critical => {
            by_zone(written, zone, rules.disambiguation)
        }
        OffsetConflict::Use if !is_critical => Ok(by_offset),
        OffsetConflict::Prefer if !is_critical => by_zone(written, zone, rules.disambiguation),
        _ => Err(TimeError::OffsetConflict),
    }
}

/// The local time, read as if it were UTC.
fn local_seconds(written: &Written<'_>) -> i64 {
    written.local.assume_utc().unix_timestamp()
}

/// Looks up the local time in the zone. The zone data begins in 2020, and earlier offsets are not guessed.
fn look_up(written: &Written<'_>, zone: &NamedZone) -> Result<Local, TimeError> {
    if written.local.year() < FIRST_YEAR {
        return Err(TimeError::YearRange(Hint::Before2020));
    }
    Ok(zone.local(local_seconds(written)))
}

/// Whether no place uses the offset: clocks are from 12 hours behind UTC to 14 hours ahead, in steps of a quarter of an
/// hour.
fn is_unusual(offset: UtcOffset) -> bool {
    let minutes = offset.whole_minutes();
    !(-720..=840).contains(&minutes) || minutes.checked_rem(15) != Some(0)
}

impl NamedZone {
    /// The time at an instant, with the offset in force in the zone.
    pub(super) fn at(&self, epoch_seconds: i64) -> Result<Time, TimeError> {
        let utc = OffsetDateTime::from_unix_timestamp(epoch_seconds)
            .map_err(|_| TimeError::Format(None))?;
        if utc.year() < FIRST_YEAR {
            return Ok(Time::zulu(utc).in_zone(*self));
        }
        let offset = UtcOffset::from_whole_seconds(self.offset_at(epoch_seconds));
        let local = offset.ok().and_then(|offset| utc.checked_to_offset(offset));
        local.map(|local| Time::with_offset(local).in_zone(*self)).ok_or(TimeError::Format(None))
    }
}
