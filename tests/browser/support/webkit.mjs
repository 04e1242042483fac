// WebKit's own browser on a virtual screen, through its driver: https://www.w3.org/TR/webdriver2/
//
// Implements as much of Playwright's `page` as the tests use. What a page logs cannot be read, but missing results
// reveal a failure.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { freePort, until } from "../../support/process.mjs";

const POLL = 25;

/** The fixture `page`. */
export async function openWebKit({}, use) {
  const screen = spawn(process.env.XVFB ?? "Xvfb", ["-displayfd", "3", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const display = await firstLine(screen.stdio[3]);
  const port = await freePort();
  const driver = spawn(process.env.WEBKITDRIVER ?? "WebKitWebDriver", [`--port=${port}`], { stdio: "ignore", env: { ...process.env, DISPLAY: `:${display}` } });
  try {
    const session = await open(`http://127.0.0.1:${port}/session`, driver);
    await use(pageOf(session));
    await session("DELETE", "");
  } finally {
    for (const child of [driver, screen]) {
      const ended = new Promise((resolve) => child.on("close", resolve));
      child.kill();
      await ended;
    }
  }
}

/**
 * How long a script and a page may take, in milliseconds. By default a script has 30 seconds, and the shortest waits while the
 * page's thread runs all cases.
 */
const timeouts = { script: 600_000, pageLoad: 600_000 };

/** Starts a session as soon as the driver listens. */
async function open(url, driver) {
  let opened;
  await until("the driver listens", async () => {
    if (driver.exitCode !== null) throw new Error(`the driver ended with ${driver.exitCode}`);
    try {
      opened = await send("POST", url, { capabilities: { alwaysMatch: { timeouts } } });
    } catch (error) {
      if (error.cause?.code !== "ECONNREFUSED") throw error;
    }
    return opened !== undefined;
  }, POLL);
  return (method, path, body) => send(method, `${url}/${opened.sessionId}${path}`, body);
}

async function send(method, url, body) {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

function pageOf(session) {
  const evaluate = async (use, argument) => {
    const script = `const [argument, done] = arguments;
      Promise.resolve(argument).then(${use}).then((value) => done({ value }), (error) => done({ error: String(error?.stack ?? error) }));`;
    const { value, error } = await session("POST", "/execute/async", { script, args: [argument ?? null] });
    if (error !== undefined) throw new Error(error);
    return value;
  };
  /** https://www.w3.org/TR/webdriver2/#actions */
  const pointer = (...actions) => session("POST", "/actions", { actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }] });
  return {
    on() {},
    mouse: {
      move: (x, y) => pointer({ type: "pointerMove", x: Math.round(x), y: Math.round(y) }),
      down: () => pointer({ type: "pointerDown", button: 0 }),
      up: () => pointer({ type: "pointerUp", button: 0 }),
    },
    evaluate,
    goto: (url) => session("POST", "/url", { url }),
    url: () => session("GET", "/url"),
    title: () => session("GET", "/title"),
    async waitForFunction(use, argument, { timeout }) {
      for (const end = Date.now() + timeout; Date.now() < end; await wait()) {
        const value = await evaluate(use, argument);
        if (value) return { jsonValue: async () => value };
      }
      throw new Error(`nothing after ${timeout} ms`);
    },
  };
}

const wait = () => new Promise((resolve) => setTimeout(resolve, POLL));

const firstLine = (stream) => new Promise((resolve) => createInterface(stream).on("line", resolve));
