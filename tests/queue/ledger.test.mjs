// Who may send, in a real Redis: every order in which workers can meet.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withPrograms } from "./support/programs.mjs";

test("the ledger lets each booking leave once", () =>
  withPrograms({}, async ({ ledger, redis }) => {
    // The first worker's; and again, as when Redis's answer was lost.
    assert.equal(await ledger.begin("e1", "first"), "mine");
    assert.equal(await ledger.begin("e1", "first"), "mine");
    assert.equal(await ledger.begin("e1", "second"), "leaving");
    assert.equal(await ledger.stateOf("e1"), "leaving");

    // Another's mark is not taken back; its own is, and then it may leave.
    await ledger.release("e1", "second");
    assert.equal(await ledger.begin("e1", "second"), "leaving");
    await ledger.release("e1", "first");
    assert.equal(await ledger.stateOf("e1"), undefined);
    assert.equal(await ledger.begin("e1", "second"), "mine");

    // What is known is not asked for again.
    await ledger.finish("e1", "sent", { messageId: "A" });
    assert.equal(await ledger.begin("e1", "third"), "sent");
    assert.equal(await ledger.begin("e1", "third", { again: true }), "sent");

    // A worker that took another for dead does not outdo what that one writes later, nor before.
    await ledger.finish("e1", "held", { code: "interrupted" });
    assert.equal(await ledger.stateOf("e1"), "sent");
    await ledger.finish("e2", "held", { code: "interrupted" });
    assert.equal(await ledger.begin("e2", "late"), "held");
    await ledger.finish("e2", "sent", { messageId: "B" });
    assert.equal(await ledger.stateOf("e2"), "sent");
    assert.deepEqual(await ledger.list("held"), []);

    // Somebody looked: only then it leaves again, and once.
    await ledger.finish("e3", "held", { code: "no_answer", event: { name: "Three" } });
    assert.deepEqual(await ledger.look("e3"), { state: "held", code: "no_answer", event: { name: "Three" } });
    assert.equal(await ledger.begin("e3", "again", { again: true }), "mine");
    assert.equal(await ledger.begin("e3", "other", { again: true }), "leaving");
    assert.equal(await ledger.stateOf("e3"), "leaving");
    await ledger.finish("e4", "dead", { code: "invalid_number" });

    assert.deepEqual(await ledger.counts(), { leaving: 1, sent: 2, held: 0, dead: 1 });
    // All of it outlives a Redis that is killed.
    await redis.restart(0);
    assert.deepEqual(await ledger.counts(), { leaving: 1, sent: 2, held: 0, dead: 1 });
  }));
