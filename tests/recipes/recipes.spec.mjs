// The recipes of docs/recipes/: their code, with the libraries, builds and servers that they are for.
import { createHmac } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, installed, pageOf, test as base } from "../browser/support/answers.mjs";
import { site } from "../browser/support/site.mjs";
import { programOf } from "../runtimes/support/programs.mjs";
import * as ryzeapi from "../standins/ryzeapi.mjs";
import { start as standIn } from "../standins/server.mjs";
import { freePort } from "../support/process.mjs";
import { ran, serving } from "../support/program.mjs";
import { laidOut, recipe, root } from "./support/recipe.mjs";

/** The frameworks need a newer Node than the one that runs the tests may be. */
const newNode = programOf("node-24").file;

const test = base.extend({
  locale: "en-US",
  timezoneId: "America/New_York",
  clean: [async ({ page, faults }, use) => {
    // Chromium requests an icon if the page names none.
    await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
    await use();
    expect(faults).toEqual([]);
  }, { auto: true }],
});

/** Every recipe has these three fields, filled in by a guest. 1 March 2031 is a Saturday in winter time. */
async function fill(page, values = {}) {
  const all = { "Your name": "Ana", "WhatsApp number": "(212) 555-0123", When: "2031-03-01T09:30", ...values };
  for (const [label, value] of Object.entries(all)) await page.getByLabel(label).fill(value);
}
const book = (page) => page.getByRole("button", { name: "Book" }).click();

/** Serves a script in its own page, and leaves what it reports in `booked`. */
async function scripted(page, script, use) {
  const served = await site({ pages: { "/": pageOf('<main id="root"></main><script type="module" src="/main.js"></script>'), "/main.js": script } });
  await page.goto(served.url);
  await use();
  await served.close();
}

const bundle = (folder, options) => build({
  entryPoints: [join(folder, "main.mjs")], bundle: true, write: false, format: "esm", target: "es2022", logLevel: "error", jsx: "automatic",
  alias: { waevent: join(installed, "inline.js") }, define: { "process.env.NODE_ENV": '"development"', __VUE_OPTIONS_API__: "true", __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false" }, ...options,
}).then(({ outputFiles: [{ text }] }) => text);

/** What both form libraries must do with the schema. */
async function judged(page) {
  await fill(page, { "WhatsApp number": "call me" });
  await book(page);
  await expect(page.getByRole("alert").filter({ hasText: /./ })).toHaveText(["Remove the letters: a phone number has digits only."]);
  await fill(page, { "Your name": "" });
  await book(page);
  await expect(page.getByRole("alert").filter({ hasText: /./ })).toHaveText(["Give the event a name."]);
  expect(await page.evaluate(() => globalThis.booked)).toBeUndefined();
  await fill(page, { Minutes: "" });
  await book(page);
  await expect.poll(() => page.evaluate(() => globalThis.booked?.name)).toBe("Haircut: Ana");
  expect(await page.evaluate(() => globalThis.booked.end)).toBeUndefined();
  await fill(page, { Minutes: "45" });
  await book(page);
  // 10:15 in New York, UTC-05:00.
  await expect.poll(() => page.evaluate(() => globalThis.booked.end?.rfc3339)).toBe("2031-03-01T10:15:00-05:00");
}

test("the recipe for a plain page works", async ({ page }) => {
  await laidOut("plain-page", async (folder) => {
    const served = await site({ folders: { "/": folder }, pages: { "/": readFileSync(join(folder, "index.html"), "utf8").replace("<title>", '<link rel="icon" href="data:,"><title>'), "/events": "{}" } });
    const posted = page.waitForRequest((request) => request.method() === "POST");
    await page.goto(served.url);
    await page.locator(".waevent-summary").waitFor({ state: "attached" });
    await fill(page, { "Your name": "" });
    await book(page);
    await expect(page.locator(".waevent-summary li")).toHaveCount(1);
    await fill(page);
    await book(page);
    const request = JSON.parse((await posted).postData());
    expect(JSON.parse(request.body)).toMatchObject({ number: "12125550123", name: "Haircut: Ana", startAt: "2031-03-01T09:30:00-05:00" });
    expect(request.missingSecrets).toEqual(["token"]);
    await expect(page.getByRole("article").getByRole("heading")).toHaveText("Haircut: Ana");
    await served.close();
  });
});

test("the recipe for React Hook Form works", async ({ page }) => {
  const main = `import { createElement } from "react"; import { createRoot } from "react-dom/client"; import { Booking } from "./Booking.tsx";
    createRoot(document.querySelector("#root")).render(createElement(Booking, { onEvent: (event) => { globalThis.booked = event; } }));`;
  await laidOut("react-hook-form", async (folder) => scripted(page, await bundle(folder), () => judged(page)), { "main.mjs": main });
});

/** Compiles the component, and calls `use` with the script. */
const asVue = (alias, use) => laidOut("vee-validate", async (folder) => {
  const { compileScript, parse } = createRequire(join(root, "tests/libraries/x.js"))("vue/compiler-sfc");
  const { descriptor } = parse(readFileSync(join(folder, "Booking.vue"), "utf8"));
  writeFileSync(join(folder, "Booking.vue.ts"), compileScript(descriptor, { id: "booking", inlineTemplate: true }).content);
  await use(await bundle(folder, alias(folder)));
}, {
  "main.mjs": `import { createApp } from "vue"; import Booking from "./Booking.vue.ts";
    createApp(Booking, { onEvent: (event) => { globalThis.booked = event; } }).mount("#root");`,
});

test("the recipe for VeeValidate works", async ({ page }) => {
  await asVue(() => ({}), (script) => scripted(page, script, () => judged(page)));
});

test("VeeValidate 4 validates nothing, as its recipe says", async ({ page }) => {
  const vee4 = join(root, "tests/recipes/node_modules/vee-validate-4/dist/vee-validate.mjs");
  const alias = (folder) => ({ "vee-validate": vee4, vue: join(folder, "node_modules/vue/dist/vue.runtime.esm-bundler.js"), waevent: join(installed, "inline.js") });
  await asVue((folder) => ({ alias: alias(folder) }), (script) => scripted(page, script, async () => {
    await fill(page, { "WhatsApp number": "call me" });
    await book(page);
    await expect.poll(() => page.evaluate(() => globalThis.booked?.to)).toBe("call me");
    await expect(page.getByRole("alert").filter({ hasText: /./ })).toHaveCount(0);
  }));
});

test("the recipe for Next.js works", async ({ page }) => {
  await laidOut("next", async (folder) => {
    // The app is inside the repository, so without these settings Next.js would use the repository's lock files.
    writeFileSync(join(folder, "next.config.mjs"), `${readFileSync(join(folder, "next.config.mjs"), "utf8").replace("export default", "const config =")}
      export default { ...config, turbopack: { root: ${JSON.stringify(root)} }, outputFileTracingRoot: ${JSON.stringify(root)} };`);
    const gateway = await standIn(ryzeapi);
    const next = createRequire(join(root, "tests/bundlers/x.js")).resolve("next/dist/bin/next");
    const options = { cwd: folder, env: { NEXT_TELEMETRY_DISABLED: "1", RYZEAPI_TOKEN: ryzeapi.secrets.token, RYZEAPI_INSTANCE: ryzeapi.target.instance, RYZEAPI_URL: gateway.url } };
    await ran([next, "build"], options);
    await serving([next, "start", "--hostname", "127.0.0.1", "--port", "0"], options, async (url) => {
      await page.goto(url);
      await page.locator(".waevent-summary").waitFor({ state: "attached" });
      await fill(page, { "WhatsApp number": "call me" });
      await book(page);
      await expect(page.locator(".waevent-summary li")).toHaveText(/Remove the letters/);
      await fill(page);
      await book(page);
      await expect(page.getByRole("status")).toHaveText("See you then.");
      expect(gateway.received.map(({ body: { number, name } }) => [number, name])).toEqual([["12125550123", "Haircut: Ana"]]);
    });
    await gateway.close();
  });
});

test("the recipe for Fastify works", async () => {
  await laidOut("fastify", async (folder) => serving(["server.mjs"], { cwd: folder, env: { PORT: "0" } }, async (url) => {
    const post = async (body) => {
      const answer = await fetch(`${url}/bookings`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
      return [answer.status, await answer.json()];
    };
    const booking = { guest: "Ana", to: "(212) 555-0123", start: "2031-03-01T09:30", durationMinutes: 45, location: { name: "Salon", latitude: 40.7, longitude: -74 } };
    const [status, event] = await post(booking);
    expect([status, event.name, event.end.rfc3339, event.location]).toEqual([200, "Haircut: Ana", "2031-03-01T10:15:00-05:00", booking.location]);
    // Refused by the schema.
    const { guest, ...nameless } = booking;
    expect(await post(nameless)).toMatchObject([400, { message: expect.stringContaining("'name'") }]);
    expect((await post({ ...booking, start: "tomorrow" }))[0]).toBe(400);
    // Refused by the event's rules.
    expect(await post({ ...booking, to: "(212) 555-012" })).toMatchObject([400, { issues: [{ path: ["to"] }] }]);
    expect((await post(null))[0]).toBe(400);
  }));
});

/** A guest's answer as WAHA and gateways like it send it. */
const RSVP = JSON.stringify({
  event: "event.response",
  payload: {
    from: "5511999999999@c.us",
    eventCreationKey: { id: "false_5511888888888@c.us_3EB0C767D82A" },
    eventResponse: { response: "GOING", timestampMs: 1747707858429, extraGuestCount: 1 },
  },
});
const signature = (hash, body) => createHmac(hash, "key").update(body).digest("hex");

test("the recipe for webhooks in Fastify works", async () => {
  await laidOut("webhooks-fastify", async (folder) => serving(["server.mjs"], { cwd: folder, env: { PORT: "0", WAHA_HMAC_KEY: "key" } }, async (url) => {
    const post = async (headers, body = RSVP) => (await fetch(`${url}/webhooks/waha`, { method: "POST", headers: { "content-type": "application/json", ...headers }, body })).status;
    const good = { "x-webhook-hmac": signature("sha512", RSVP), "x-webhook-hmac-algorithm": "sha512" };
    expect([await post(good), await post(good)]).toEqual([204, 204]);
    expect(await post({})).toBe(401);
    expect(await post({ "x-webhook-hmac": signature("sha256", RSVP) })).toBe(401);
    expect(await post(good, `${RSVP} `)).toBe(401);
  }));
});

test("the recipe for webhooks in Hono works", async () => {
  Object.assign(process.env, { WAWP_WEBHOOK_SECRET: "key", WAWP_SIGNATURE_HEADER: "X-Signature" });
  await laidOut("webhooks-hono", async (folder) => {
    const { default: app } = await import(join(folder, "app.mjs"));
    const post = async (headers, body = RSVP) => {
      const answer = await app.request("/webhooks/wawp", { method: "POST", headers, body });
      return [answer.status, await answer.text()];
    };
    const good = { "x-signature": signature("sha256", RSVP) };
    expect(await post(good)).toEqual([200, '{"status":"going"}']);
    expect(await post({})).toEqual([401, ""]);
    expect(await post(good, RSVP.replace("GOING", "MAYBE"))).toEqual([401, ""]);
    delete process.env.WAWP_WEBHOOK_SECRET;
    // Without a secret, every webhook is refused.
    expect(await post(good)).toEqual([401, ""]);
  });
});

test("the recipe for Astro works", async ({ page }) => {
  await laidOut("astro", async (folder) => {
    const astro = join(root, "tests/recipes/node_modules/astro/bin/astro.mjs");
    const options = { program: newNode, cwd: folder, env: { ASTRO_TELEMETRY_DISABLED: "1", HOST: "127.0.0.1", PORT: String(await freePort()) } };
    await ran([astro, "build"], options);
    await serving(["dist/server/entry.mjs"], options, async (url) => {
      await page.goto(url);
      await page.locator(".waevent-summary").waitFor({ state: "attached" });
      await fill(page, { "WhatsApp number": "call me" });
      await book(page);
      await expect(page.locator(".waevent-summary li")).toHaveText(/Remove the letters/);
      await fill(page);
      await book(page);
      await expect(page.getByRole("article").getByRole("heading")).toHaveText("Haircut: Ana");
      // Anybody can post, without the page.
      const answer = await fetch(url, { method: "POST", headers: { origin: url }, body: new URLSearchParams({ guest: "Ana", to: "call me", start: "2031-03-01T09:30" }) });
      expect(await answer.text()).toContain("Remove the letters: a phone number has digits only.");
    });
  });
});

test("the recipe for Nuxt works", async ({ page }) => {
  await laidOut("nuxt", async (folder) => {
    const nuxt = join(root, "tests/recipes/node_modules/nuxt/bin/nuxt.mjs");
    const options = { program: newNode, cwd: folder, env: { NUXT_TELEMETRY_DISABLED: "1", HOST: "127.0.0.1", PORT: String(await freePort()) } };
    await ran([nuxt, "build"], options);
    await serving([".output/server/index.mjs"], options, async (url) => {
      await page.goto(url);
      await page.locator(".waevent-summary").waitFor({ state: "attached" });
      await fill(page, { "WhatsApp number": "call me" });
      await book(page);
      await expect(page.locator(".waevent-summary li")).toHaveText(/Remove the letters/);
      await fill(page);
      await book(page);
      await expect(page.getByRole("article").getByRole("heading")).toHaveText("Haircut: Ana");
    });
  });
});

test("every recipe is tested, and linked from the README", () => {
  const names = readdirSync(join(root, "docs/recipes")).map((name) => name.replace(".md", "")).sort();
  expect(names).toEqual(["astro", "fastify", "next", "nuxt", "plain-page", "react-hook-form", "vee-validate", "webhooks-fastify", "webhooks-hono"]);
  const readme = readFileSync(join(installed, "README.md"), "utf8");
  for (const name of names) {
    expect(readme).toContain(`/blob/main/docs/recipes/${name}.md)`);
    expect(Object.keys(recipe(name).files).length).toBeGreaterThan(0);
  }
});
