// What the package makes of the name of a time zone.
import { parseTime } from "../api.js";

/** A day on which every zone that the package knows has a time. */
const DAY = "2030-06-15T12:00";

/** That day's noon in a zone: a result, whose `value.timeZone` is the zone's name. */
export const noonIn = (timeZone, options) => parseTime(DAY, { ...options, timeZone, allowPast: true });
