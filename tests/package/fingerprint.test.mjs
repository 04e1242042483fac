// The expected fingerprints, computed here from the documented line with Node's own SHA-256; and when fingerprints are
// computed.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { load, read } from "./support/files.mjs";
import { EVENT, TARGETS } from "./support/sample.mjs";

const entryPoint = await load();
const { rows } = read("fingerprints");
const hash = (line) => createHash("sha256").update(JSON.stringify(line)).digest("hex").slice(0, 32);

/** For each gateway, the field of its target that fits. */
const fieldOf = (fits) => Object.fromEntries(entryPoint.gateways.map(({ id, target }) => [id, target.find(fits)]));
const ACCOUNT = fieldOf(({ account }) => account);
const SERVER = fieldOf(({ is }) => is === "baseUrl");
/** The fields of a gateway's other contract, which its facts do not list. */
const MORE_FIELDS = { wappfy: ["replyTo"] };
const given = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
const tenMillionths = (degrees) => (degrees === undefined ? undefined : Math.round(degrees * 1e7));
const joined = (texts, between) => texts.filter((text) => text !== undefined).join(between).normalize("NFC") || undefined;
const longest = ([first, ...others]) => others.reduce((best, text) => (text.length > best.length ? text : best), first);

function lineOf(event, target) {
  const { fields } = entryPoint.gateways.find(({ id }) => id === target.gateway);
  const has = (field) => fields.includes(field) || (MORE_FIELDS[target.gateway] ?? []).includes(field);
  const kept = (field, value) => (has(field) ? value : undefined);
  const { name, address, latitude, longitude } = event.location ?? {};
  const location = given({
    name: joined(has("location.address") ? [name] : [name, address], ", "),
    address: kept("location.address", joined([address], "")),
    latitude: kept("location.latitude", tenMillionths(latitude)),
    longitude: kept("location.longitude", tenMillionths(longitude)),
  });
  const { to, replyTo } = event;
  // Z-API creates the link of a call, so a call with its own link is not marked.
  const isCall = event.scheduledCall && !(target.gateway === "zapi" && event.joinLink);
  return given({
    waevent: 1, gateway: target.gateway, server: target.baseUrl ?? SERVER[target.gateway].default, account: target[ACCOUNT[target.gateway]?.name],
    to: to.id ?? longest([to.e164.slice(1), ...to.whatsappIds]),
    name: event.name.normalize("NFC"), start: event.start.epochSeconds, end: kept("end", event.end?.epochSeconds),
    description: joined(has("joinLink") ? [event.description] : [event.description, event.joinLink], "\n\n"),
    location: Object.keys(location).length > 0 ? location : undefined,
    joinLink: kept("joinLink", event.joinLink), scheduledCall: has("scheduledCall") && isCall,
    reminderSeconds: kept("reminderMinutes", event.reminderSeconds),
    extraGuestsAllowed: has("extraGuestsAllowed") && event.extraGuestsAllowed, canceled: event.canceled,
    replyTo: kept("replyTo", /^(?:true|false)_[^@]*@[^_]*_([^_]+)/.exec(replyTo)?.[1] ?? replyTo),
    replyPrivately: has("replyPrivately") && event.replyPrivately,
  });
}

test("the cases expect the fingerprints that follow from the documentation", () => {
  assert.deepEqual(rows.map(({ fingerprint }) => fingerprint), rows.map(({ line }) => hash(line)));
  assert.equal(new Set(rows.map(({ fingerprint }) => fingerprint)).size, rows.length);
});

test("an independent implementation of the documentation agrees", async () => {
  const group = { to: "120363019502650977@g.us", scheduledCall: true, replyTo: "false_120363019502650977@g.us_3EB0C767D82A_5511888888888@c.us", replyPrivately: true };
  const decomposed = { name: "Cafe\u0301 \u1112\u1161\u11ab", description: "\u2126 \u0958", location: { address: "Jose\u0301" }, to: "+54 11 2345-6789" };
  const zapi = [{ gateway: "zapi", instanceId: "A1B2" }];
  for (const [events, targets] of [[[EVENT, { ...EVENT, ...group }, { ...EVENT, ...decomposed }], TARGETS], [[{ ...EVENT, ...group }, { ...EVENT, ...group, joinLink: null }], zapi]]) {
    for (const target of targets) {
      for (const event of events) {
        const { value } = entryPoint.buildRequest(event, target);
        const expected = hash(lineOf(value.event, target));
        assert.equal(value.fingerprint, expected, JSON.stringify([target, value.event]));
        assert.equal(entryPoint.createBuilder(target).build(event).value.fingerprint, expected);
        for await (const bytes of entryPoint.buildLines(`${JSON.stringify(event)}\n`, target)) {
          assert.equal(JSON.parse(new TextDecoder().decode(bytes)).fingerprint, expected, "in lines");
        }
      }
    }
  }
});

/** Calls `use` while `String.prototype.normalize` is replaced. */
function withNormalize(normalize, use) {
  const own = Object.getOwnPropertyDescriptor(String.prototype, "normalize");
  Object.defineProperty(String.prototype, "normalize", { ...own, value: normalize });
  try {
    return use();
  } finally { Object.defineProperty(String.prototype, "normalize", own); }
}

test("the host normalizes only texts that may have two spellings, and nothing breaks if that fails", () => {
  const asked = [];
  const failing = function () {
    asked.push(String(this));
    throw new Error("no data");
  };
  const print = (name) => entryPoint.buildRequest({ ...EVENT, name, description: null, location: null }, TARGETS[0]).value.fingerprint;
  const plain = print("Caf\u00e9 \u02ff");
  const decomposed = withNormalize(failing, () => [print("Caf\u00e9 \u02ff"), print("Cafe\u0301")]);
  assert.deepEqual(asked, ["Cafe\u0301"]);
  assert.equal(decomposed[0], plain);
  assert.match(decomposed[1], /^[0-9a-f]{32}$/);
  assert.equal(print("Cafe\u0301"), print("Caf\u00e9"));
});

test("a call from within the host's normalize is refused, and does not change the result", () => {
  const refused = [];
  const asking = function () {
    try {
      entryPoint.parseEvent({ ...EVENT, name: "x".repeat(5000) });
    } catch (error) {
      refused.push([error instanceof entryPoint.InternalError, error.cause.message]);
    }
    return "Caf\u00e9";
  };
  const print = (name) => entryPoint.buildRequest({ ...EVENT, name, description: null, location: null }, TARGETS[0]).value.fingerprint;
  assert.equal(withNormalize(asking, () => print("Cafe\u0301")), print("Caf\u00e9"));
  assert.deepEqual(refused, [[true, "a call from within a call"]]);
  assert.equal(entryPoint.parseEvent(EVENT).ok, true);
});

test("a fingerprint is fixed at the call, whatever happens to input, target and clock later", () => {
  const input = structuredClone(EVENT);
  const target = { ...TARGETS[0] };
  const builder = entryPoint.createBuilder(target);
  const expected = entryPoint.buildRequest(EVENT, TARGETS[0]).value.fingerprint;
  const values = [entryPoint.buildRequest(input, target).value, builder.build(input).value];
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
