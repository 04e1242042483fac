// Bun finds packages as Node does, and takes the door for Node.
import { testScripts } from "./support/scripts.mjs";

testScripts("@oven/bun-linux-x64");
