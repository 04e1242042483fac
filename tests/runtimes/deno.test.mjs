// Deno finds packages as Node does where there is a package.json. The entry point asks for one leave: to read its module.
import { testScripts } from "./support/scripts.mjs";

testScripts("@deno/linux-x64-glibc", ["run", "--no-prompt", "--allow-read"]);
