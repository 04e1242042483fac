//! A span of time in which a zone has one offset, or one yearly rule.

use super::{START, table::RULES};

/// A row of the table. The rows of a zone are in chronological order, and each is in force until the next one starts.
pub(super) struct Era {
    /// Minutes since the start of the table: 0 in the first row of a zone and in no other.
    minute: u32,
    /// The standard offset, in minutes east of UTC.
    standard: i16,
    /// The place of its summer time rule in [`RULES`]; [`NO_RULE`] if it has none.
    rule: u8,
}

/// A place after the end of [`RULES`].
pub(super) const NO_RULE: u8 = u8::MAX;

impl Era {
    pub(super) const fn new(minute: u32, standard: i16, rule: u8) -> Self {
        Self { minute, standard, rule }
    }

    pub(super) const fn is_first(&self) -> bool {
        self.minute == 0
    }

    /// The instant from which the era is in force.
    pub(super) fn start(&self) -> i64 {
        i64::from(self.minute).saturating_mul(60).saturating_add(START)
    }

    /// The offset at an instant of this era, in seconds.
    pub(super) fn offset_at(&self, instant: i64) -> i32 {
        let standard = i32::from(self.standard).saturating_mul(60);
        let clock = instant.saturating_add(i64::from(standard));
        let saving = RULES.get(usize::from(self.rule)).map_or(0, |rule| rule.saving_at(clock));
        standard.saturating_add(saving)
    }
}
