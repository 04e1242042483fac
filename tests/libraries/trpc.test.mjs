// tRPC, whose procedures accept a Standard Schema.
import assert from "node:assert/strict";
import { test } from "node:test";
import { initTRPC, TRPCError } from "@trpc/server";
import { assertEvent, BAD, GOOD, MESSAGES, schema } from "./support/form.mjs";

const { procedure, router, createCallerFactory } = initTRPC.create();
const received = [];
const caller = createCallerFactory(router({ send: procedure.input(schema).mutation(({ input }) => received.push(input)) }))({});

test("tRPC: a good call gives the procedure the frozen event", async () => {
  await caller.send(GOOD);
  assertEvent(received.pop());
});

test("tRPC: a faulty call is refused, with each message and its path", async () => {
  await assert.rejects(caller.send(BAD), (error) => {
    assert.ok(error instanceof TRPCError);
    assert.equal(error.code, "BAD_REQUEST");
    assert.deepEqual(Object.fromEntries(error.cause.issues.map(({ path, message }) => [path.join("."), message])), MESSAGES);
    return true;
  });
  assert.equal(received.length, 0);
});
