// Editing and cancelling over real HTTP: offered for the gateways that can, and accepted by their stand-ins.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../package/support/files.mjs";
import { n8n, node } from "./support/node.mjs";
import { EVENT, standIns, withStandIn } from "./support/gateways.mjs";
import { run } from "./support/run.mjs";

const { gateways, parseRecipient } = await load();
/** The id of a message in the event's chat, in the long form, which gateways with bare ids accept too. */
function idIn({ to }) {
  const { value } = parseRecipient(to);
  return `true_${value.chatId ?? value.id}_3EB0C767D82A`;
}
const able = (operation) => gateways.filter(({ operations }) => operations.includes(operation)).map(({ id }) => id).sort();

for (const operation of ["edit", "cancel"]) {
  test(`${operation} is offered for the gateways that can and for one's own gateway only`, () => {
    const parameters = { resource: "event", operation };
    const offered = node.description.properties.filter((property) => property.name === "gateway"
      && n8n.NodeHelpers.displayParameter(parameters, property, { typeVersion: 1 }, node.description, parameters));
    assert.equal(offered.length, 1);
    assert.deepEqual(offered[0].options.map(({ value }) => value).sort(), ["own", ...able(operation)]);
    assert.ok(able(operation).includes(offered[0].default));
  });

  for (const [name, module] of Object.entries(standIns).filter(([, { target }]) => able(operation).includes(target.gateway))) {
    test(`${name}: ${operation} is sent once, and names the message`, () => withStandIn(module, async ({ server, parameters, ...setup }) => {
      const changed = { ...parameters, operation, messageId: "={{ $json.messageId }}", name: "Planning" };
      const { items, hints } = await run({ ...setup, parameters: changed, items: [{ messageId: idIn(parameters) }] });
      const [{ json, pairedItem }] = items;
      assert.deepEqual([json.outcome, pairedItem, hints], [module.outcome, { item: 0 }, []]);
      assert.match(json.fingerprint, /^[0-9a-f]{32}$/);
      // Calendars know the event by the fingerprint of its first request, so a change returns none.
      assert.equal("calendar" in json, false);
      assert.equal(server.received.length, 1);
      const [{ path, text }] = server.received;
      assert.ok(`${path} ${text}`.includes("3EB0C767D82A") && text.includes("Planning"));
      for (const secret of Object.values(module.secrets)) assert.ok(!JSON.stringify(items).includes(secret));
    }));

    test(`${name}: ${operation} without a message id or with a faulty event is refused before anything is sent`, () =>
      withStandIn(module, async ({ server, parameters, ...setup }) => {
        await assert.rejects(run({ ...setup, parameters: { ...parameters, operation, messageId: "a b", name: "" } }), (error) => {
          assert.ok(error instanceof n8n.NodeOperationError);
          assert.match(error.description, /name: Give the event a name\.[^]*messageId: Give "messageId" as a message id/);
          return true;
        });
        assert.deepEqual(server.seen, []);
      }));

    test(`${name}: if the gateway refuses to ${operation}, the error says so`, () => withStandIn(module, async ({ parameters, credentials, ...setup }) => {
      const [secret] = Object.keys(module.secrets);
      const wrong = { ...credentials, [secret]: "wrong-secret-1" };
      await assert.rejects(run({ ...setup, credentials: wrong, parameters: { ...parameters, operation, messageId: idIn(parameters) } }),
        (error) => error instanceof n8n.NodeApiError && error.message.includes(`did not ${operation} the event: unauthorized`));
    }));
  }

  test(`${operation} for a gateway that cannot, chosen by an expression, is an error that says what to do instead`, () =>
    assert.rejects(
      run({ parameters: { operation, gateway: "ryzeapi", ...EVENT, messageId: "3EB0C767D82A" }, credentials: { instance: "a", token: "t" } }),
      (error) => error instanceof n8n.NodeOperationError && /RyzeAPI cannot (edit|cancel) an event that was sent/.test(error.description),
    ));
}
