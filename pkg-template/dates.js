// Reads date objects of other libraries. They are recognised by their shape; none of the libraries is imported.

/** Temporal's types convert to text as RFC 9557, or as a local time if they have no zone. */
const TEMPORAL = /^\[object Temporal\.\w+\]$/;

/**
 * The time of a date object: Unix milliseconds (NaN if it is invalid), or a text with its offset or zone. Undefined
 * for other objects. `tag` is the result of `Object.prototype.toString`.
 */
export function readDate(object, tag) {
  if (tag !== "[object Object]" && isDate(object)) return Date.prototype.getTime.call(object);
  if (TEMPORAL.test(tag)) return object.toString();
  if (hasMark(object, "isLuxonDateTime")) return readLuxon(object);
  if (isDayjs(object) || hasMark(object, "_isAMomentObject")) return Number(object.valueOf());
  if (isInternationalized(object)) return object.toString();
  return undefined;
}

/** Checks the internal slot: tags can be overridden, and another realm has other classes. */
function isDate(object) {
  try {
    Date.prototype.getTime.call(object);
    return true;
  } catch {
    return false;
  }
}

const hasMark = (object, mark) => Object.hasOwn(object, mark) && object[mark] === true;

/** Versions from 1.11.10 on have a mark. All versions keep a `Date` and the name of their locale. */
const isDayjs = (object) =>
  hasMark(object, "$isDayjsObject") || (typeof own(object, "$L") === "string" && isDate(own(object, "$d")));

/** Types with a date have a calendar, and convert to text in the Gregorian calendar, as Temporal's types do. */
const isInternationalized = (object) =>
  typeof own(object, "calendar")?.identifier === "string" && object.toString !== Object.prototype.toString;

const own = (object, name) => (Object.hasOwn(object, name) ? object[name] : undefined);

/** The text includes the zone, so outdated zone data of the host are noticed. */
function readLuxon(date) {
  if (!date.isValid) return NaN;
  const zone = date.zone?.type === "iana" ? `[${date.zoneName}]` : "";
  return date.toISO({ suppressMilliseconds: true }) + zone;
}
