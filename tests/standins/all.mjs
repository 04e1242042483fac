// The stand-ins of all gateways, by id, in the order of the documentation: one for each module, and one more for each
// stand-in that a module exports, because Wappfy's documentation describes two gateways in one.
// as Wappfy's page describes two gateways in one.
import { pages } from "../support/pages.mjs";

export { start } from "./server.mjs";

const isStandIn = (value) => typeof value === "object" && value !== null && typeof value.refuse === "function";

const found = [];
for (const { id } of pages) {
  const module = await import(`./${id}.mjs`);
  found.push([id, module], ...Object.entries(module).filter(([, value]) => isStandIn(value)).map(([name, value]) => [`${id}, ${name}`, value]));
}
export const standIns = Object.fromEntries(found);

/** A complete target of each gateway. Its base URL does not exist, and nothing is sent to it. */
export const targets = Object.values(standIns).map(({ target, secrets }) => ({ baseUrl: "https://gateway.example.com", ...target, ...secrets }));
