//! Summer time by a yearly rule, such as "from the last Sunday of March to the last Sunday of October".

use time::{Date, Month, OffsetDateTime};

/// When summer time starts and ends in a year, and how far it moves the clocks.
pub(super) struct Rule {
    /// In minutes.
    saving: i16,
    /// In standard time.
    start: Switch,
    /// In summer time.
    end: Switch,
}

impl Rule {
    pub(super) const fn new(saving: i16, start: Switch, end: Switch) -> Self {
        Self { saving, start, end }
    }

    /// How many seconds the clocks are ahead of standard time. `clock` is the standard time, read as if it were UTC.
    pub(super) fn saving_at(&self, clock: i64) -> i32 {
        let saving = i32::from(self.saving).saturating_mul(60);
        if self.is_summer(clock, saving).unwrap_or(false) { saving } else { 0 }
    }

    fn is_summer(&self, clock: i64, saving: i32) -> Option<bool> {
        let year = OffsetDateTime::from_unix_timestamp(clock).ok()?.year();
        let start = self.start.in_year(year)?;
        let end = self.end.in_year(year)?.saturating_sub(i64::from(saving));
        Some(if start < end {
            (start..end).contains(&clock)
        } else {
            // On the southern hemisphere, summer time includes New Year.
            !(end..start).contains(&clock)
        })
    }
}

/// A moment that depends on the weekday: `M3.5.0/2` of a POSIX rule is 2 o'clock on the last Sunday of March.
pub(super) struct Switch {
    month: u8,
    /// 1 to 4, or 5 for the last one in the month.
    week: u8,
    /// 0 is Sunday.
    weekday: u8,
    /// Minutes after midnight. The moment may be on a day before or after.
    minute: i16,
}

impl Switch {
    pub(super) const fn new(month: u8, week: u8, weekday: u8, minute: i16) -> Self {
        Self { month, week, weekday, minute }
    }

    /// The local time of the moment in a year, read as if it were UTC.
    fn in_year(&self, year: i32) -> Option<i64> {
        let month = Month::try_from(self.month).ok()?;
        let first = Date::from_calendar_date(year, month, 1).ok()?;
        let until_weekday = self
            .weekday
            .wrapping_add(7)
            .wrapping_sub(first.weekday().number_days_from_sunday())
            .wrapping_rem(7);
        // The first week starts on the first day of the month. There may be no fifth week.
        let mut days = self.week.wrapping_sub(1).wrapping_mul(7).wrapping_add(until_weekday);
        if days >= month.length(year) {
            days = days.wrapping_sub(7);
        }
        let minutes = i64::from(days).wrapping_mul(1440).wrapping_add(i64::from(self.minute));
        let midnight = first.midnight().assume_utc().unix_timestamp();
        Some(minutes.wrapping_mul(60).wrapping_add(midnight))
    }
}
