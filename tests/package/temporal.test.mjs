// Local times compared with Temporal, which uses the host's data, in zones whose rules have not changed for so long
// that no host is outdated.
import assert from "node:assert/strict";
import test from "node:test";
import { Temporal } from "temporal-polyfill";
import { load } from "./support/files.mjs";
import { generator } from "./support/random.mjs";

const { parseTime } = await load();

const ZONES = [
  "America/Sao_Paulo", "America/New_York", "America/Chicago", "America/Los_Angeles", "America/St_Johns",
  "America/Halifax", "America/Bogota", "America/Santiago", "Europe/London", "Europe/Lisbon", "Europe/Berlin",
  "Europe/Athens", "Europe/Istanbul", "Africa/Lagos", "Africa/Johannesburg", "Asia/Jerusalem", "Asia/Dubai",
  "Asia/Kolkata", "Asia/Kathmandu", "Asia/Tokyo", "Asia/Shanghai", "Australia/Sydney", "Australia/Adelaide",
  "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "Antarctica/Troll", "Etc/GMT+3", "UTC",
];
const WORDS = ["compatible", "earlier", "later", "reject"];
const COUNT = 5000;

const random = generator(20261122);
const pick = (list) => list[Math.floor(random() * list.length)];

/** A local time: any, or one within two hours of a clock change. */
function someLocal(zone) {
  const start = Date.UTC(2026, 11, 1);
  const instant = start + Math.floor(random() * 10 * 365 * 86_400) * 1000;
  let zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  if (random() < 0.5) zoned = zoned.getTimeZoneTransition("next") ?? zoned;
  const shift = Math.floor((random() - 0.5) * 4 * 60);
  return zoned.toPlainDateTime().add({ minutes: shift }).round({ smallestUnit: "minute" });
}

const seconds = (zoned) => Math.floor(zoned.epochMilliseconds / 1000);

test(`${COUNT} local times are the same as with Temporal, for each disambiguation`, () => {
  const seen = { unique: 0, twice: 0, never: 0 };
  for (let round = 0; round < COUNT; round += 1) {
    const timeZone = pick(ZONES);
    const local = someLocal(timeZone);
    const text = local.toString({ smallestUnit: "minute" });
    const both = ["earlier", "later"].map((disambiguation) => local.toZonedDateTime(timeZone, { disambiguation }));
    const [earlier, later] = both.map(seconds);
    const isGap = both.some((zoned) => !zoned.toPlainDateTime().equals(local));
    seen[earlier === later ? "unique" : isGap ? "never" : "twice"] += 1;
    for (const disambiguation of WORDS) {
      const result = parseTime(text, { now: "2026-11-01T00:00:00Z", timeZone, disambiguation });
      const at = `${text} in ${timeZone}, ${disambiguation}`;
      if (disambiguation === "reject" && earlier !== later) {
        assert.deepEqual(result.issues?.map(({ code, params }) => [code, params.candidates]), [
          [isGap ? "time_nonexistent" : "time_ambiguous", [earlier, later]],
        ], at);
      } else {
        const expected = local.toZonedDateTime(timeZone, { disambiguation: disambiguation === "reject" ? "compatible" : disambiguation });
        assert.equal(result.value?.epochSeconds, seconds(expected), at);
        assert.equal(result.value.rfc3339.slice(0, 16), expected.toPlainDateTime().toString().slice(0, 16), at);
      }
    }
  }
  // The sample is meaningful only if all three kinds occur.
  assert.ok(Object.values(seen).every((count) => count > 100), JSON.stringify(seen));
});
