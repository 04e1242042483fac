// Runs tests/cases in a browser, on the installed package's entry point for browsers: as many rows as under Node must
// pass.
import { dirname, join } from "node:path";
import { everyCase, load, read, tests } from "../package/support/files.mjs";
import { run } from "../package/support/run.mjs";
import { bodyFaults } from "../package/support/schemas.mjs";
import { expect, installed, pageOf, test } from "./support/answers.mjs";
import { site } from "./support/site.mjs";

const names = everyCase();
const folders = { "/installed/": dirname(installed), "/cases/": join(tests, "cases"), "/support/": join(tests, "package/support") };

test("every case gives the same result in the browser", async ({ page }) => {
  const waevent = await load();
  const underNode = names.map(([kind, name]) => [name, run[kind](waevent, read(name), { event: (event) => read(`events/${event}`), body: () => [] }).length]);
  expect(new Set(names.map(([kind]) => kind))).toEqual(new Set(Object.keys(run)));

  const { url, asked, close } = await site({ folders, pages: { "/": pageOf("") } });
  await page.goto(url);
  const { answers, bodies } = await page.evaluate(async (all) => {
    const waevent = await import("/installed/waevent/browser.js");
    const { run: runners } = await import("/support/run.mjs");
    const fetched = new Map();
    const get = async (name) => (await fetch(`/cases/${name}.json`)).json();
    await Promise.all(all.map(async ([, name]) => fetched.set(name, await get(name))));
    const seen = [];
    const context = { event: (name) => fetched.get(`events/${name}`), body: (...body) => { seen.push(body); return []; } };
    return { answers: all.map(([kind, name]) => [name, runners[kind](waevent, fetched.get(name), context)]), bodies: seen };
  }, names);
  await close();

  expect(asked).toEqual(expect.arrayContaining(["/installed/waevent/browser.js", "/installed/waevent/waevent_bg.wasm"]));
  expect(asked.filter((path) => path.endsWith("node.js"))).toEqual([]);
  const failed = answers.flatMap(([name, rows]) => rows.filter(({ faults }) => faults.length > 0).map(({ why, faults }) => `${name}: ${why}\n  ${faults.join("\n  ")}`));
  expect(failed).toEqual([]);
  expect(answers.map(([name, rows]) => [name, rows.length])).toEqual(underNode);
  // Bodies built in the browser are checked against the schemas here, because the validator is here.
  expect(bodies.length).toBeGreaterThan(100);
  expect(bodies.flatMap((body) => bodyFaults(...body))).toEqual([]);
  console.log(`${answers.reduce((sum, [, rows]) => sum + rows.length, 0)} rows in ${names.length} files, as under Node`);
});
