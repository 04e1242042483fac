// Runs tests/cases in a browser, on the installed package's door for browsers: as many rows as under Node, all of them good.
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { everyCase, load, read } from "../package/support/files.mjs";
import { run } from "../package/support/run.mjs";
import { bodyFaults } from "../package/support/schemas.mjs";

const names = everyCase();

test("every case in the browser", async ({ page, baseURL }) => {
  const waevent = await load();
  const underNode = names.map(([kind, name]) => [name, run[kind](waevent, read(name), { event: (event) => read(`events/${event}`), body: () => [] }).length]);
  expect(new Set(names.map(([kind]) => kind))).toEqual(new Set(Object.keys(run)));

  // A page without a policy of its own, and the runners beside it, which the server does not hand out.
  await page.route("**/cases.html", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>cases</title>" }));
  await page.route("**/support/*.mjs", (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1);
    return route.fulfill({ contentType: "text/javascript", body: readFileSync(new URL(`../package/support/${name}`, import.meta.url), "utf8") });
  });
  await page.goto("/cases.html");

  const { answers, bodies, doors } = await page.evaluate(async (all) => {
    const waevent = await import("/consumer/waevent/browser.js");
    const { run: runners } = await import("/support/run.mjs");
    const fetched = new Map();
    const get = async (name) => (await fetch(`/cases/${name}.json`)).json();
    await Promise.all(all.map(async ([, name]) => fetched.set(name, await get(name))));
    const seen = [];
    const context = { event: (name) => fetched.get(`events/${name}`), body: (target, body) => { seen.push([target, body]); return []; } };
    const rows = all.map(([kind, name]) => [name, runners[kind](waevent, fetched.get(name), context)]);
    return { answers: rows, bodies: seen, doors: performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname) };
  }, names);

  expect(doors).toEqual(expect.arrayContaining(["/consumer/waevent/browser.js", "/consumer/waevent/waevent_bg.wasm"]));
  expect(doors.filter((path) => path.startsWith("/pkg/") || path.endsWith("node.js"))).toEqual([]);
  const failed = answers.flatMap(([name, rows]) => rows.filter(({ faults }) => faults.length > 0).map(({ why, faults }) => `${name}: ${why}\n  ${faults.join("\n  ")}`));
  expect(failed).toEqual([]);
  expect(answers.map(([name, rows]) => [name, rows.length])).toEqual(underNode);
  // The schemas are held against the browser's own bodies, here, where the validator is.
  expect(bodies.length).toBeGreaterThan(100);
  expect(bodies.flatMap(([target, body]) => bodyFaults(target, body))).toEqual([]);
  console.log(`${answers.reduce((sum, [, rows]) => sum + rows.length, 0)} rows in ${names.length} files at ${baseURL}, as under Node`);
});
