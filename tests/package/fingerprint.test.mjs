// The expected fingerprints, worked out here by Node's own SHA-256 from the documented line; and when they are worked out.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { load, read } from "./support/files.mjs";
import { EVENT, TARGETS } from "./support/sample.mjs";

const door = await load();
const { rows } = read("fingerprints");
const hash = (line) => createHash("sha256").update(JSON.stringify(line)).digest("hex").slice(0, 32);

/** The names that `index.d.ts` gives what the line says, from an event as the package gives it. */
const ACCOUNT = { ryzeapi: "instance", wappfy: "session", wawp: "instanceId", waha: "session", zapi: "instanceId" };
const SERVER = { ryzeapi: "https://ryzeapi.cloud", wappfy: "https://api.wappfy.com.br", wawp: "https://api.wawp.net", zapi: "https://api.z-api.io" };
const given = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
const tenMillionths = (degrees) => (degrees === undefined ? undefined : Math.round(degrees * 1e7));

function lineOf(event, target) {
  const { name, address, latitude, longitude } = event.location ?? {};
  return given({
    waevent: 1, gateway: target.gateway, server: target.baseUrl ?? SERVER[target.gateway], account: target[ACCOUNT[target.gateway]],
    to: event.to.e164 ?? event.to.id, name: event.name, start: event.start.epochSeconds, end: event.end?.epochSeconds,
    description: event.description,
    location: event.location && given({ name, address, latitude: tenMillionths(latitude), longitude: tenMillionths(longitude) }),
    joinLink: event.joinLink, scheduledCall: event.scheduledCall, reminderSeconds: event.reminderSeconds,
    extraGuestsAllowed: event.extraGuestsAllowed, canceled: event.canceled, replyTo: event.replyTo, replyPrivately: event.replyPrivately,
    delaySeconds: event.delaySeconds, source: event.source,
  });
}

test("the cases expect what the documentation says", () => {
  assert.deepEqual(rows.map(({ fingerprint }) => fingerprint), rows.map(({ line }) => hash(line)));
  assert.equal(new Set(rows.map(({ fingerprint }) => fingerprint)).size, rows.length);
});

test("another implementation of the documentation agrees", () => {
  for (const target of TARGETS) {
    const { value } = door.buildRequest(EVENT, target);
    assert.equal(value.fingerprint, hash(lineOf(value.event, target)));
  }
});

test("a fingerprint is that of the call, whatever becomes of input, target and clock", () => {
  const input = structuredClone(EVENT);
  const target = { ...TARGETS[0] };
  const builder = door.createBuilder(target);
  const expected = door.buildRequest(EVENT, TARGETS[0]).value.fingerprint;
  const values = [door.buildRequest(input, target).value, builder.build(input).value];
  input.name = "another";
  target.instance = "another";
  const { now } = Date;
  Date.now = () => Date.parse("2037-12-01T00:00:00Z");
  try {
    for (const value of values) {
      assert.equal(value.fingerprint, expected);
      assert.throws(() => { value.fingerprint = "x"; }, TypeError);
    }
  } finally { Date.now = now; }
});
