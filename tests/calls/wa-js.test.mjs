// wa-js' own function, taken from its bundle, creates the event that WhatsApp Web receives from each call.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { calls } from "./support/cases.mjs";

const bundle = readFileSync(createRequire(import.meta.url).resolve("@wppconnect/wa-js"), "utf8");

/** Finds the source of a webpack module by the function that it contains; `requireModule` fills in its exports. */
function moduleOf(name) {
  const at = bundle.indexOf(`t.${name}=async function`);
  const start = bundle.lastIndexOf("(e,t,r){", at);
  let depth = 0;
  for (let end = start + "(e,t,r)".length; end < bundle.length; end += 1) {
    depth += { "{": 1, "}": -1 }[bundle[end]] ?? 0;
    if (depth === 0) return new Function(`return function${bundle.slice(start, end + 1)}`)();
  }
  throw new Error(`no module of ${name}`);
}

const handed = [];
const exports = {};
moduleOf("sendEventMessage")({}, exports, () => ({
  defaultSendMessageOptions: {},
  createEventCallLink: async (startTime, kind) => `${kind}${startTime}`,
  sendRawMessage: async (chatId, message, options) => handed.push({ chatId, message, options }),
}));

const made = calls("wa-js");

for (const { name, to, args } of made) {
  test(`wa-js creates an event from ${name}`, async () => {
    assert.equal(args.length, 1);
    const [event] = args;
    await exports.sendEventMessage(to, ...args);
    const { chatId, message, options } = handed.pop();
    assert.equal(chatId, to);
    assert.equal(message.type, "event_creation");
    assert.equal(message.eventName, event.name);
    assert.equal(message.eventDescription, event.description ?? " ");
    assert.equal(message.eventStartTime, event.startTime);
    // This is the end that the warning `end_invented` is about.
    assert.equal(message.eventEndTime, event.endTime ?? event.startTime + 7200);
    assert.deepEqual(message.eventLocation, event.location);
    assert.equal(message.isEventCanceled, false);
    assert.equal(message.eventJoinLink, event.callType && `video${event.startTime}`);
    assert.equal(options.quotedMsg, event.quotedMsg);
    assert.match(to, /^\d+(-\d+)?@(c\.us|g\.us|lid)$/);
  });
}

test("wa-js invents an end if none is given, and only then", () => {
  const told = made.filter(({ warnings }) => warnings.some(({ code }) => code === "end_invented")).map(({ name }) => name);
  assert.deepEqual(told, made.filter(({ args: [{ endTime }] }) => endTime === undefined).map(({ name }) => name));
  assert.ok(told.length > 0 && told.length < made.length);
});
