// Bun finds packages as Node does, and takes the entry point for Node.
import { testScripts } from "./support/scripts.mjs";

testScripts("@oven/bun-linux-x64");
