// The code in the README, the guide and the types' comments runs as printed, and prints what the comments say.
import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { transform } from "esbuild";
import { start } from "./support/child.mjs";
import { documents } from "./support/documents.mjs";
import { consumer } from "./support/files.mjs";
import { blocks, comments, withClaims } from "./support/snippets.mjs";

const installed = join(consumer(), "node_modules", "waevent");
const read = (name) => readFileSync(join(installed, name), "utf8");
const folder = mkdtempSync(join(consumer(), "snippets-"));
after(() => rmSync(folder, { recursive: true }));
copyFileSync(join(installed, "waevent_bg.wasm"), join(folder, "waevent_bg.wasm"));

const preload = new URL("./support/preload.mjs", import.meta.url).href;
const LANGS = ["js", "mjs", "ts"];
const env = { RYZEAPI_TOKEN: "ryzeapi-secret", WAPPFY_API_KEY: "wappfy-secret", WAWP_ACCESS_TOKEN: "wawp-secret" };
let claims = 0;
const fetched = [];

/** Declares what the examples in the types' comments assume. */
const GIVEN = `
  import * as everything from "waevent";
  Object.assign(globalThis, everything);
  globalThis.input = { to: "+55 11 99999-9999", name: "Team meeting", start: "2027-09-10T14:00:00-03:00" };
  globalThis.draft = everything.buildRequest(input, { gateway: "ryzeapi", instance: "sales" }).value.request;
  globalThis.bookings = [input, { ...input, name: "" }];
`;

async function runs(name, { lang, code, skip }, given = "") {
  if (skip) return;
  const checked = withClaims(code);
  const script = lang === "ts" ? (await transform(checked.code, { loader: "ts", format: "esm" })).code : checked.code;
  const file = (ending, text) => { const path = join(folder, `${name}${ending}`); writeFileSync(path, text); return path; };
  const notes = file(".notes", "");
  const before = given === "" ? [] : ["--import", file(".given.mjs", given)];
  const { stderr, code: status, signal, stdout } = await start(["--import", preload, ...before, file(".mjs", script)], { cwd: folder, env: { ...env, NOTES: notes } });
  assert.equal(status, 0, `${signal ?? ""}${stderr}${stdout}`);
  assert.equal(stderr, "");
  const entries = readFileSync(notes, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
  const made = entries.filter((entry) => "claimed" in entry);
  assert.deepEqual(made.filter(({ holds }) => !holds).map(({ claimed, told }) => `says ${claimed}\nis   ${told}`), []);
  claims += made.length;
  fetched.push(...entries.flatMap((entry) => entry.fetched ?? []));
  // A snippet whose checks were not all reached has not shown what it claims.
  assert.ok(made.length >= checked.count, `${made.length} of ${checked.count} claims were reached`);
}

const snippets = Object.entries(documents).flatMap(([name, text]) => blocks(text, LANGS).map((block) => ({ name, ...block })));
for (const { name, ...block } of snippets) test(`the code at ${name}, line ${block.line}, runs as printed`, () => runs(`${name.replace(/\W/g, "-")}-${block.line}`, block));

for (const name of ["index.d.ts", "calendar.d.ts", "define.d.ts", "phones.d.ts", "slim.d.ts", "webhooks.d.ts", "when.d.ts"]) {
  blocks(comments(read(name)), LANGS).forEach((block, at) => test(`example ${at + 1} in ${name} runs as printed`, () => runs(`${name}-${at + 1}`, block, name === "index.d.ts" ? GIVEN : "")));
}

test("there are examples to run, and hardly any is skipped", () => {
  assert.ok(snippets.length >= 20, `${snippets.length} in the README and the guide`);
  const skipped = snippets.filter(({ skip }) => skip);
  assert.ok(skipped.length <= 3, `${skipped.length} are not run`);
  assert.ok(blocks(comments(read("index.d.ts")), LANGS).length >= 5);
  assert.ok(claims >= 8, `only ${claims} claims were checked`);
});

test("the examples' requests go to a gateway, with the secret filled in", () => {
  assert.ok(fetched.length >= 2, "no example sends anything");
  for (const { url, method, headers, body } of fetched) {
    assert.equal(method, "POST");
    assert.match(url, /^https:\/\/(ryzeapi\.cloud|api\.wappfy\.com\.br|api\.wawp\.net)\//);
    assert.ok(JSON.parse(body) && !JSON.stringify([url, headers, body]).includes("{token}"));
    if (url.includes("ryzeapi")) assert.equal(headers.token, env.RYZEAPI_TOKEN);
  }
});
