// What is packed: the node, the credential types, icons and texts, and nothing that a verified node must not contain.
// In `cargo xtask n8n`, n8n's own linter and package scanner check the same.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { transformSync } from "esbuild";
import { load } from "../package/support/files.mjs";
import { entries } from "../package/support/tarball.mjs";
import { credentialOf, credentialTypes, installed, manifest, node } from "./support/node.mjs";

const { gateways, versions } = await load();
const packed = entries(readFileSync(process.env.WAEVENT_NODE_TARBALL));
const text = (name) => packed.find((entry) => entry.name === `package/${name}`)?.bytes.toString("utf8");

const FILES = [
  "LICENSE", "LICENSE-APACHE", "NOTICE", "README.md", "package.json",
  ...["own", ...gateways.map(({ id }) => id)].map((id) => `dist/credentials/${id[0].toUpperCase()}${id.slice(1)}EventsApi.credentials.js`),
  "dist/engine/own.js", "dist/engine/secrets.js", "dist/engine/waevent.js",
  "dist/icons/waevent.dark.svg", "dist/icons/waevent.svg",
  ...["account", "answer", "build", "calendarItem", "check", "chosen", "eventProperties", "fieldTypes", "gateways", "json", "optionProperties", "outcome", "pace", "properties", "readRsvp", "reading", "send", "unanswered", "unreadable", "WhatsAppEvent.node"]
    .map((name) => `dist/nodes/WhatsAppEvent/${name}.js`),
  "dist/nodes/WhatsAppEvent/WhatsAppEvent.node.json",
];

test("the package has exactly these files", () => {
  assert.deepEqual(packed.map(({ name }) => name).sort(), FILES.map((name) => `package/${name}`).sort());
});

test("package.json meets n8n's requirements for verification", () => {
  assert.equal(manifest.name, "n8n-nodes-waevent");
  assert.equal(manifest.version, versions.waevent);
  assert.equal(manifest.license, "MIT");
  assert.ok(manifest.keywords.includes("n8n-community-node-package"));
  assert.equal(manifest.n8n.strict, true);
  assert.deepEqual(manifest.peerDependencies, { "n8n-workflow": "*" });
  for (const none of ["dependencies", "optionalDependencies", "bundledDependencies", "scripts", "overrides", "bin"]) {
    assert.equal(manifest[none], undefined, none);
  }
});

test("the package is published with provenance, as n8n requires", () => {
  const release = readFileSync(new URL("../../.github/workflows/release.yml", import.meta.url), "utf8");
  assert.match(release, /^ +id-token: write$/m);
  assert.match(release, /npm publish \.\/n8n-nodes-waevent-\*\.tgz --provenance\b/);
});

test("its scripts import only n8n-workflow and each other, and use nothing of the machine", () => {
  for (const { name, bytes } of packed.filter((entry) => entry.name.endsWith(".js"))) {
    // Strings and comments are removed, so words in them do not count.
    const code = transformSync(bytes.toString("utf8"), { minifyWhitespace: true }).code.replace(/"(?:[^"\\\n]|\\.)*"/g, (all) => (all.length > 200 || all.includes(" ") ? '""' : all));
    const imports = [...code.matchAll(/\brequire\("([^"]*)"\)/g)].map(([, from]) => from);
    for (const from of imports) assert.match(from, /^(n8n-workflow|\.\.?\/.*)$/, `${name} imports ${from}`);
    assert.doesNotMatch(code, /(?<![.\w$])(process|global|globalThis|setTimeout|setInterval|setImmediate|eval|console|__dirname|__filename)\b(?!["':])/, name);
    assert.doesNotMatch(code, /\bnew Function\b|\bimport\(/, name);
  }
});

test("the node contains the package of the same build, once", async () => {
  const engine = text("dist/engine/waevent.js");
  // The main module, and the module that checks descriptions of gateways.
  const modules = [];
  for (const script of ["wasm.inline.js", "define.inline.js"]) {
    const { default: base64 } = await import(new URL(script, `file://${process.env.WAEVENT_CONSUMER}/node_modules/waevent/`));
    assert.equal(engine.split(base64).length, 2, script);
    modules.push(base64.length);
  }
  // Unused code is left out, and the remaining code is readable.
  const rest = modules.reduce((left, length) => left - length, engine.length);
  assert.ok(rest < 60_000, `${rest} characters beside the modules`);
  assert.ok(engine.split("\n").length > 500);
});

test("the node and the credential types describe themselves", () => {
  const { description } = node;
  assert.equal(description.name, "whatsAppEvent");
  assert.equal(description.usableAsTool, true);
  assert.ok(description.subtitle.includes("operation"));
  assert.deepEqual(Object.keys(credentialOf).sort(), ["own", ...gateways.map(({ id }) => id)].sort());
  for (const { light, dark } of [description.icon, ...Object.values(credentialTypes).map(({ icon }) => icon)]) {
    const icons = [light, dark].map((icon) => readFileSync(`${installed}/dist/icons/${icon.split("/").pop()}`, "utf8"));
    assert.notEqual(icons[0], icons[1]);
    for (const icon of icons) assert.match(icon, /^<svg /);
  }
});

test("secrets are in credentials only, and are masked", async () => {
  const { standIns } = await import("../standins/all.mjs");
  for (const { target, secrets } of Object.values(standIns)) {
    const { properties, test: request } = credentialTypes[credentialOf[target.gateway]];
    const hidden = properties.filter(({ typeOptions }) => typeOptions?.password).map(({ name }) => name);
    assert.deepEqual(hidden.sort(), gateways.find(({ id }) => id === target.gateway).secrets.slice().sort());
    assert.deepEqual(hidden, Object.keys(secrets).sort());
    assert.ok(request.request, "a test request");
  }
  const own = JSON.stringify(node.description.properties);
  for (const name of ["token", "apiKey", "accessToken", "clientToken"]) assert.ok(!own.includes(`"name":"${name}"`), name);
});
