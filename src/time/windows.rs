//! Windows' names for time zones, which Outlook, Exchange and Microsoft Graph use, as the [Unicode
//! CLDR](https://github.com/unicode-org/cldr/blob/main/common/supplemental/windowsZones.xml) maps them.

mod table;

use crate::search;
use table::TABLE;

/// The ending of most of the names.
const ENDING: &str = " Standard Time";

/// The IANA name of the zone that Windows calls `name`, in any case.
pub(super) fn find(name: &str) -> Option<&'static str> {
    let at = name.len().checked_sub(ENDING.len());
    let parts = at.and_then(|at| name.split_at_checked(at));
    let stem = parts.filter(|(_, end)| end.eq_ignore_ascii_case(ENDING)).map(|(stem, _)| stem);
    search::split(TABLE, b"\n").find_map(|row| {
        let (known, zone) = search::split_at(row, b"|")?;
        let is_it = match known.strip_suffix('*') {
            Some(known) => stem.is_some_and(|stem| stem.eq_ignore_ascii_case(known)),
            None => name.eq_ignore_ascii_case(known),
        };
        is_it.then_some(zone)
    })
}
