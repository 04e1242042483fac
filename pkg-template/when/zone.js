// Reads the name of a time zone with the package.
import { parseTime } from "../api.js";

/** A local time that exists in every zone that the package knows. */
const DAY = "2030-06-15T12:00";

/** A result whose `value.timeZone` is the zone's name, or whose issues say what is wrong with it. */
export const noonIn = (timeZone, options) => parseTime(DAY, { ...options, timeZone, allowPast: true });
