// The package without a bundler: in a module script, with an import map, under a strict policy, from servers with odd
// content types, in a worker.
import { asking, expect, expected, installed, pageOf, test } from "./support/answers.mjs";
import { site } from "./support/site.mjs";

const folders = { "/waevent/": installed };
const module = (src) => `<script type="module" src="${src}"></script>`;
const importMap = `<script type="importmap">{ "imports": { "waevent": "/waevent/browser.js", "waevent/inline": "/waevent/inline.js" } }</script>`;

for (const name of ["waevent", "waevent/inline"]) {
  test(`${name} works through an import map`, async ({ answers }) => {
    const { text, faults, asked } = await answers({ folders, pages: { "/": pageOf(`<script type="module">${asking(name)}</script>`, importMap) } });
    expect(faults).toEqual([]);
    expect(text).toBe(await expected());
    expect(asked.filter((path) => path.endsWith(".wasm"))).toEqual(name === "waevent" ? ["/waevent/waevent_bg.wasm"] : []);
  });
}

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:; worker-src 'self'";

for (const entryPoint of ["browser.js", "inline.js"]) {
  test(`${entryPoint} works under a strict policy`, async ({ answers }) => {
    const pages = { "/": pageOf(module("/main.js")), "/main.js": asking(`/waevent/${entryPoint}`) };
    const { text, faults } = await answers({ folders, pages, headers: () => ({ "content-security-policy": POLICY }) });
    expect(faults).toEqual([]);
    expect(text).toBe(await expected());
  });

  test(`${entryPoint} says what to allow if the policy forbids WebAssembly`, async ({ answers }) => {
    const answer = "({ name, message, cause }) => JSON.stringify([name, message, cause?.name])";
    const pages = { "/": pageOf(module("/main.js")), "/main.js": `import("/waevent/${entryPoint}").then(() => "ready", ${answer}).then((answer) => { globalThis.answers = answer; });` };
    const { text } = await answers({ folders, pages, headers: () => ({ "content-security-policy": POLICY.replace(" 'wasm-unsafe-eval'", "") }) });
    const [name, message, cause] = JSON.parse(text);
    expect(name).toBe("Error");
    expect(message).toContain("Add 'wasm-unsafe-eval' to script-src");
    // The browser's own error; its type differs between browsers.
    expect(cause).toMatch(/^(Compile|Eval)Error$/);
  });
}

const odd = { "text/plain": "text/plain", "application/octet-stream": "application/octet-stream", "a charset": "application/wasm; charset=utf-8", capitals: "Application/Wasm", none: null };

for (const [name, type] of Object.entries(odd)) {
  test(`the module loads whatever content type the server sends: ${name}`, async ({ answers }) => {
    const pages = { "/": pageOf(module("/main.js")), "/main.js": asking("/waevent/browser.js") };
    const headers = (path) => ({ "x-content-type-options": "nosniff", ...(path.endsWith(".wasm") ? { "content-type": type } : {}) });
    const { text, faults } = await answers({ folders, pages, headers });
    expect(faults).toEqual([]);
    expect(text).toBe(await expected());
  });
}

test("a missing module is reported with its status and URL", async ({ answers }) => {
  const pages = { "/": pageOf(module("/main.js")), "/main.js": 'import("/waevent/browser.js").catch((error) => { globalThis.answers = error.message; });' };
  const { text } = await answers({ folders, pages, missing: ["/waevent/waevent_bg.wasm"] });
  expect(text).toMatch(/404/);
  expect(text).toMatch(/\/waevent\/waevent_bg\.wasm/);
});

test("the package loads from another host that allows it", async ({ answers, page }) => {
  const host = await site({ folders, headers: () => ({ "access-control-allow-origin": "*" }) });
  try {
    const { text, faults } = await answers({ pages: { "/": pageOf(`<script type="module">${asking(`${host.url}/waevent/browser.js`)}</script>`) } });
    expect(faults).toEqual([]);
    expect(text).toBe(await expected());
    expect(await page.url()).not.toContain(host.url);
  } finally {
    await host.close();
  }
});

for (const entryPoint of ["browser.js", "inline.js"]) test(`${entryPoint} works in a worker under a strict policy`, async ({ answers }) => {
  const pages = {
    "/": pageOf(module("/main.js")),
    "/main.js": 'new Worker("/worker.js", { type: "module" }).onmessage = ({ data }) => { globalThis.answers = data; };',
    "/worker.js": `${asking(`/waevent/${entryPoint}`)} postMessage(globalThis.answers);`,
  };
  const { text, faults } = await answers({ folders, pages, headers: () => ({ "content-security-policy": POLICY }) });
  expect(faults).toEqual([]);
  expect(text).toBe(await expected());
});

test("slim can be started from a response", async ({ answers }) => {
  const script = `import * as entryPoint from "/waevent/slim.js"; import { everyAnswer } from "/sample.mjs";
    let before; try { entryPoint.parseTime(0); } catch (error) { before = error.name; }
    await entryPoint.init(fetch("/waevent/waevent_bg.wasm"));
    const { init, initSync, ...rest } = entryPoint;
    globalThis.answers = before + everyAnswer(rest);`;
  const { text, faults } = await answers({ folders, pages: { "/": pageOf(`<script type="module">${script}</script>`) } });
  expect(faults).toEqual([]);
  expect(text).toBe(`NotInitializedError${await expected()}`);
});
