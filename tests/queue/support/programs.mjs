// The example's programs, with a Redis and a gateway for tests.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { start } from "../../support/process.mjs";
import { startRedis } from "../../support/redis.mjs";
import { secrets, target } from "./gateway.mjs";

const example = fileURLToPath(new URL("../../../examples/queue-worker/", import.meta.url));

/** Calls `use` with a Redis, the programs' environment, and functions to start them; ends everything afterwards. */
export async function withPrograms(settings, use) {
  const folder = mkdtempSync(join(tmpdir(), "waevent-queue-"));
  const redis = await startRedis(join(folder, "redis"));
  const account = { GATEWAY: "ryzeapi", RYZEAPI_INSTANCE: target.instance, REDIS_URL: redis.url, ...settings };
  const programs = [];
  const launch = (name, args, env) => {
    const log = join(folder, `${name}-${programs.length}.log`);
    const program = start(process.execPath, [join(example, `${name}.mjs`), ...args], { cwd: folder, env: { PATH: process.env.PATH, ...account, ...env }, log });
    programs.push(program);
    return program;
  };
  const modules = await load(account);
  const connection = modules.connect();
  const queue = modules.openQueue(connection);
  const ledger = new modules.Ledger(connection);
  try {
    await use({
      folder,
      redis,
      connection,
      queue,
      ledger,
      modules,
      /** Starts a program that has no secret. */
      run: (name, args = [], env = {}) => launch(name, args, env),
      /** Starts the worker, which has the secret. */
      worker: (env = {}) => launch("worker", [], { RYZEAPI_TOKEN: secrets.token, ...env }),
    });
  } finally {
    await Promise.all(programs.filter((each) => !each.ended()).map((each) => each.stop("SIGKILL")));
    await queue.close();
    connection.disconnect();
    await redis.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The example's modules, which read the environment when they are loaded: a test file can load them only once. */
async function load(account) {
  Object.assign(process.env, account);
  const [queue, { Ledger }, progress] = await Promise.all(["queue", "ledger", "progress"].map((name) => import(join(example, `${name}.mjs`))));
  return { ...queue, Ledger, ...progress };
}
