// Runs the suite in each engine: this Node, newer ones, and Chromium.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { programOf } from "../../tests/runtimes/support/programs.mjs";
import { inChromium } from "./chromium.mjs";

const NEWER = ["node-22", "node-24", "node-26"];

/** Returns each engine's name and the groups of suite.mjs. `other` is the folder of another build, if there is one. */
export async function speed({ rounds, other }) {
  const newer = NEWER.map(programOf).filter(({ skip }) => skip === false);
  return [
    inNode(process.execPath, { rounds, other, withMemory: true }),
    ...newer.map(({ file }) => inNode(file, { rounds, other })),
    await inChromium({ rounds, other }),
  ];
}

function inNode(program, settings) {
  const suite = fileURLToPath(new URL("node.mjs", import.meta.url));
  const args = ["--expose-gc", suite, JSON.stringify(settings)];
  return JSON.parse(execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }));
}
