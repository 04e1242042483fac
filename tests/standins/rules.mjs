// Checks that several stand-ins share.

/** The years 2020 and 2100. Times of events are between them, and the same number in another unit is not. */
const FIRST_SECOND = 1577836800;
const LAST_SECOND = 4102444800;

const within = (value, factor) => Number.isInteger(value) && value >= FIRST_SECOND * factor && value < LAST_SECOND * factor;

export const isSeconds = (value) => within(value, 1);
export const isMilliseconds = (value) => within(value, 1000);
export const isText = (value) => typeof value === "string" && value.trim() !== "";
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
export const optional = (check) => (value) => value === undefined || value === null || check(value);
export const isDegrees = (value) => typeof value === "number" && Math.abs(value) <= 180;
export const isFlag = (value) => typeof value === "boolean";

/**
 * The first of `fields`, { name: check }, whose check `object` fails, or a field that is not among them, or undefined
 * if everything is fine.
 */
export function fault(object, fields) {
  if (!isObject(object)) return "body";
  const unknown = Object.keys(object).find((name) => !Object.hasOwn(fields, name));
  return unknown ?? Object.keys(fields).find((name) => !fields[name](object[name]));
}

/** Checks an object by its fields. */
export const record = (fields) => (value) => fault(value, fields) === undefined;

/** Whether a field with this name is a time of the event, in any body. */
export const isTime = (name) => /(^|\.)((start|end)(At|Time|_at)|dateTime)$/.test(name);

/** The start in an accepted request, in seconds, whatever the gateway's unit is. */
export function startOf({ body }) {
  let start;
  JSON.stringify(body, (name, value) => {
    if (isTime(name) && !/(^|\.)end/.test(name)) start ??= value;
    return value;
  });
  if (typeof start === "string") return Date.parse(start) / 1000;
  return start > 1e11 ? start / 1000 : start;
}

/** The event's title in a request, whatever the gateway calls it. It comes before the name of a place. */
export function titleOf({ body }) {
  let title;
  JSON.stringify(body, (name, value) => {
    if (/(^|\.)(name|title)$/.test(name)) title ??= value;
    return value;
  });
  return title;
}
