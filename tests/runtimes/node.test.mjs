// Node, from the oldest that the package promises to the newest.
import { testScripts } from "./support/scripts.mjs";

for (const name of ["node-20", "node-22", "node-24", "node-26"]) testScripts(name);
