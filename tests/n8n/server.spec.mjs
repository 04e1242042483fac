// The same measurement without n8n, for comparison.
import { fileURLToPath } from "node:url";
import { start, until } from "../support/process.mjs";
import { expect, test } from "./support/fixtures.mjs";
import { pace } from "./support/pace.mjs";
import { EVENT, ZONE } from "./support/workflows.mjs";

test("through the example of a server", async ({ gateways }, info) => {
  const { module, server } = gateways.waha;
  const env = { PATH: process.env.PATH, PORT: "0", GATEWAY: "waha", GATEWAY_URL: server.url, WAHA_SESSION: module.target.session, WAHA_API_KEY: module.secrets.apiKey };
  const example = start(process.execPath, [fileURLToPath(new URL("../../examples/server.mjs", import.meta.url))], { env, log: info.outputPath("server.log") });
  try {
    await until("the server starts", () => example.log().includes("http://"));
    const url = /http:\S+/.exec(example.log())[0];
    await pace("a server", async (name) => {
      const body = JSON.stringify({ ...EVENT, locationName: null, name, timeZone: ZONE });
      const reply = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
      expect(await reply.json()).toMatchObject({ outcome: "sent" });
    });
  } finally {
    await example.stop();
  }
});
