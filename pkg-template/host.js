// Whether the host's time zone data agrees with the embedded one.

/** One formatter a zone, in whatever case it is spelled: making one takes longer than all else here. */
const formatters = new Map();
const MOST_FORMATTERS = 100;

/** Verdicts by zone and hour, so that many events in a row cost a look-up each. */
const verdicts = new Map();
const MOST_VERDICTS = 1000;

/** True where the host would show `epochSeconds` in a zone with another offset. */
export function isStale(spelling, epochSeconds, offsetSeconds) {
  const timeZone = spelling.toLowerCase();
  const key = `${timeZone} ${Math.floor(epochSeconds / 3600)} ${offsetSeconds}`;
  let verdict = verdicts.get(key);
  if (verdict === undefined) {
    const host = hostOffset(timeZone, epochSeconds);
    verdict = host !== undefined && host !== offsetSeconds;
    if (verdicts.size >= MOST_VERDICTS) verdicts.clear();
    verdicts.set(key, verdict);
  }
  return verdict;
}

/** The host's offset in seconds; undefined where it has no zone data or does not know the zone. */
function hostOffset(timeZone, epochSeconds) {
  try {
    let formatter = formatters.get(timeZone);
    if (formatter === undefined) {
      formatter = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
      if (formatters.size >= MOST_FORMATTERS) formatters.clear();
      formatters.set(timeZone, formatter);
    }
    const parts = formatter.formatToParts(epochSeconds * 1000);
    const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "";
    const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(name);
    return sign === undefined ? 0 : (sign === "-" ? -60 : 60) * (Number(hours) * 60 + Number(minutes));
  } catch {
    return undefined;
  }
}
