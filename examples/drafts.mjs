// A page builds the request without the secret. This server adds the secret and sends the request.
//
//     GATEWAY=ryzeapi RYZEAPI_INSTANCE=clinic RYZEAPI_TOKEN=… node examples/drafts.mjs
//
// The page checks what a guest types before anything leaves it. It knows the account but no secret. Of a draft, the
// server uses nothing but the body, and checks the account named in it; the URL and the headers are the server's own.
// Anyone who can post here can send events in your name, so put your own login in front of it. In your own project,
// import "waevent" instead.

import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { authorize, buildRequest, gateways, TargetError } from "../pkg/node.js";
import { refusal } from "./own-host.mjs";
import { send } from "./send.mjs";
import { gateway, secrets, target } from "./targets.mjs";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".wasm": "application/wasm" };
const MAX_BYTES = 64 * 1024;

// The URL and headers are those of the account, whatever the event is.
const takesPeople = gateways.find(({ id }) => id === gateway).recipients.includes("person");
const any = { to: takesPeople ? "+5511999999999" : "120363312345678901@g.us", name: "Any", start: "2037-01-01T00:00:00Z", location: "Any" };
const own = buildRequest(any, target);
if (!own.ok) throw new Error(own.issues.map(({ message }) => message).join("\n"));
const complete = authorize(own.value.request, secrets);
if (complete.missingSecrets.length > 0) throw new Error(`Set the secrets of ${gateway}: ${complete.missingSecrets.join(", ")}`);

const server = createServer(async (request, response) => {
  const answer = await handle(request).catch((error) => {
    console.error(error);
    return [500, TYPES[".html"], ""];
  });
  const [status, type, body] = answer;
  response.writeHead(status, { "Content-Type": type }).end(body);
});

async function handle(request) {
  const json = (status, value) => [status, "application/json", JSON.stringify(value)];
  const refused = refusal(request);
  if (refused) return json(refused[0], { error: refused[1] });
  const [pathname] = request.url.split("?");
  if (request.method === "POST" && pathname === "/send") {
    // Another site's page cannot send this content type without a CORS preflight.
    if (!/^application\/json\b/i.test(request.headers["content-type"] ?? "")) return json(415, { error: "Not JSON" });
    const body = await readBody(request);
    if (body === undefined) return json(400, { error: "The draft's body is missing" });
    const draft = completed(body);
    if (draft.issues) return json(400, { error: "Not the body of a draft", issues: draft.issues });
    if (accountOf(draft.body) !== accountOf(complete.body)) return json(403, { error: "Another account" });
    return json(200, await send(gateway, draft, secrets));
  }
  if (request.method !== "GET") return json(405, { error: "GET or POST" });
  if (pathname === "/target.json") return json(200, target);
  const file = pathname === "/" ? new URL("drafts.html", import.meta.url) : packageFile(pathname);
  if (file === undefined) return json(404, { error: "Not found" });
  return [200, TYPES[extname(file.pathname)], await readFile(file)];
}

/** A script of the package, or its WebAssembly module. */
function packageFile(path) {
  const [, name] = /^\/waevent\/([\w.]+\.(?:js|wasm))$/.exec(path) ?? [];
  return name && new URL(`../pkg/${name}`, import.meta.url);
}

/** The request with the page's body and the secrets, or what is wrong with the body, such as a name that occurs twice. */
function completed(body) {
  try {
    return authorize({ ...own.value.request, headers: headersOf(body), body }, secrets);
  } catch (error) {
    if (error instanceof TargetError) return { issues: error.issues };
    throw error;
  }
}

/**
 * The account's own headers. If one of them is an idempotency key, its value is the fingerprint of the event. The
 * fingerprint of any other event would stop this one from being sent, so it is replaced by the hash of the body, which
 * no page can choose freely.
 */
function headersOf(body) {
  const { request, fingerprint } = own.value;
  const key = createHash("sha256").update(body).digest("hex");
  return Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, value === fingerprint ? key : value]));
}

/**
 * The account in a body that `authorize` has written, for gateways that expect it there. `authorize` refuses repeated
 * names.
 */
function accountOf(body) {
  const { instance_id, access_token } = JSON.parse(body);
  return JSON.stringify([instance_id, access_token]);
}

/** The body of the posted draft, or undefined if there is none. */
async function readBody(request) {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) {
    // Anything beyond the limit is read and dropped: leaving the loop would close the connection before the response.
    if (text.length <= MAX_BYTES) text += chunk;
  }
  try {
    const { body } = JSON.parse(text);
    return typeof body === "string" && text.length <= MAX_BYTES ? body : undefined;
  } catch {
    return undefined;
  }
}

server.listen(Number(process.env.PORT ?? 3000), "127.0.0.1", () => {
  console.log(`Drafts for ${gateway}: http://127.0.0.1:${server.address().port}/`);
});
