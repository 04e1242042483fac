// Odd values in every place: no function throws, nothing inherited is read, and every result is plain data.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./support/files.mjs";
import { ODD } from "./support/odd.mjs";
import { EVENT, TARGETS } from "./support/sample.mjs";
import { everyCall } from "./support/shape.mjs";

const entryPoint = await load();
const drafts = new Map(TARGETS.map((target) => [target, entryPoint.buildRequest(EVENT, target).value.request]));
const good = (target = TARGETS[0]) => ({
  input: { ...EVENT }, target: { ...target }, options: { now: "2030-01-01T00:00:00Z" }, time: "2037-01-01T00:00:00Z", recipient: "+5511999999999",
  request: structuredClone(drafts.get(target)), secrets: { token: "t", apiKey: "k", accessToken: "a" },
  reply: { status: 429, headers: { "retry-after": "5" }, body: "{}" },
});

const places = {
  input: [...Object.keys(EVENT), "end", "timeZone", "scheduledCall", "canceled", "replyPrivately", "unknown"],
  target: ["gateway", "instance", "session", "instanceId", "token", "apiKey", "accessToken", "baseUrl", "contract", "credentials", "values", "unknown"],
  options: ["now", "timeZone", "country", "disambiguation", "offset", "epochUnit", "dateOrder", "allowPast", "whatsappId", "bareNumbers", "strict", "language", "labels", "unknown"],
  request: ["method", "url", "headers", "body", "missingSecrets", "unknown"],
  secrets: ["token", "apiKey", "accessToken", "unknown"],
  reply: ["status", "headers", "body", "unknown"],
};

for (const [name, odd] of Object.entries(ODD)) {
  test(`every function survives ${name}, in every place`, () => {
    for (const argument of Object.keys(good())) everyCall(entryPoint, argument, `${name} as ${argument}`, () => ({ ...good(), [argument]: odd() }));
    for (const argument of Object.keys(places)) {
      for (const field of places[argument]) {
        const target = TARGETS.find((one) => field in one) ?? TARGETS[0];
        everyCall(entryPoint, argument, `${name} as ${argument}.${field}`, () => {
          const all = good(target);
          all[argument][field] = odd();
          return all;
        });
      }
    }
    for (const field of ["name", "address", "latitude", "longitude", "unknown"]) {
      everyCall(entryPoint, "input", `${name} as location.${field}`, () => ({ ...good(), input: { ...EVENT, location: { ...EVENT.location, [field]: odd() } } }));
    }
    everyCall(entryPoint, "reply", `${name} as a header of a reply`, () => ({ ...good(), reply: { status: 429, headers: { "retry-after": odd() }, body: "" } }));
    everyCall(entryPoint, "request", `${name} as a header`, () => {
      const all = good();
      all.request.headers.token = odd();
      return all;
    });
    everyCall(entryPoint, "request", `${name} as a missing secret`, () => {
      const all = good();
      all.request.missingSecrets = [odd(), "token", odd()];
      return all;
    });
  });
}

test("an odd value in one place does not affect the rest", () => {
  const issue = (input, target) => entryPoint.buildRequest(input, target).issues.map(({ code, path }) => `${code} ${path.join(".")}`);
  for (const name of ["a proxy that refuses", "a revoked proxy of a list", "a list of length 1n", "a list of length 1.5", "a list that grows", "a list of length -1", "deep lists", "a Map", "a symbol"]) {
    assert.deepEqual(issue({ ...EVENT, description: ODD[name](), source: 5 }, { gateway: "ryzeapi", instance: "a", baseUrl: "ftp://x" }),
      ["wrong_type description", "wrong_type source", "target_base_url baseUrl"], name);
  }
});
