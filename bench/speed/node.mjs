// Runs the suite in this Node and prints the results as JSON.
import { OTHER, WHOLE } from "../names.mjs";
import { memory, run } from "./suite.mjs";

const { rounds, other, withMemory } = JSON.parse(process.argv[2]);

// In Node, `waevent/lite` exports fewer names of the same module.
const builds = { [WHOLE]: await import("../../pkg/node.js") };
if (other) builds[OTHER] = await import(`${other}/node.js`);

const groups = await run(builds, rounds);
const heap = () => {
  gc();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
};
process.stdout.write(JSON.stringify({
  name: `Node ${process.versions.node}`,
  engine: `Node ${process.versions.node}, V8 ${process.versions.v8}`,
  groups,
  memory: withMemory ? memory(builds[WHOLE], heap, 1_000_000) : undefined,
}));
