// Deno resolves packages like Node if there is a package.json. The entry point needs one permission: to read its
// module.
import { testScripts } from "./support/scripts.mjs";

testScripts("@deno/linux-x64-glibc", ["run", "--no-prompt", "--allow-read"]);
