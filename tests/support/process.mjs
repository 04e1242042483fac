// Programs that run next to the tests.
import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";

/** A free port. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a program whose output goes to a file. Returns { pid, log, done, ended, stop }. */
export function start(program, args, { log, ...options }) {
  const file = openSync(log, "a");
  const child = spawn(program, args, { ...options, stdio: ["ignore", file, file] });
  closeSync(file);
  const done = new Promise((resolve) => child.once("exit", resolve).once("error", resolve));
  return {
    pid: child.pid,
    log: () => readFileSync(log, "utf8"),
    /** Resolves with the exit code once it has ended, in any way. */
    done,
    ended: () => child.exitCode !== null || child.signalCode !== null,
    async stop(signal = "SIGTERM") {
      child.kill(signal);
      const timer = setTimeout(() => child.kill("SIGKILL"), 15_000);
      await done;
      clearTimeout(timer);
    },
  };
}

/**
 * Long enough that, even on a busy machine, only something that never happens takes longer. It only ends tests that
 * hang.
 */
const PATIENCE_SECONDS = 300;

/** Polls `check` until it is true, and fails with `what` if it never is. */
export async function until(what, check, everyMilliseconds = 100) {
  const end = Date.now() + PATIENCE_SECONDS * 1000;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`${what}: not within ${PATIENCE_SECONDS} s`);
    await new Promise((resolve) => setTimeout(resolve, everyMilliseconds));
  }
}
