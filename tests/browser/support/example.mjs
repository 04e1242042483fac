// Starts an example as its reader would.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The environment that makes the examples send to a stand-in. */
export function environment({ target, secrets }, url) {
  const { gateway, ...account } = target;
  const named = Object.entries({ ...account, ...secrets });
  const words = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
  return { GATEWAY: gateway, GATEWAY_URL: url, ...Object.fromEntries(named.map(([name, value]) => [`${gateway.toUpperCase()}_${words(name)}`, value])) };
}

/** Starts an example that listens on a free port; returns { url, close }. */
export async function listen(name, env) {
  const file = fileURLToPath(new URL(`../../../examples/${name}`, import.meta.url));
  const child = spawn(process.execPath, [file], { env: { PATH: process.env.PATH, PORT: "0", ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const url = await new Promise((resolve, reject) => {
    const hear = (text) => {
      said += text;
      const [found] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? [];
      if (found) resolve(found);
    };
    child.stdout.setEncoding("utf8").on("data", hear);
    child.stderr.setEncoding("utf8").on("data", hear);
    child.on("error", reject).on("exit", (code) => reject(new Error(`${name} ended with ${code}\n${said}`)));
  });
  const close = () => new Promise((resolve) => {
    child.removeAllListeners("exit").on("exit", resolve);
    child.kill();
  });
  return { url, close };
}
