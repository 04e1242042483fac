// How long what was downloaded takes to start, in Chromium and in Node.
import { inChromium } from "./chromium.mjs";
import { inNode } from "./node.mjs";

/** A start is once in a page or a process: few are enough. */
const TURNS = 21;

/** Returns groups of times in milliseconds: first those of the imports in Chromium. */
export async function start({ rounds, other }) {
  const settings = { rounds: Math.min(rounds, TURNS), other };
  return [...await inChromium(settings), await inNode(settings)];
}
