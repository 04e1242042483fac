// Runs scripts in processes of their own: an entry point's state is one per process.
import { spawn } from "node:child_process";
import { consumer } from "./files.mjs";

/** Ends a program that hangs, in milliseconds: far more than any takes on a busy machine. */
const LONGEST = 300_000;

/**
 * Runs a script in the folder where the tarball is installed, without flags unless given.
 * `type` is "module" or "commonjs". Returns what it wrote and how it ended.
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

/** What a script printed, as JSON. It must end well and say nothing on the side, no warning either. */
export async function answer(code, options) {
  const { stdout, stderr, code: status, signal } = await run(code, options);
  if (status !== 0 || stderr !== "") throw new Error(`the script ended with ${status ?? signal}\n${stderr}${stdout}`);
  return JSON.parse(stdout);
}
