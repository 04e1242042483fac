// whatsapp-web.js' own class accepts each call and passes the event to WhatsApp Web.
import assert from "node:assert/strict";
import { test } from "node:test";
import whatsapp from "whatsapp-web.js";
import { calls, seconds } from "./support/cases.mjs";

const made = calls("whatsapp-web.js");

for (const { name, to, args } of made) {
  test(`whatsapp-web.js accepts ${name}`, () => {
    const event = new whatsapp.ScheduledEvent(...args);
    const [title, start, { description, endTime, location, callType, isEventCanceled }] = args;
    assert.equal(args.length, 3);
    // The library trims texts, but they are trimmed already.
    assert.deepEqual({ ...event, eventSendOptions: { ...event.eventSendOptions } }, {
      name: title,
      startTimeTs: seconds(start),
      eventSendOptions: { description, endTimeTs: seconds(endTime) ?? null, location, callType, isEventCanceled, messageSecret: undefined },
    });
    // If no link type is given, the library would ask WhatsApp for a link of an undefined type.
    assert.ok(["video", "none"].includes(callType));
    assert.match(to, /^\d+(-\d+)?@(c\.us|g\.us|lid)$/);
  });
}

test("only a scheduled call becomes a call", () => {
  const video = made.filter(({ args: [, , { callType }] }) => callType === "video").map(({ name }) => name);
  assert.deepEqual(video, ["call-without-link"]);
});
