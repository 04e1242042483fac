// Date objects of other libraries, recognised by their shape: none of these is imported.

/** Temporal's types print themselves as RFC 9557, or as a local time where they have no zone. */
const TEMPORAL = /^\[object Temporal\.\w+\]$/;

/**
 * What a date object says: Unix milliseconds (NaN where it is invalid), or text with its offset or
 * zone. Undefined for objects of other kinds. `tag` is the object's `Object.prototype.toString`.
 */
export function readDate(object, tag) {
  if (tag !== "[object Object]" && isDate(object)) return Date.prototype.getTime.call(object);
  if (TEMPORAL.test(tag)) return object.toString();
  if (hasMark(object, "isLuxonDateTime")) return readLuxon(object);
  if (isDayjs(object) || hasMark(object, "_isAMomentObject")) return Number(object.valueOf());
  if (isInternationalized(object)) return object.toString();
  return undefined;
}

/** By what it is inside: a tag may be overruled, and another realm has other classes. */
function isDate(object) {
  try {
    Date.prototype.getTime.call(object);
    return true;
  } catch {
    return false;
  }
}

const hasMark = (object, mark) => Object.hasOwn(object, mark) && object[mark] === true;

/** Those of 1.11.10 and later have a mark. All keep a Date, and the name of their language. */
const isDayjs = (object) =>
  hasMark(object, "$isDayjsObject") || (typeof own(object, "$L") === "string" && isDate(own(object, "$d")));

/** Those with a date know their calendar, and print themselves in the Gregorian one, as Temporal's types do. */
const isInternationalized = (object) =>
  typeof own(object, "calendar")?.identifier === "string" && object.toString !== Object.prototype.toString;

const own = (object, name) => (Object.hasOwn(object, name) ? object[name] : undefined);

/** With its zone, so that an hour that the host's zone data got wrong is noticed. */
function readLuxon(date) {
  if (!date.isValid) return NaN;
  const zone = date.zone?.type === "iana" ? `[${date.zoneName}]` : "";
  return date.toISO({ suppressMilliseconds: true }) + zone;
}
