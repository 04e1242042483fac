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

    // A worker that took another for dead does not outdo what that one writes, later or before.
    await ledger.hold("e1", { code: "interrupted" });
    await ledger.finish("e1", "held", { code: "interrupted" });
    assert.equal(await ledger.stateOf("e1"), "sent");
    assert.equal(await ledger.begin("e2", "first"), "mine");
    await ledger.hold("e2", { code: "interrupted" });
    assert.equal(await ledger.begin("e2", "late"), "held");
    await ledger.finish("e2", "sent", { messageId: "B" });
    assert.equal(await ledger.stateOf("e2"), "sent");
    await ledger.finish("e4", "dead", { code: "invalid_number" });
    await ledger.hold("e4", { code: "interrupted" });
    assert.equal(await ledger.stateOf("e4"), "dead");
    assert.deepEqual(await ledger.list("held"), []);

    // Somebody looked: only then it leaves again, and once for each look.
    await ledger.finish("e3", "held", { code: "no_answer", event: { name: "Three" } });
    const { entry, ...rest } = await ledger.look("e3");
    assert.deepEqual(rest, { state: "held", code: "no_answer", event: { name: "Three" } });
    assert.equal(await ledger.begin("e3", "again", entry), "mine");
    assert.equal(await ledger.begin("e3", "other", entry), "leaving");
    await ledger.finish("e3", "held", { code: "no_answer" });
    // The job that was handed in again may run once more, when its worker died behind the note: it was settled for that entry.
    assert.equal(await ledger.begin("e3", "once more", entry), "held");
    assert.equal(await ledger.begin("e3", "new look", (await ledger.look("e3")).entry), "mine");

    assert.deepEqual(await ledger.counts(), { leaving: 1, sent: 2, held: 0, dead: 1 });
    // All of it outlives a Redis that is killed.
    await redis.restart(0);
    assert.deepEqual(await ledger.counts(), { leaving: 1, sent: 2, held: 0, dead: 1 });
  }));
