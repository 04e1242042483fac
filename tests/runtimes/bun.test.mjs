// Bun resolves packages like Node, and uses the entry point for Node.
import { testScripts } from "./support/scripts.mjs";

testScripts("@oven/bun-linux-x64");
