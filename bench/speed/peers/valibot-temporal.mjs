// valibot, temporal-polyfill and libphonenumber-js.
import { Temporal } from "temporal-polyfill";
import * as v from "valibot";
import { bodyOf } from "./body.mjs";

const schema = v.strictObject({
  to: v.pipe(v.string(), v.minLength(1)),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  description: v.optional(v.pipe(v.string(), v.maxLength(2048))),
  start: v.string(),
  end: v.optional(v.string()),
  timeZone: v.optional(v.string()),
  location: v.optional(v.strictObject({
    name: v.optional(v.pipe(v.string(), v.maxLength(200))),
    address: v.optional(v.pipe(v.string(), v.maxLength(200))),
    latitude: v.optional(v.pipe(v.number(), v.minValue(-90), v.maxValue(90))),
    longitude: v.optional(v.pipe(v.number(), v.minValue(-180), v.maxValue(180))),
  })),
  joinLink: v.optional(v.pipe(v.string(), v.url(), v.startsWith("https://call.whatsapp.com/"))),
  extraGuestsAllowed: v.optional(v.boolean()),
  reminderMinutes: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(525_600))),
});

const PRINT = { timeZoneName: "never", smallestUnit: "second" };

/** A time in its zone or, without a zone, at its own offset. */
function read(value, zone) {
  try {
    if (zone) return Temporal.PlainDateTime.from(value).toZonedDateTime(zone);
    return Temporal.Instant.from(value).toZonedDateTimeISO(/([+-]\d\d:\d\d)$/.exec(value)?.[1] ?? "UTC");
  } catch {
    return undefined;
  }
}

/** Returns a builder that uses this phone number parser, and so the metadata of the entry point it was imported from. */
export const valibotWith = (parsePhoneNumber) => (input) => {
  const checked = v.safeParse(schema, input);
  const faults = checked.success ? [] : checked.issues.slice();
  const phone = parsePhoneNumber(String(input.to));
  const [start, end] = [read(input.start, input.timeZone), read(input.end, input.timeZone)];
  if (!phone?.isValid()) faults.push({ path: ["to"] });
  if (!start) faults.push({ path: ["start"] });
  if (!start || !end || Temporal.ZonedDateTime.compare(end, start) <= 0) faults.push({ path: ["end"] });
  if (faults.length > 0) return { faults };
  return bodyOf(checked.output, phone.number.slice(1), start.toString(PRINT), end.toString(PRINT));
};
