// Edits and cancellations over real HTTP: the stand-ins of gateways that have them accept what the package builds, and
// refuse faulty requests.
import assert from "node:assert/strict";
import { test } from "node:test";
import { standIns, start } from "../standins/all.mjs";
import { load } from "./support/files.mjs";

const { authorize, bodySchema, buildCancel, buildEdit, buildRequest, gateways, parseRecipient, parseReply, sameMessage, TargetError } = await load();

const EVENT = { to: "+55 11 99999-9999", name: "Team meeting", start: "2027-09-10T14:00:00-03:00", location: "Room A" };
const OPTIONS = { now: "2026-11-22T00:00:00Z" };
/** The id of a message in the event's chat, in the long form, which gateways with bare ids accept too. */
function idOf(bare, { to }) {
  const { value } = parseRecipient(to);
  return `true_${value.chatId ?? value.id}_${bare}`;
}
const operationsOf = ({ target }) => gateways.find(({ id }) => id === target.gateway).operations;
const changing = Object.entries(standIns).filter(([, module]) => operationsOf(module).includes("edit"));

async function withStandIn(module, use) {
  const server = await start(module);
  try {
    await use({ server, target: { ...module.target, baseUrl: server.url }, event: { ...EVENT, ...module.event } });
  } finally {
    await server.close();
  }
}

async function send(module, result, spoil = (request) => request) {
  assert.deepEqual(result.issues, undefined);
  const request = spoil(authorize(result.value.request, module.secrets));
  const response = await fetch(request.url, request);
  return parseReply(module.target.gateway, { status: response.status, headers: response.headers, body: await response.text() }, OPTIONS);
}

test("some gateways can both edit and cancel, and some can do neither", () => {
  assert.ok(changing.length > 0 && changing.length < Object.keys(standIns).length);
});

for (const [name, module] of changing) {
  test(`${name}: a card is sent, edited and cancelled`, () => withStandIn(module, async ({ server, target, event }) => {
    const sent = await send(module, buildRequest(event, target, OPTIONS));
    assert.ok(sent.messageId, JSON.stringify(sent));
    const renamed = { ...event, name: "Planning" };
    const edit = await send(module, buildEdit(renamed, sent.messageId, target, OPTIONS));
    assert.equal(edit.outcome, module.outcome, JSON.stringify(edit));
    assert.ok(sameMessage(edit.messageId, module.messageId), edit.messageId);
    const cancellation = await send(module, buildCancel(sent.messageId, target, { ...OPTIONS, event: renamed }));
    assert.equal(cancellation.outcome, module.outcome, JSON.stringify(cancellation));
    assert.equal(server.received.length, 3);
    const [, edited, off] = server.received.map(({ text }) => text);
    assert.ok(edited.includes("Planning") && edited.includes(sent.messageId) && off.includes("Planning"));
    // A cancellation differs from the edit only in the flag that marks the event as canceled.
    assert.equal(off.replace(/(anceled":)true/, "$1false"), edited);
  }));

  test(`${name} refuses an edit that names no message or lacks fields of the event`, () => withStandIn(module, async ({ server, target, event }) => {
    const edit = buildEdit(event, idOf("3EB0C767D82A", event), target, OPTIONS);
    for (const word of ["3EB0C767D82A", "Team meeting"]) {
      const reply = await send(module, edit, (request) => ({ ...request, url: request.url.replace(word, ""), body: request.body.replace(word, "") }));
      assert.equal(reply.outcome, "not_sent", word);
    }
    assert.equal(server.received.length, 0);
  }));

  test(`${name}: the fingerprint of a change depends on the message, and differs from that of sending`, () => {
    const { target } = module;
    const event = { ...EVENT, ...module.event };
    const prints = [
      buildRequest(event, target, OPTIONS), buildRequest({ ...event, canceled: true }, target, OPTIONS),
      buildEdit(event, idOf("3EB0AA", event), target, OPTIONS), buildEdit(event, idOf("3EB0BB", event), target, OPTIONS), buildCancel(idOf("3EB0AA", event), target, { ...OPTIONS, event }),
    ].filter(({ ok }) => ok).map(({ value }) => value.fingerprint);
    assert.equal(new Set(prints).size, prints.length);
    const off = buildEdit({ ...event, canceled: true }, idOf("3EB0AA", event), target, OPTIONS);
    if (off.ok) assert.equal(off.value.fingerprint, buildCancel(idOf("3EB0AA", event), target, { ...OPTIONS, event }).value.fingerprint);
  });
}

test("an event in the options is read once, like any other, and the caller's object is not changed", () => {
  let reads = 0;
  const event = { ...EVENT, to: "120363312345678901@g.us", get name() { reads += 1; return "Team meeting"; } };
  const options = Object.freeze({ ...OPTIONS, event });
  const { value } = buildCancel("3EB0C767D82A", { gateway: "zapi", instanceId: "a" }, options);
  assert.equal(value.event.name, "Team meeting");
  assert.equal(value.event.canceled, true);
  assert.ok(Object.isFrozen(value.event) && value.event === value.event);
  assert.equal(JSON.parse(value.request.body).event.canceled, true);
  assert.equal(reads, 1);
  assert.equal("canceled" in event, false);
});

test("an unreadable event in the options is reported at its path", () => {
  const unreadable = Object.defineProperty({ ...OPTIONS }, "event", { enumerable: true, get() { throw new Error("no"); } });
  const target = { gateway: "zapi", instanceId: "a" };
  const told = ({ issues }) => issues.map(({ code, path }) => [code, ...path]);
  assert.deepEqual(told(buildCancel("3EB0C767D82A", target, unreadable)), [["wrong_type", "event"]]);
  assert.deepEqual(told(buildCancel("3EB0C767D82A", target, { event: [] })), [["wrong_type", "event"]]);
  assert.deepEqual(told(buildCancel("3EB0C767D82A", target, { event: null })), [["required", "event"]]);
  assert.deepEqual(told(buildCancel("3EB0C767D82A", target, 5)), [["required", "event"], ["wrong_type", "options"]]);
  assert.deepEqual(told(buildCancel(Symbol("id"), target, { event: {} })), [["required", "to"], ["required", "name"], ["required", "start"], ["wrong_type", "messageId"]]);
});

test("each operation has the schema of its body", () => {
  const target = { gateway: "zapi", instanceId: "a" };
  assert.deepEqual(bodySchema(target, "send"), bodySchema(target));
  assert.ok(bodySchema(target, "edit").required.includes("eventMessageId"));
  assert.throws(() => bodySchema({ gateway: "ryzeapi", instance: "a" }, "edit"), (error) => error instanceof TargetError && error.issues[0].code === "operation_unsupported");
});
