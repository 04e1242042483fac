// Runs workflows with n8n's command line.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { standIns } from "../standins/all.mjs";
import { expect, test } from "./support/fixtures.mjs";
import { scratch } from "./support/n8n.mjs";
import { event, manual, startOf, START_SECONDS, workflow } from "./support/workflows.mjs";

/** Imports a workflow from a file and runs it. Returns the node's output, or its error. */
async function execute(n8n, id, node) {
  const file = join(scratch, `${id}.json`);
  writeFileSync(file, JSON.stringify({ id, active: false, ...workflow(id, manual, node) }));
  await n8n.commandline("import:workflow", `--input=${file}`);
  const said = await n8n.commandline("execute", `--id=${id}`, "--rawOutput");
  const { data: { resultData } } = JSON.parse(/^\{$[^]*^\}$/m.exec(said)[0]);
  const { error, data } = resultData.runData["WhatsApp Event"][0];
  return { error: error?.message, items: data?.main[0].map(({ json }) => json) };
}

for (const name of Object.keys(standIns)) {
  test(`${name}: a good event is sent, a faulty one is reported`, async ({ n8n, gateways }) => {
    const { module, server } = gateways[name];
    const id = `cli${name.replace(/\W+/g, "")}`;
    const from = server.seen.length;
    const good = await execute(n8n, `${id}good`, event(gateways[name]));
    expect(good.items).toMatchObject([{ outcome: module.outcome, messageId: module.messageId }]);
    expect(startOf(server.received.at(-1))).toBe(START_SECONDS);
    // n8n does not start a workflow in which a required field is empty, so this one is filled in wrongly.
    const faulty = await execute(n8n, `${id}faulty`, event(gateways[name], { to: "+55 11" }));
    expect(faulty.error).toBe("to: Check the phone number: digits are missing.");
    expect(server.seen.length).toBe(from + 1);
  });
}
