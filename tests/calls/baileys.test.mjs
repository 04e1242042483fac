// Baileys' own message generator accepts each call, and encodes the event.
import assert from "node:assert/strict";
import { test } from "node:test";
import { generateWAMessageContent, jidDecode, proto } from "baileys";
import { calls, seconds } from "./support/cases.mjs";

/** The message as it is encoded for the wire and decoded again. `sendMessage` passes `getCallLink` in the same way. */
async function sent(content) {
  const getCallLink = async (media, { startTime }) => `${media}${startTime}`;
  const message = await generateWAMessageContent(content, { getCallLink });
  return proto.Message.toObject(proto.Message.decode(proto.Message.encode(message).finish()), { longs: Number });
}

const made = calls("baileys");

for (const { name, to, args } of made) {
  test(`Baileys encodes ${name}`, async () => {
    assert.equal(args.length, 1);
    const { event } = args[0];
    const { eventMessage, messageContextInfo } = await sent(args[0]);
    const expected = {
      isCanceled: event.isCancelled,
      name: event.name,
      ...(event.description === undefined ? {} : { description: event.description }),
      ...(event.location === undefined ? {} : { location: event.location }),
      ...(event.call === undefined ? {} : { joinLink: `https://call.whatsapp.com/video/video${seconds(event.startDate)}` }),
      startTime: seconds(event.startDate),
      ...(event.endDate === undefined ? {} : { endTime: seconds(event.endDate) }),
      extraGuestsAllowed: event.extraGuestsAllowed,
      isScheduleCall: event.isScheduleCall,
    };
    assert.deepEqual({ ...eventMessage }, expected);
    // Clients drop events without this secret.
    assert.equal(messageContextInfo.messageSecret.length, 32);
    assert.ok(Number.isInteger(eventMessage.startTime) && Number.isInteger(eventMessage.endTime ?? 0));
    assert.ok(jidDecode(to), to);
  });
}

test("a call gets a link, a canceled event is marked, and a place is complete", async () => {
  const message = async (name) => (await sent(made.find((call) => call.name === name).args[0])).eventMessage;
  // 2026-09-10T14:00:00-03:00 is 1789059600.
  assert.equal((await message("call-without-link")).joinLink, "https://call.whatsapp.com/video/video1789059600");
  assert.equal((await message("canceled")).isCanceled, true);
  const { endTime, location } = await message("full");
  assert.equal(endTime, 1789065000);
  assert.deepEqual({ ...location }, { degreesLatitude: -23.561684, degreesLongitude: -46.655981, name: "Room 3, HQ", address: "Av. Paulista, 1000" });
});
