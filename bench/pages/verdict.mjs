// The time from navigation until a guest sees the first issue, in Chromium, on a simulated slow phone. The form is filled in
// before the page's scripts have loaded, as with autofill or fast typists.
import { faulty, options, target } from "../speed/inputs.mjs";
import { drawnByScript, INLINE, LITE, OTHER, WHOLE, ZOD } from "../names.mjs";
import { turns } from "../turns.mjs";
import { browsing } from "./chromium.mjs";
import { pages } from "./pages.mjs";
import { serving } from "./server.mjs";

/** "Slow 4G" of DevTools (core/sdk/NetworkManager.ts): 1.6 Mbit/s down, 750 kbit/s up, 150 ms, each multiplied as in DevTools. */
const SLOW_4G = { offline: false, downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: (750e3 / 8) * 0.9, latency: 150 * 3.75 };
const CPU_SLOWDOWN = 4;
const VISITS = 7;

/** These are loaded as docs/guide/loading.md recommends. The others are imported at the top of their script. */
const IN_ADVANCE = [LITE, WHOLE, OTHER];
const VISITED = [...IN_ADVANCE, INLINE, ZOD];
/** These are also measured in an app whose script draws the page. */
const APPS = [LITE, ZOD];

/** Returns two groups of times in milliseconds: until the first issue is shown, and until the page itself is shown. */
export async function verdict({ rounds, other }) {
  const found = await pages(other);
  const visited = VISITED.filter((name) => found[name]);
  const sites = Object.fromEntries([
    ...visited.map((name) => [name, written(found[name], IN_ADVANCE.includes(name))]),
    ...APPS.map((name) => [drawnByScript(name), drawn(found[name], IN_ADVANCE.includes(name))]),
  ]);
  const names = Object.keys(sites);
  const files = names.flatMap((name, at) => Object.entries(sites[name]).map(([file, body]) => [`/${at}/${file}`, body]));
  const both = await browsing((browser) => serving(Object.fromEntries(files), async (url) => {
    const visitOf = (name) => visit(browser, `${url}${names.indexOf(name)}/`);
    // The first visit does not count: it includes the start of the browser.
    await visitOf(ZOD);
    return turns(names, Math.min(rounds, VISITS), visitOf);
  }, { brotli: true }));
  const part = (which) => Object.fromEntries(names.map((name) => [name, both[name].map((taken) => taken[which])]));
  return [
    { what: "from navigation until the first issue is shown", references: [ZOD], times: part("issue") },
    { what: "from navigation until the page is shown", references: [ZOD], times: part("page") },
  ];
}

const FORM = `<h1 elementtiming="page">Book</h1>
<form><label>Name <input name="name"></label> <label>WhatsApp <input name="to"></label> <button>Book</button></form>
<p id="issue" elementtiming="issue"></p>`;

/** Checks the filled-in form, shows the first issue, and logs when the page and the issue were painted. */
const CHECK = `const { issues, faults } = globalThis.check(...${JSON.stringify([faulty("zone"), target, options])});
document.querySelector("#issue").textContent = (issues ?? faults)[0].message;
const painted = {};
new PerformanceObserver((list) => {
  for (const { identifier, renderTime } of list.getEntries()) painted[identifier] = renderTime;
  if (painted.issue) console.log(JSON.stringify(painted));
}).observe({ type: "element", buffered: true });`;

const html = (wasm, body) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Book</title>
<link rel="icon" href="data:,">
${wasm ? `<link rel="preload" as="fetch" crossorigin href="./${wasm}">` : ""}
<body>
${body}`;

const module = ({ wasm, module: bytes }) => (wasm ? { [wasm]: bytes } : {});

/** A page whose form is in its HTML. */
function written(page, inAdvance) {
  const load = inAdvance ? 'const loading = import("./page.js");\nawait loading;' : 'import "./page.js";';
  const body = `${FORM}\n<script type="module">\n${load}\n${CHECK}\n</script>`;
  return { "": html(inAdvance && page.wasm, body), "page.js": page.script, ...module(page) };
}

/** A page whose script draws the form. Its static imports are bundled with it, its dynamic imports are not. */
function drawn(page, inAdvance) {
  const draw = `document.body.innerHTML = ${JSON.stringify(FORM)};`;
  const app = inAdvance
    ? { "app.js": `const loading = import("./page.js");\n${draw}\nawait loading;\n${CHECK}`, "page.js": page.script }
    : { "app.js": `${page.script}\n${draw}\n${CHECK}` };
  return { "": html(inAdvance && page.wasm, '<script type="module" src="./app.js"></script>'), ...app, ...module(page) };
}

async function visit(browser, url) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", SLOW_4G);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  const [message] = await Promise.all([page.waitForEvent("console", { timeout: 120_000 }), page.goto(url)]);
  await context.close();
  return JSON.parse(message.text());
}
