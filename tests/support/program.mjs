// Runs a framework's own programs until they end or serve.
import { spawn } from "node:child_process";

const PATIENCE_SECONDS = 900;

const start = (args, { program = process.execPath, cwd, env }) =>
  spawn(program, args, { cwd, env: { ...process.env, NODE_ENV: "production", CI: "1", ...env }, stdio: ["ignore", "pipe", "pipe"] });

/** Waits for a word in the output, or for a successful end. */
function heard(child, word) {
  let said = "";
  return new Promise((resolve, reject) => {
    // Before the test's own timeout, which would not show the program's output.
    const late = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`it was not done within ${PATIENCE_SECONDS} s\n${said}`));
    }, PATIENCE_SECONDS * 1000);
    const hear = (text) => {
      said += text;
      const found = word?.exec(said);
      if (!found) return;
      clearTimeout(late);
      resolve(found[0]);
    };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", hear);
    child.on("error", reject).on("close", (code) => {
      clearTimeout(late);
      if (code === 0) resolve(said);
      else reject(new Error(`it ended with ${code}\n${said}`));
    });
  });
}

/** Runs a program until it ends. */
export const ran = (args, options) => heard(start(args, options));

/** Starts a server, and calls `use` with its URL. */
export async function serving(args, options, use) {
  const server = start(args, options);
  try {
    return await use(await heard(server, /http:\/\/(?:127\.0\.0\.1|localhost):\d+/));
  } finally {
    await new Promise((resolve) => {
      server.removeAllListeners("close").on("close", resolve);
      // At a milder signal it would wait for every connection to end, and Chromium keeps one that it opened in advance.
      server.kill("SIGKILL");
    });
  }
}
