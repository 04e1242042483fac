// Offsets, and whether the host's time zone data agrees with the embedded one.

/** The first second that the embedded data cover. An earlier instant is shown in UTC, whatever zone it names. */
export const FIRST_SECONDS = Date.UTC(2020, 0, 1) / 1000;

/** The host's zones, in whatever case they are spelled: to make a formatter takes longer than all else here. */
const zones = new Map();
const MOST_ZONES = 100;

/** The host's offsets are kept by quarters of an hour, since no clock changes in between; those of all zones count. */
const QUARTER_SECONDS = 900;
const MOST_OFFSETS = 1000;
let kept = 0;

/** The zone that was asked about last: many events in a row have the same. */
let last = { spelling: "" };

/** True where the host would show `epochSeconds` in a zone with another offset. */
export function isStale(spelling, epochSeconds, offsetSeconds) {
  if (epochSeconds < FIRST_SECONDS) return false;
  if (last.spelling !== spelling) last = { spelling, zone: zoneOf(spelling.toLowerCase()) };
  const { offsets } = last.zone;
  const quarter = Math.floor(epochSeconds / QUARTER_SECONDS);
  let offset = offsets.get(quarter);
  if (offset === undefined) {
    offset = hostOffset(last.zone, epochSeconds);
    if (kept >= MOST_OFFSETS) forget();
    kept += 1;
    offsets.set(quarter, offset);
  }
  return offset !== null && offset !== offsetSeconds;
}

/** A zone, which may be unknown to the host, and what its offsets were found to be. */
function zoneOf(timeZone) {
  let zone = zones.get(timeZone);
  if (zone === undefined) {
    zone = { timeZone, formatter: undefined, offsets: new Map() };
    if (zones.size >= MOST_ZONES) {
      forget();
      zones.clear();
    }
    zones.set(timeZone, zone);
  }
  return zone;
}

function forget() {
  for (const { offsets } of zones.values()) offsets.clear();
  kept = 0;
}

/** The host's offset in seconds; null where it has no zone data or does not know the zone. `zone` is `{ timeZone }`, and keeps
 *  what was made for it. */
export function hostOffset(zone, epochSeconds) {
  try {
    zone.formatter ??= new Intl.DateTimeFormat("en-US", { timeZone: zone.timeZone, timeZoneName: "longOffset" });
    const parts = zone.formatter.formatToParts(epochSeconds * 1000);
    const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "";
    return /^GMT/.test(name) ? offsetOf(name) : null;
  } catch {
    return null;
  }
}

/** The offset at the end of a text, such as `-03:00`, in seconds; 0 where there is none. */
export function offsetOf(text) {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)(?::\d\d)?$/.exec(text) ?? ["", "+", 0, 0];
  return `${sign}60` * (hours * 60 + Number(minutes));
}
