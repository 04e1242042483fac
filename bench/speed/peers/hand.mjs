// Hand-written code for this one gateway: checks with `if`, zones with a cached Intl.DateTimeFormat, phones with a pattern.
// Faster than libraries, but less correct: it knows neither gaps and overlaps nor numbering plans.
import { bodyOf, offsetText } from "./body.mjs";

const formats = new Map();

function formatOf(zone) {
  let format = formats.get(zone);
  if (format === undefined) {
    const two = "2-digit";
    format = new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", year: "numeric", month: two, day: two, hour: two, minute: two, second: two });
    formats.set(zone, format);
  }
  return format;
}

/** The offset of a zone at an instant, in minutes. */
function offsetAt(zone, instant) {
  const [, month, day, year, hour, minute, second] = /(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)/.exec(formatOf(zone).format(instant));
  return (Date.UTC(year, month - 1, day, hour, minute, second) - instant) / 60_000;
}

const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;
const GLOBAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z)$/;

function read(value, zone) {
  if (!zone) return GLOBAL.test(value) ? { at: Date.parse(value), text: value } : undefined;
  if (!LOCAL.test(value)) return undefined;
  const naive = Date.parse(`${value}Z`);
  if (Number.isNaN(naive)) return undefined;
  const guess = offsetAt(zone, naive);
  const offset = offsetAt(zone, naive - guess * 60_000);
  return { at: naive - offset * 60_000, text: value + offsetText(offset) };
}

const isText = (value, max) => typeof value === "string" && value.trim() !== "" && value.length <= max;
const isWithin = (value, size) => value === undefined || (typeof value === "number" && Math.abs(value) <= size);

export function build(input) {
  const faults = [];
  const fail = (path) => faults.push({ path });
  const number = typeof input.to === "string" ? input.to.replace(/[\s().-]/g, "") : "";
  if (!/^\+[1-9]\d{7,14}$/.test(number)) fail("to");
  if (!isText(input.name, 100)) fail("name");
  if (input.description !== undefined && !isText(input.description, 2048)) fail("description");
  const { location } = input;
  if (location && !(isWithin(location.latitude, 90) && isWithin(location.longitude, 180))) fail("location");
  if (input.joinLink !== undefined && !String(input.joinLink).startsWith("https://call.whatsapp.com/")) fail("joinLink");
  if (!isWithin(input.reminderMinutes, 525_600) || input.reminderMinutes < 0) fail("reminderMinutes");
  const [start, end] = [read(input.start, input.timeZone), read(input.end, input.timeZone)];
  if (!start) fail("start");
  if (!start || !end || end.at <= start.at) fail("end");
  return faults.length > 0 ? { faults } : bodyOf(input, number.slice(1), start.text, end.text);
}
