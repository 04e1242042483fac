// How long downloaded code takes to start, in Chromium and in Node.
import { inChromium } from "./chromium.mjs";
import { inNode } from "./node.mjs";

/** The most turns. A page or a process starts only once, so few are enough. */
const TURNS = 21;

/** Returns groups of times in milliseconds, those of Chromium first. */
export async function start({ rounds, other }) {
  const settings = { rounds: Math.min(rounds, TURNS), other };
  return [...await inChromium(settings), await inNode(settings)];
}
