// A good and a faulty form, and the issues that must be shown at their fields.
import assert from "node:assert/strict";
import { load } from "../../package/support/files.mjs";

const { eventSchema, parseEvent } = await load();
const options = { now: "2030-01-01T00:00:00Z" };

export const schema = eventSchema(options);

export const GOOD = {
  to: "+55 11 99999-9999",
  name: "Team meeting",
  start: "2031-09-10T14:00:00-03:00",
  location: { name: "Room A", latitude: -23.5505, longitude: -46.6333 },
};

export const BAD = { ...GOOD, name: "", start: "tomorrow", location: { ...GOOD.location, latitude: 91 } };

/** The event of `GOOD`. */
export const EVENT = parseEvent(GOOD, options).value;

/** The expected messages for `BAD`, by field. */
export const MESSAGES = Object.fromEntries(parseEvent(BAD, options).issues.map(({ path, message }) => [path.join("."), message]));
assert.deepEqual(Object.keys(MESSAGES), ["name", "start", "location.latitude"]);

/** The fields of a form with their values in `values`. A name such as `location.latitude` is a field of the location. */
export const fields = (values) => Object.entries(values).flatMap(([name, value]) =>
  (typeof value === "object" ? Object.entries(value).map(([part, inner]) => [`${name}.${part}`, inner]) : [[name, value]]));

/** Asserts that a value is the event itself and is frozen. */
export function assertEvent(value) {
  assert.deepEqual(value, EVENT);
  assert.ok(Object.isFrozen(value) && Object.isFrozen(value.start), "a copy");
}
