// Prints the request of every gateway for one event, and what each gateway could not carry.
//
//     node examples/requests.mjs [event.json]
//
// No secret is given, so the requests are drafts: `{token}` marks the place of the secret.
// In your own project the import is "waevent".

import { readFileSync } from "node:fs";
import { buildRequest } from "../pkg/node.js";

const targets = [
  { gateway: "ryzeapi", instance: "clinic" },
  { gateway: "wappfy", session: "clinic" },
  { gateway: "wawp", instanceId: "CLINIC01" },
  { gateway: "waha", session: "default", baseUrl: "https://waha.example.com" },
  // Z-API sends to groups only, and this booking is a person's.
];

const file = process.argv[2] ?? new URL("booking.json", import.meta.url);
const event = JSON.parse(readFileSync(file, "utf8"));

for (const target of targets) {
  // The date in booking.json is fixed, so this must also run after it.
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
