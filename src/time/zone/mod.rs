//! The time zones of the IANA database, from 2020 on.
//!
//! The data is part of the code because the hosts' own data is often out of date, and bookings are then off by an hour.
//! Data before 2020 is left out, because events are in the future and the whole database would be twenty times as
//! large. `cargo xtask data zones` writes `table.rs`.

mod era;
mod names;
mod rule;
mod table;

pub use table::RELEASE;

use table::{ERAS, ZONES};

/// The first year whose offsets are known.
pub(crate) const FIRST_YEAR: i32 = 2020;

/// The start of [`FIRST_YEAR`] in UTC.
const START: i64 = 1_577_836_800;

const DAY: i64 = 86_400;

/// A time zone: what its clocks show, without its name. Zones with the same offsets since 2020 are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Zone {
    /// The first of its rows in [`ERAS`].
    row: u8,
}

/// What a local time stands for. Offsets are in seconds east of UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Local {
    /// One instant.
    Unique { offset: i32 },
    /// Two instants: the clocks are set back and show this time twice.
    Overlap { earlier: i32, later: i32 },
    /// No instant: the clocks are set forward and never show this time. The offsets are those before and after the
    /// change.
    Gap { before: i32, after: i32 },
}

impl Zone {
    /// Finds a zone by its name or a link, in any case.
    pub(crate) fn find(name: &str) -> Option<Self> {
        ZONES.get(names::position(name)?).map(|&row| Self { row })
    }

    /// The offset in force at an instant; before [`FIRST_YEAR`], the offset at the start of that year.
    pub(crate) fn offset_at(self, epoch_seconds: i64) -> i32 {
        let instant = epoch_seconds.max(START);
        let rows = ERAS.get(usize::from(self.row)..).unwrap_or_default();
        let Some((first, later)) = rows.split_first() else { return 0 };
        let is_reached = |era: &&era::Era| !era.is_first() && era.start() <= instant;
        later.iter().take_while(is_reached).last().unwrap_or(first).offset_at(instant)
    }

    /// What a local time stands for. It is given as the Unix time that it would be in UTC.
    pub(crate) fn local(self, local_seconds: i64) -> Local {
        // Offsets are less than a day and never change twice within two days. The generator of the table checks this.
        let before = self.offset_at(local_seconds.saturating_sub(DAY));
        let after = self.offset_at(local_seconds.saturating_add(DAY));
        if before == after {
            return Local::Unique { offset: before };
        }
        let shows =
            |offset: i32| self.offset_at(local_seconds.saturating_sub(i64::from(offset))) == offset;
        match (shows(before), shows(after)) {
            (true, false) => Local::Unique { offset: before },
            (false, true) => Local::Unique { offset: after },
            (true, true) => Local::Overlap { earlier: before, later: after },
            (false, false) => Local::Gap { before, after },
        }
    }
}

#[cfg(test)]
mod differential;
#[cfg(test)]
mod tests;
