// What the playground copies is run: by a shell, by JSON.parse, and with a function in place of fetch.

import { execFileSync } from "node:child_process";
import { body, choose, expect, field, open, test } from "./support/playground.mjs";

test.describe("copying", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  async function copied(page, name) {
    await page.getByRole("button", { name, exact: true }).click();
    await expect(page.locator("#copied")).toHaveText(`Copied as ${name}.`);
    return page.evaluate(() => navigator.clipboard.readText());
  }

  test("JSON, curl and fetch each contain exactly the request", async ({ page }) => {
    await open(page);
    await choose(page, "Wawp");
    await field(page, "Credentials go in the").selectOption("query");
    await field(page, "Name").fill("It's $HOME `date` \"now\" \\ 🎉");
    const url = "https://api.wawp.net/v2/send/event?instance_id=CLINIC01&access_token={accessToken}";
    const shown = await body(page);
    expect(shown["event.name"]).toBe("It's $HOME `date` \"now\" \\ 🎉");

    const json = await copied(page, "JSON");
    expect(json).toBe(JSON.stringify(shown, null, 2));

    // A real shell runs the line, with a function in place of curl that prints its arguments.
    const curl = await copied(page, "curl");
    const heard = execFileSync("sh", ["-c", `curl() { printf '%s\\0' "$@"; }\n${curl}`], { encoding: "utf8" });
    const words = heard.split("\0").slice(0, -1);
    expect(words.slice(0, -1)).toEqual([
      ...["--globoff", "--request", "POST", "--url", url],
      ...["--header", "Content-Type: application/json", "--data-raw"],
    ]);
    expect(JSON.parse(words.at(-1))).toEqual(shown);

    const code = await copied(page, "fetch");
    const calls = [];
    const run = Object.getPrototypeOf(async () => {}).constructor;
    await new run("fetch", code)(async (...call) => calls.push(call));
    expect(calls).toEqual([
      [url, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(shown) }],
    ]);
  });

  test("the n8n node contains exactly the request", async ({ page }) => {
    await open(page);
    await choose(page, "WAHA");
    const { nodes, connections } = JSON.parse(await copied(page, "n8n node"));
    expect(connections).toEqual({});
    expect(nodes).toHaveLength(1);
    const [{ type, parameters }] = nodes;
    expect(type).toBe("n8n-nodes-base.httpRequest");
    const { method, url, headerParameters, specifyBody, jsonBody } = parameters;
    expect([method, url, specifyBody]).toEqual(["POST", "https://waha.example.com/api/default/events", "json"]);
    expect(headerParameters.parameters).toEqual([{ name: "Content-Type", value: "application/json" }, { name: "X-Api-Key", value: "{apiKey}" }]);
    expect(JSON.parse(jsonBody)).toEqual(await body(page));
  });

  test("without a clipboard, the text is shown to be copied manually", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
    });
    await open(page);
    await page.getByRole("button", { name: "curl", exact: true }).click();
    const text = field(page, "Text to copy");
    await expect(text).toBeFocused();
    await expect(text).toHaveValue(/^curl \\\n {2}--request POST \\\n {2}--url 'https:\/\/ryzeapi\.cloud\//);
  });
});
