// How long the package takes to start in Node, each time in a fresh process.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { INLINE, OTHER, WHOLE } from "../names.mjs";
import { turns } from "../turns.mjs";

const at = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Returns a group: from the import until the first time is parsed. */
export async function inNode({ rounds, other }) {
  const entries = { [WHOLE]: at("../../pkg/node.js"), [INLINE]: at("../../pkg/inline-node.js"), ...(other && { [OTHER]: join(other, "node.js") }) };
  const times = await turns(Object.keys(entries), rounds, (name) =>
    Number(execFileSync(process.execPath, [at("first-result.mjs"), entries[name]], { encoding: "utf8" })));
  return { what: "in Node, from the import until a time is parsed", references: [WHOLE], times };
}
