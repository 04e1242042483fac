// n8n's linter and its package scanner, run on the source and on the packed node.
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { node24, scratch } from "./support/n8n.mjs";

const host = fileURLToPath(new URL("./host/", import.meta.url));
const root = fileURLToPath(new URL("../../", import.meta.url));
const { resolve } = createRequire(join(host, "package.json"));
const run = promisify(execFile);

/** Copies the source next to the packages that the linter needs, and to the package that it imports. */
const sources = join(scratch, "sources");
const SOURCE = ["credentials", "engine", "icons", "nodes", "package.json", "tsconfig.json", "README.md"];

test.beforeAll(() => {
  rmSync(sources, { recursive: true, force: true });
  mkdirSync(join(sources, "n8n"), { recursive: true });
  for (const name of SOURCE) cpSync(join(root, "n8n", name), join(sources, "n8n", name), { recursive: true });
  // As in n8n's own template, because the linter accepts no other configuration for a strict package.
  writeFileSync(join(sources, "n8n/eslint.config.mjs"), "import { config } from '@n8n/node-cli/eslint';\n\nexport default config;\n");
  symlinkSync(join(root, "pkg"), join(sources, "pkg"));
  symlinkSync(join(host, "node_modules"), join(sources, "node_modules"));
});

/** The output of `n8n-node lint` if it fails. */
const lint = () => {
  const cli = join(host, "node_modules/@n8n/node-cli/bin/n8n-node.mjs");
  const path = `${join(host, "node_modules/.bin")}:${dirname(node24)}:${process.env.PATH}`;
  return run(node24, [cli, "lint"], { cwd: join(sources, "n8n"), env: { ...process.env, PATH: path } }).then(() => "", (error) => error.stdout + error.stderr);
};

/** What the scanner that n8n runs on published packages reports for a folder. */
async function scan(folder, patterns) {
  const script = `
    import { analyzePackage, SOURCE_FILE_PATTERNS } from ${JSON.stringify(resolve("@n8n/scan-community-package/scanner/scanner.mjs"))};
    const { passed, details = "" } = await analyzePackage(${JSON.stringify(folder)}, ${patterns});
    console.log(JSON.stringify({ passed, details }));`;
  const { stdout } = await run(node24, ["--input-type=module", "--eval", script], { cwd: host });
  return JSON.parse(stdout.trim().split("\n").at(-1));
}

test("n8n-node lint reports nothing", async () => {
  expect(await lint()).toBe("");
});

test("the scanner accepts the source and the packed node", async () => {
  expect(await scan(join(sources, "n8n"), "SOURCE_FILE_PATTERNS")).toEqual({ passed: true, details: "" });
  const packed = join(scratch, "packed");
  rmSync(packed, { recursive: true, force: true });
  mkdirSync(packed, { recursive: true });
  await run("tar", ["-xzf", process.env.WAEVENT_NODE_TARBALL, "-C", packed]);
  expect(await scan(join(packed, "package"), "undefined")).toEqual({ passed: true, details: "" });
});

test("linter and scanner both refuse a node that reads the environment", async () => {
  writeFileSync(join(sources, "n8n/nodes/WhatsAppEvent/bad.ts"), "export const home = process.env.HOME;\n");
  expect(await lint()).toContain("process");
  expect((await scan(join(sources, "n8n"), "SOURCE_FILE_PATTERNS")).passed).toBe(false);
});
