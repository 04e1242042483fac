// What the specs share: one n8n for all files of a project, the stand-ins of all gateways, and workflows against them.
import { test as base } from "@playwright/test";
import { standIns, start } from "../../standins/all.mjs";
import { startN8n } from "./n8n.mjs";
import { credentialOf } from "./workflows.mjs";

export { expect } from "@playwright/test";

export const test = base.extend({
  mode: ["regular", { option: true, scope: "worker" }],

  n8n: [async ({ mode }, use) => {
    const n8n = await startN8n(mode);
    await use(n8n);
    await n8n.stop();
  }, { scope: "worker", timeout: 1_800_000 }],

  /** By name: { module, server, credential }, where `credential` is an n8n credential for this stand-in. */
  gateways: [async ({ n8n }, use) => {
    const gateways = {};
    for (const [name, module] of Object.entries(standIns)) {
      const server = await start(module);
      const { gateway, contract, ...account } = module.target;
      const data = { baseUrl: server.url, ...account, ...module.secrets };
      const type = credentialOf(gateway);
      const { id } = await n8n.rest("POST", "/credentials", { name, type, data });
      gateways[name] = { name, module, server, credential: { type, id, name, data } };
    }
    await use(gateways);
    await Promise.all(Object.values(gateways).map(({ server }) => server.close()));
  }, { scope: "worker" }],
});
