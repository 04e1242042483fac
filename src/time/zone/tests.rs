#![allow(clippy::arithmetic_side_effects, clippy::panic, reason = "a test fails by panicking")]

use super::{FIRST_YEAR, Local, START, Zone, names, table::BLOCK};
use std::collections::BTreeSet;
use time::{OffsetDateTime, PrimitiveDateTime};

const HOUR: i32 = 3600;

fn zone(name: &str) -> Zone {
    Zone::find(name).unwrap_or_else(|| panic!("{name} is not found"))
}

fn seconds(year: i32, month: u8, day: u8, hour: u8, minute: u8) -> i64 {
    let date = time::Date::from_calendar_date(year, month.try_into().unwrap(), day).unwrap();
    let clock = time::Time::from_hms(hour, minute, 0).unwrap();
    PrimitiveDateTime::new(date, clock).assume_utc().unix_timestamp()
}

#[test]
fn the_longest_name_just_fits_into_a_short_text() {
    assert_eq!(names::all().iter().map(String::len).max(), Some(crate::short::Short::ROOM));
}

/// These were written down manually, not taken from the table.
#[test]
fn local_times_are_as_announced() {
    let gap = |before, after| Local::Gap { before, after };
    let overlap = |earlier, later| Local::Overlap { earlier, later };
    let unique = |offset| Local::Unique { offset };
    let rows: &[(&str, i64, Local)] = &[
        ("UTC", seconds(2026, 6, 1, 12, 0), unique(0)),
        ("America/Sao_Paulo", seconds(2026, 12, 25, 20, 0), unique(-3 * HOUR)),
        ("Asia/Kathmandu", seconds(2027, 1, 15, 10, 0), unique(5 * HOUR + 2700)),
        // Before, in and after hours that a clock change skips or repeats.
        ("America/New_York", seconds(2027, 3, 14, 1, 59), unique(-5 * HOUR)),
        ("America/New_York", seconds(2027, 3, 14, 2, 0), gap(-5 * HOUR, -4 * HOUR)),
        ("America/New_York", seconds(2027, 3, 14, 3, 0), unique(-4 * HOUR)),
        ("Europe/London", seconds(2027, 10, 31, 0, 59), unique(HOUR)),
        ("Europe/London", seconds(2027, 10, 31, 1, 0), overlap(HOUR, 0)),
        ("Europe/London", seconds(2027, 10, 31, 1, 59), overlap(HOUR, 0)),
        ("Europe/London", seconds(2027, 10, 31, 2, 0), unique(0)),
        // Summer time over New Year, of half an hour.
        ("Australia/Lord_Howe", seconds(2027, 1, 1, 0, 0), unique(11 * HOUR)),
        ("Australia/Lord_Howe", seconds(2027, 4, 4, 1, 45), overlap(11 * HOUR, 11 * HOUR - 1800)),
        ("Australia/Lord_Howe", seconds(2027, 10, 3, 2, 15), gap(11 * HOUR - 1800, 11 * HOUR)),
        // Summer time of two hours, changes at quarters of an hour, at midnight, and on the evening before.
        ("Antarctica/Troll", seconds(2027, 3, 28, 2, 30), gap(0, 2 * HOUR)),
        ("Pacific/Chatham", seconds(2027, 9, 26, 3, 0), gap(13 * HOUR - 900, 14 * HOUR - 900)),
        ("Asia/Beirut", seconds(2027, 3, 28, 0, 30), gap(2 * HOUR, 3 * HOUR)),
        ("America/Nuuk", seconds(2027, 3, 27, 23, 30), gap(-2 * HOUR, -HOUR)),
        ("America/Santiago", seconds(2027, 4, 3, 23, 30), overlap(-3 * HOUR, -4 * HOUR)),
        // The rule of Gaza counts its hours from a Thursday to the following Saturday.
        ("Asia/Gaza", seconds(2027, 3, 27, 2, 30), gap(2 * HOUR, 3 * HOUR)),
        // Ramadan, and the permanent changes of 2026.
        ("Africa/Casablanca", seconds(2025, 3, 10, 10, 0), unique(0)),
        ("Africa/Casablanca", seconds(2025, 5, 10, 10, 0), unique(HOUR)),
        ("Africa/Casablanca", seconds(2027, 5, 10, 10, 0), unique(0)),
        ("America/Vancouver", seconds(2027, 1, 15, 10, 0), unique(-7 * HOUR)),
        ("America/Edmonton", seconds(2027, 1, 15, 10, 0), unique(-6 * HOUR)),
        ("America/Winnipeg", seconds(2027, 1, 15, 10, 0), unique(-5 * HOUR)),
        ("America/Havana", seconds(2026, 12, 15, 10, 0), unique(-4 * HOUR)),
    ];
    for &(name, clock, expected) in rows {
        let shown = OffsetDateTime::from_unix_timestamp(clock).unwrap();
        assert_eq!(zone(name).local(clock), expected, "{name} {shown}");
    }
}

#[test]
fn links_and_odd_names_are_known() {
    for (link, name) in [
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("Europe/Kiev", "Europe/Kyiv"),
        ("US/Pacific", "America/Los_Angeles"),
        ("Brazil/East", "America/Sao_Paulo"),
        ("America/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("EST5EDT", "America/New_York"),
        ("EST", "America/Panama"),
        ("GMT", "UTC"),
        ("Zulu", "Etc/UTC"),
    ] {
        assert_eq!(Zone::find(link), Some(zone(name)), "{link}");
    }
    // These names count west of UTC, as POSIX does.
    assert_eq!(zone("Etc/GMT+3").offset_at(START), -3 * HOUR);
    assert_eq!(zone("Etc/GMT-14").offset_at(START), 14 * HOUR);
}

#[test]
fn other_names_are_unknown() {
    for name in [
        "",
        " ",
        "/",
        "A",
        "Africa",
        "Africa/",
        "America/",
        "America/Sao Paulo",
        "America/New-York",
        "BRT",
        "IST",
        "PST",
        "UTC+3",
        "GMT+3",
        "Europe/Berlín",
        "Europe/Kyiv ",
        " UTC",
        "posixrules",
        "posix/UTC",
        "Mars/Olympus",
        "E. South America Standard Time",
        "localtime",
        "\u{8}ccra",
        "ZZZ",
        "\u{212a}iev",
    ] {
        assert_eq!(Zone::find(name), None, "{name:?}");
    }
}

#[test]
fn names_are_found_in_any_case_and_only_whole() {
    let all = names::all();
    let known: BTreeSet<&str> = all.iter().map(String::as_str).collect();
    assert_eq!(known.len(), all.len());
    for (place, name) in all.iter().enumerate() {
        assert_eq!(names::position(name), Some(place), "{name}");
        assert_eq!(names::position(&name.to_uppercase()), Some(place), "{name}");
        let shorter = name.get(..name.len() - 1).unwrap();
        let changed = |character: char| format!("{shorter}{character}");
        for other in [shorter.to_owned(), format!("{name}a"), changed('!'), changed('~')] {
            assert_eq!(names::position(&other).is_some(), known.contains(&*other), "{other}");
        }
    }
}

/// Names are stored as the parts in which neighbours differ. Parts of other names must not be combined.
#[test]
fn parts_of_different_names_do_not_make_a_name() {
    let all = names::all();
    let known: BTreeSet<&str> = all.iter().map(String::as_str).collect();
    for (place, head) in all.iter().enumerate() {
        for pair in all.windows(2).skip(place).take(BLOCK) {
            let [before, tail] = pair else { continue };
            let shared = before.bytes().zip(tail.bytes()).take_while(|(a, b)| a == b).count();
            let own = tail.get(shared..).unwrap();
            let joined = format!("{}{own}", head.get(..shared).unwrap_or(head));
            assert_eq!(names::position(&joined).is_some(), known.contains(&*joined), "{joined}");
        }
    }
}

#[test]
fn no_time_is_too_early_or_too_late() {
    for name in names::all() {
        let zone = zone(&name);
        let first = zone.offset_at(START);
        for early in [i64::MIN, START - 1, seconds(2019, 7, 1, 0, 0), seconds(1, 1, 1, 0, 0)] {
            assert_eq!(zone.offset_at(early), first, "{name}");
        }
        assert_eq!(zone.local(i64::MIN), Local::Unique { offset: first }, "{name}");
        assert!(matches!(zone.local(i64::MAX), Local::Unique { .. }), "{name}");
    }
}

#[test]
fn the_table_starts_with_its_first_year() {
    assert_eq!(START, seconds(FIRST_YEAR, 1, 1, 0, 0));
}
