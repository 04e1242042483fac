// The host's offsets, and whether its time zone data agrees with the embedded data.

/** The first second that the embedded data covers. Earlier instants are shown in UTC, whatever zone they name. */
export const FIRST_SECONDS = Date.UTC(2020, 0, 1) / 1000;

/** The host's zones by their names in lower case. They are kept because creating a formatter takes longer than
 *  everything else here. */
const zones = new Map();
const MOST_ZONES = 100;

/** The host's offsets are cached for each quarter of an hour, because no clock changes within one. The limit is for all
 *  zones. */
const QUARTER_SECONDS = 900;
const MOST_OFFSETS = 1000;
let kept = 0;

/** The zone of the last question, because successive events mostly share it. */
let last = { spelling: "" };

/** Whether the host would show `epochSeconds` in this zone with an offset other than `offsetSeconds`. */
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

/** A zone, which the host may not know, with the offsets found so far. */
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

/** The host's offset in seconds; null if it has no zone data or does not know the zone. `zone` is `{ timeZone }`; its formatter is
 *  kept in it. */
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

/** The offset at the end of a text, such as `-03:00`, in seconds; 0 if there is none. */
export function offsetOf(text) {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)(?::\d\d)?$/.exec(text) ?? ["", "+", 0, 0];
  return `${sign}60` * (hours * 60 + Number(minutes));
}
