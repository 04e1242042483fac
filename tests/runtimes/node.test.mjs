// Node, from the oldest supported version to the newest.
import { testScripts } from "./support/scripts.mjs";

for (const name of ["node-20", "node-22", "node-24", "node-26"]) testScripts(name);
