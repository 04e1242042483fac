// Prints every gateway's request for one event, and what each gateway could not carry.
//
//     node examples/requests.mjs [event.json]
//
// No secret is given, so the requests are drafts: `{token}` marks the place of the secret. In your own project, import
// "waevent" instead.

import { readFileSync } from "node:fs";
import { buildRequest, gateways } from "../pkg/node.js";

// This booking is for a person, and some gateways send to groups only.
const targets = gateways
  .filter(({ recipients }) => recipients.includes("person"))
  .map(({ id, target }) => {
    const account = target.filter(({ is }) => is === "segment").map(({ name }) => [name, "clinic"]);
    const own = target.filter((field) => field.is === "baseUrl" && !field.default).map(({ name }) => [name, `https://${id}.example.com`]);
    return { gateway: id, ...Object.fromEntries([...account, ...own]) };
  });

const file = process.argv[2] ?? new URL("booking.json", import.meta.url);
const event = JSON.parse(readFileSync(file, "utf8"));

for (const target of targets) {
  // The date in booking.json is fixed, and this program must work after that date too.
  const result = buildRequest(event, target, { allowPast: true });
  console.log(`── ${target.gateway}`);
  if (result.ok) printRequest(result.value.request);
  else process.exitCode = 1;
  for (const issue of result.issues ?? []) console.log(`x ${line(issue)}`);
  for (const warning of result.warnings) console.log(`! ${line(warning)}`);
  console.log();
}

function printRequest({ method, url, headers, body }) {
  console.log(`${method} ${url}`);
  for (const [name, value] of Object.entries(headers)) console.log(`${name}: ${value}`);
  console.log(JSON.stringify(JSON.parse(body), null, 2));
}

function line({ path, message }) {
  return `${path.join(".")}: ${message}`;
}
