// The stand-ins of all gateways, by id, in the order of the documentation: the module of each, and each of its exports that is one more,
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

/** A whole target of each. Where they are is nowhere: nothing is sent to them. */
export const targets = Object.values(standIns).map(({ target, secrets }) => ({ baseUrl: "https://gateway.example.com", ...target, ...secrets }));
