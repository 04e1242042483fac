// Programs that run next to the tests.
import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";

/** Below the ports that systems give to connections and to whoever asks for any port. */
const PORTS = { least: 20_000, most: 32_767 };

/**
 * A free port, for a program that cannot choose one itself. Nobody else gets it by chance before the program listens, nor while
 * it is started again.
 */
export async function freePort() {
  for (let tries = 100; ; tries -= 1) {
    const server = createServer();
    const port = PORTS.least + Math.floor(Math.random() * (PORTS.most - PORTS.least));
    const error = await new Promise((resolve) => server.once("error", resolve).listen(port, "127.0.0.1", resolve));
    if (error && tries === 0) throw error;
    if (error) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
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
      const timer = setTimeout(() => child.kill("SIGKILL"), 120_000);
      await done;
      clearTimeout(timer);
    },
  };
}

/**
 * Long enough that, even on a busy machine, only something that never happens takes longer. It only ends tests that
 * hang.
 */
const PATIENCE_SECONDS = 900;

/** Polls `check` until it is true, and fails with `what` if it never is. */
export async function until(what, check, everyMilliseconds = 100) {
  const end = Date.now() + PATIENCE_SECONDS * 1000;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`${what}: not within ${PATIENCE_SECONDS} s`);
    await new Promise((resolve) => setTimeout(resolve, everyMilliseconds));
  }
}
