// Hono with its validator for Standard Schema.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sValidator } from "@hono/standard-validator";
import { Hono } from "hono";
import { honoExample } from "./support/readme.mjs";
import { assertEvent, BAD, EVENT, GOOD, MESSAGES, schema } from "./support/form.mjs";

const received = [];
const app = new Hono();
app.post("/events", sValidator("json", schema), (context) => {
  received.push(context.req.valid("json"));
  return context.json(context.req.valid("json"), 201);
});
const told = sValidator("json", schema, (result, context) => (result.success ? undefined : context.json(
  Object.fromEntries(result.error.map(({ path, message }) => [path.join("."), message])), 422)));
app.post("/told", told, (context) => context.body(null, 204));

const post = (path, body) => app.request(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

test("Hono: a good request gives the handler the frozen event", async () => {
  const response = await post("/events", GOOD);
  assert.equal(response.status, 201);
  assert.deepEqual(await response.json(), EVENT);
  assertEvent(received.pop());
});

test("Hono: a faulty request is refused, with each message and its path", async () => {
  const response = await post("/events", BAD);
  assert.equal(response.status, 400);
  const { error } = await response.json();
  assert.deepEqual(Object.fromEntries(error.map(({ path, message }) => [path.join("."), message])), MESSAGES);
  assert.equal(received.length, 0);
});

test("Hono: the guide's example works", async () => {
  const [imports, code] = honoExample.split("\n\n");
  assert.equal(imports, 'import { sValidator } from "@hono/standard-validator";');
  const app = new Hono();
  Function("app", "schema", "sValidator", code)(app, schema, sValidator);
  const request = (body) => app.request("/events", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  assert.deepEqual(await (await request(GOOD)).json(), EVENT);
  assert.equal((await request(BAD)).status, 400);
});

test("Hono: the server's own hook gets the issues", async () => {
  const response = await post("/told", BAD);
  assert.equal(response.status, 422);
  assert.deepEqual(await response.json(), MESSAGES);
  assert.equal((await post("/told", GOOD)).status, 204);
});
