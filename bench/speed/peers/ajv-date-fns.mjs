// ajv with a compiled schema, date-fns-tz, and libphonenumber-js with the metadata of mobile numbers.
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { formatInTimeZone, fromZonedTime, getTimezoneOffset } from "date-fns-tz";
import { parsePhoneNumberFromString } from "libphonenumber-js/mobile";
import { bodyOf, offsetText } from "./body.mjs";

const text = (maxLength, more) => ({ type: "string", maxLength, ...more });
const degrees = (size) => ({ type: "number", minimum: -size, maximum: size });
const ajv = new Ajv({ allErrors: true });
addFormats(ajv, ["uri"]);
const validate = ajv.compile({
  type: "object",
  additionalProperties: false,
  required: ["to", "name", "start"],
  properties: {
    to: text(250, { minLength: 1 }),
    name: text(100, { pattern: "\\S" }),
    description: text(2048),
    start: text(64),
    end: text(64),
    timeZone: text(64),
    location: {
      type: "object",
      additionalProperties: false,
      properties: { name: text(200), address: text(200), latitude: degrees(90), longitude: degrees(180) },
    },
    joinLink: text(2048, { format: "uri", pattern: "^https://call\\.whatsapp\\.com/" }),
    extraGuestsAllowed: { type: "boolean" },
    reminderMinutes: { type: "number", minimum: 0, maximum: 525_600 },
  },
});

/** The instant and its text, at the zone's offset or, without a zone, at its own offset. */
function read(value, zone) {
  if (zone) {
    const instant = fromZonedTime(value, zone);
    if (Number.isNaN(instant.getTime())) return undefined;
    return { instant, text: formatInTimeZone(instant, zone, "yyyy-MM-dd'T'HH:mm:ssXXX") };
  }
  const instant = new Date(value);
  const offset = /([+-]\d\d:\d\d)$/.exec(value)?.[1];
  if (Number.isNaN(instant.getTime()) || !offset) return undefined;
  const local = new Date(instant.getTime() + getTimezoneOffset(offset));
  return { instant, text: local.toISOString().slice(0, 19) + offsetText(getTimezoneOffset(offset) / 60_000) };
}

export function build(input) {
  const faults = validate(input) ? [] : validate.errors.slice();
  const phone = parsePhoneNumberFromString(String(input.to));
  const [start, end] = [read(input.start, input.timeZone), read(input.end, input.timeZone)];
  if (!phone?.isValid()) faults.push({ instancePath: "/to" });
  if (!start) faults.push({ instancePath: "/start" });
  if (!start || !end || end.instant <= start.instant) faults.push({ instancePath: "/end" });
  if (faults.length > 0) return { faults };
  return bodyOf(input, phone.number.slice(1), start.text, end.text);
}
