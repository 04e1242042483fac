// Runs the command line as npx starts it from the installed tarball.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

const consumer = process.env.WAEVENT_CLI_CONSUMER;
if (!consumer) throw new Error("run `cargo xtask test cli`, which installs what is tested");

export { consumer };
export const program = join(consumer, "node_modules/.bin/waevent-cli");
export const fixture = (name) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

export const folder = mkdtempSync(join(tmpdir(), "waevent-cli-"));
after(() => rmSync(folder, { recursive: true }));

/** Arguments for the stand-in's account, and a date before all bookings. */
export const TARGET = ["--gateway", "ryzeapi", "--instance", "demo", "--now", "2026-11-22T00:00:00Z"];

/** Runs the program; `input` goes to its standard input. Returns { code, stdout, stderr, lines }. */
export function cli(args, { input = "", env = {}, cwd = folder } = {}) {
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"], cwd, env: { PATH: process.env.PATH, ...env } });
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"]) child[name].setEncoding("utf8").on("data", (text) => { said[name] += text; });
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  return new Promise((resolve, reject) => child.on("error", reject).on("close", (code, signal) => resolve({ ...said, code, signal, lines: linesOf(said.stdout) })));
}

const linesOf = (text) => text.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
export const bodies = (lines) => lines.map(({ request }) => JSON.parse(request.body));
