// The runtimes' own programs, inside the packages that contain them.
import { existsSync, readFileSync } from "node:fs";

const folder = new URL("../", import.meta.url);
const { packages } = JSON.parse(readFileSync(new URL("package-lock.json", folder), "utf8"));

const FILES = {
  "node-20": "bin/node",
  "node-22": "bin/node",
  "node-24": "bin/node",
  "node-26": "bin/node",
  "@oven/bun-linux-x64": "bin/bun",
  "@deno/linux-x64-glibc": "deno",
  "@cloudflare/workerd-linux-64": "bin/workerd",
};

/** package.json has only the programs for Linux on x64; on other platforms the tests that need them are skipped. */
const isOffered = process.platform === "linux" && process.arch === "x64";

/** A runtime: the path of its program, its required version, and the reason if its tests are skipped. */
export function programOf(name) {
  const home = `node_modules/${name}`;
  const file = new URL(`${home}/${FILES[name]}`, folder).pathname;
  if (isOffered && !existsSync(file)) throw new Error(`${file} is not there: was it installed?`);
  return { file, version: packages[home].version, skip: isOffered ? false : "its program is for Linux on x64" };
}
