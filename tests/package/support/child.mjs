// Runs scripts in their own processes, because an entry point's state exists once per process.
import { spawn } from "node:child_process";
import { consumer } from "./files.mjs";

/** The time in milliseconds after which a hanging program is ended. It is far more than any needs on a busy machine. */
const LONGEST = 900_000;

/**
 * Runs a script in the folder where the tarball is installed, by default without flags. `type` is "module" or
 * "commonjs". Returns its output and how it ended.
 */
export function run(code, { type = "module", flags = [], env = {}, cwd = consumer() } = {}) {
  return start([...flags, `--input-type=${type}`, "--eval", code], { env, cwd });
}

/** Runs Node, or another program, with these arguments. */
export function start(args, { program = process.execPath, env = {}, cwd = consumer() } = {}) {
  const { NODE_OPTIONS, NODE_TEST_CONTEXT, ...inherited } = process.env;
  const child = spawn(program, args, { cwd, env: { ...inherited, ...env }, timeout: LONGEST, stdio: ["ignore", "pipe", "pipe"] });
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"]) child[name].setEncoding("utf8").on("data", (text) => { said[name] += text; });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ ...said, code, signal }));
  });
}

/** What a script printed, parsed as JSON. The script must succeed and write nothing to stderr, not even a warning. */
export async function answer(code, options) {
  const { stdout, stderr, code: status, signal } = await run(code, options);
  if (status !== 0 || stderr !== "") throw new Error(`the script ended with ${status ?? signal}\n${stderr}${stdout}`);
  return JSON.parse(stdout);
}
