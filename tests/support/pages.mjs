// The gateways' descriptions, in the order of the documentation. What tests know about a gateway beyond its cases comes
// from here.
import { readFileSync, readdirSync } from "node:fs";

const folder = new URL("../../gateways/", import.meta.url);

export const pages = readdirSync(folder)
  .filter((name) => /^[^.]+\.json$/.test(name))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")))
  .sort((one, other) => one.rank - other.rank);
