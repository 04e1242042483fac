// zod, luxon and libphonenumber-js.
import { DateTime } from "luxon";
import * as z from "zod";
import { bodyOf } from "./body.mjs";

const schema = z.strictObject({
  to: z.string().min(1),
  name: z.string().trim().min(1).max(100),
  description: z.string().max(2048).optional(),
  start: z.string(),
  end: z.string().optional(),
  timeZone: z.string().optional(),
  location: z.strictObject({
    name: z.string().max(200).optional(),
    address: z.string().max(200).optional(),
    latitude: z.number().min(-90).max(90).optional(),
    longitude: z.number().min(-180).max(180).optional(),
  }).optional(),
  joinLink: z.url().startsWith("https://call.whatsapp.com/").optional(),
  extraGuestsAllowed: z.boolean().optional(),
  reminderMinutes: z.number().min(0).max(525_600).optional(),
});

const text = (time) => time.toISO({ suppressMilliseconds: true });
const read = (value, zone) => DateTime.fromISO(value, zone ? { zone } : { setZone: true });

export function time(value, zone) {
  const parsed = read(value, zone);
  return parsed.isValid ? text(parsed) : undefined;
}

/** Returns a builder that uses this phone number parser, and so the metadata of the entry point it was imported from. */
export const zodWith = (parsePhoneNumber) => (input) => {
  const checked = schema.safeParse(input);
  const faults = checked.success ? [] : checked.error.issues;
  const phone = parsePhoneNumber(String(input.to));
  const [start, end] = [read(input.start, input.timeZone), read(input.end, input.timeZone)];
  if (!phone?.isValid()) faults.push({ path: ["to"] });
  if (!start.isValid) faults.push({ path: ["start"] });
  if (!end.isValid || end <= start) faults.push({ path: ["end"] });
  if (faults.length > 0) return { faults };
  return bodyOf(checked.data, phone.number.slice(1), text(start), text(end));
};
