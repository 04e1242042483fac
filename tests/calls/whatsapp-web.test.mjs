// whatsapp-web.js' own class takes each call, and what it hands over to WhatsApp Web is the event.
import assert from "node:assert/strict";
import { test } from "node:test";
import whatsapp from "whatsapp-web.js";
import { calls, seconds } from "./support/cases.mjs";

const made = calls("whatsapp-web.js");

for (const { name, to, args } of made) {
  test(`whatsapp-web.js takes ${name}`, () => {
    const event = new whatsapp.ScheduledEvent(...args);
    const [title, start, { description, endTime, location, callType, isEventCanceled }] = args;
    assert.equal(args.length, 3);
    // It trims texts, which are trimmed already.
    assert.deepEqual({ ...event, eventSendOptions: { ...event.eventSendOptions } }, {
      name: title,
      startTimeTs: seconds(start),
      eventSendOptions: { description, endTimeTs: seconds(endTime) ?? null, location, callType, isEventCanceled, messageSecret: undefined },
    });
    // Where the kind of a link is not said, it would ask WhatsApp for one of an undefined kind.
    assert.ok(["video", "none"].includes(callType));
    assert.match(to, /^\d+(-\d+)?@(c\.us|g\.us|lid)$/);
  });
}

test("a call is one, and no other event", () => {
  const video = made.filter(({ args: [, , { callType }] }) => callType === "video").map(({ name }) => name);
  assert.deepEqual(video, ["call-without-link"]);
});
