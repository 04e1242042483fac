// The suite in Node. Prints its results as JSON.
import { memory, run } from "./suite.mjs";

const rounds = Number(process.argv[2]);

/** From the import to the first answer, in a process of its own: see initialisation.mjs. */
const waevent = await import("../pkg/node.js");
const groups = await run(waevent, rounds);
const heap = () => {
  gc();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
};
const kept = memory(waevent, heap, 1_000_000);
process.stdout.write(JSON.stringify({ engine: `Node ${process.versions.node}, V8 ${process.versions.v8}`, groups, memory: kept }));
