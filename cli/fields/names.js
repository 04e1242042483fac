// The fields of an event, from waevent's own schema.
import { eventSchema } from "waevent";

const { input, output } = eventSchema()["~standard"].jsonSchema;
const [given, made] = [input, output].map((schema) => schema({ target: "draft-2020-12" }).properties);

/** The fields that a mapping may name: the row's id, and those of an event, with the parts of the location after it. */
export const FIELDS = ["id", ...Object.keys(given).flatMap((name) => (name === "location" ? [name, ...partsOf(name)] : [name]))];

/** The fields that are true or false. */
export const FLAGS = Object.keys(made).filter((name) => made[name].type === "boolean");

function partsOf(name) {
  return Object.keys(made[name].properties).map((part) => `${name}.${part}`);
}
