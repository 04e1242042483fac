// An event is sent, edited and cancelled in one workflow, with the id that the first node returned.
import { expect, test } from "./support/fixtures.mjs";
import { lastError, publish } from "./support/n8n.mjs";
import { event, webhook, workflow } from "./support/workflows.mjs";

const byMessage = { messageId: "={{ $('Send').item.json.messageId }}" };

for (const name of ["zapi", "waapi"]) {
  const named = (node, id) => ({ ...node, id, name: id });

  test(`${name}: an event is sent, then edited, then cancelled`, async ({ n8n, gateways, mode }) => {
    const { module, server } = gateways[name];
    const path = `${mode}-${name}-changes`;
    const steps = [
      named(event(gateways[name]), "Send"),
      named(event(gateways[name], { ...byMessage, operation: "edit", name: "Planning" }), "Edit"),
      named(event(gateways[name], { ...byMessage, operation: "cancel", name: "Planning" }), "Cancel"),
    ];
    const { post } = await publish(n8n, workflow(path, webhook(path), ...steps));
    const from = server.received.length;
    const { body } = await post({});
    expect(body).toMatchObject([{ outcome: module.outcome, fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/), warnings: [] }]);
    expect(body[0]).not.toHaveProperty("calendar");
    const [sent, edited, cancelled, ...more] = server.received.slice(from);
    expect(more).toEqual([]);
    expect(edited.path).not.toBe(sent.path);
    expect(cancelled.path).toBe(edited.path);
    const bare = module.messageId.split("_").at(-1);
    for (const { text } of [edited, cancelled]) expect(text).toMatch(new RegExp(`"[^"]*${bare}"`));
    expect(edited.text).toContain("Planning");
    const isOff = ({ text }) => /"(isEventCanceled|canceled)":true/.test(text);
    expect([sent, edited, cancelled].map(isOff)).toEqual([false, false, true]);
    expect(JSON.stringify(body)).not.toContain(Object.values(module.secrets)[0]);
  });

  test(`${name}: a faulty change is reported, and a change with an unknown outcome is not repeated`, async ({ n8n, gateways, mode }) => {
    const { server } = gateways[name];
    const change = (operation, more) => event(gateways[name], { operation, messageId: "={{ $json.body.messageId }}", ...more }, { retryOnFail: true, maxTries: 2, waitBetweenTries: 10 });
    for (const operation of ["edit", "cancel"]) {
      const path = `${mode}-${name}-${operation}`;
      const { id, post } = await publish(n8n, workflow(path, webhook(path), change(operation)));
      let from = server.seen.length;
      expect((await post({ messageId: "a b" })).status).toBe(500);
      expect(await lastError(n8n, id)).toMatch(/messageId: Give .{2,4}messageId.{2,4} as a message id/);
      expect(server.seen.length).toBe(from);

      // Its outcome is unknown: it may have been changed.
      from = server.seen.length;
      server.answerNext({ status: 502, body: "<h1>Bad Gateway</h1>" });
      const { body } = await post({ messageId: gateways[name].module.messageId });
      expect(body).toMatchObject([{ outcome: "unknown", retry: "check_first" }]);
      expect(server.seen.length).toBe(from + 1);
    }
  });
}
