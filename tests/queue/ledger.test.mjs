// Who may send, in a real Redis: every order in which workers and people can meet.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withPrograms } from "./support/programs.mjs";

const INTERRUPTED = { code: "interrupted" };

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

    // What is known is not asked for again, and is outdone by nobody.
    await ledger.sent("e1", { messageId: "A" });
    assert.equal(await ledger.begin("e1", "third"), "sent");
    await ledger.settle("e1", "second", "held", INTERRUPTED);
    assert.equal(await ledger.hold("e1", INTERRUPTED), true);
    assert.equal(await ledger.stateOf("e1"), "sent");

    // It outlives a Redis that is killed.
    await redis.restart(0);
    assert.deepEqual(await ledger.counts(), { leaving: 0, sent: 1, held: 0, dead: 0 });
    assert.equal((await ledger.list("sent"))[0][1].messageId, "A");
  }));

test("a worker that was taken for dead, and lives", () =>
  withPrograms({}, async ({ ledger }) => {
    for (const [id, late, state] of [["e1", "sent", "sent"], ["e2", "held", "held"], ["e3", "dead", "dead"]]) {
      assert.equal(await ledger.begin(id, "first"), "mine");
      assert.equal(await ledger.begin(id, "second"), "leaving");
      assert.equal(await ledger.hold(id, INTERRUPTED), true);
      assert.equal(await ledger.begin(id, "third"), "held");
      if (late === "sent") await ledger.sent(id, {});
      else await ledger.settle(id, "first", late, { code: "told" });
      assert.equal(await ledger.stateOf(id), state);
      if (late !== "sent") assert.equal((await ledger.look(id)).code, "told");
    }
    // It says that nothing was sent, just before the other holds it: then it is nowhere, and may leave.
    assert.equal(await ledger.begin("e4", "first"), "mine");
    assert.equal(await ledger.begin("e4", "second"), "leaving");
    await ledger.release("e4", "first");
    assert.equal(await ledger.hold("e4", INTERRUPTED), false);
    assert.equal(await ledger.begin("e4", "second"), "mine");
    // And says so just after: it is held, as somebody may have seen it there.
    assert.equal(await ledger.hold("e4", INTERRUPTED), true);
    await ledger.release("e4", "second");
    assert.equal(await ledger.stateOf("e4"), "held");
  }));

test("somebody looked: only then it leaves again, and once for each look", () =>
  withPrograms({}, async ({ ledger }) => {
    await ledger.begin("e1", "first");
    // Texts that are cut amid a sign are no JSON to Redis.
    const event = { name: "One", note: "cut \ud83d" };
    await ledger.settle("e1", "first", "held", { code: "no_answer", event });
    const { entry, ...rest } = await ledger.look("e1");
    assert.deepEqual(rest, { state: "held", code: "no_answer", event });
    assert.equal(await ledger.begin("e1", "nobody"), "held");
    assert.equal(await ledger.begin("e1", "again", entry), "mine");
    assert.equal(await ledger.begin("e1", "other", entry), "leaving");
    await ledger.settle("e1", "again", "held", { code: "no_answer" });
    // The job may run once more, when its worker died behind the note: it was settled for the entry before.
    assert.equal(await ledger.begin("e1", "once more", entry), "held");
    assert.equal(await ledger.begin("e1", "new look", (await ledger.look("e1")).entry), "mine");
  }));

test("what an earlier worker writes late does not stand for a later request", () =>
  withPrograms({}, async ({ ledger }) => {
    for (const [id, late] of [["e1", "held"], ["e2", "dead"]]) {
      await ledger.begin(id, "first");
      await ledger.hold(id, INTERRUPTED);
      const { entry } = await ledger.look(id);
      assert.equal(await ledger.begin(id, "again", entry), "mine");
      // The first one's request was refused, say. The second one's is on its way, and may be sent.
      await ledger.settle(id, "first", late, { code: "late" });
      assert.equal(await ledger.stateOf(id), "leaving");
      await ledger.hold(id, INTERRUPTED);
      await ledger.settle(id, "first", late, { code: "late" });
      assert.equal((await ledger.look(id)).code, "interrupted");
      // That it was sent counts, whoever's it was.
      await ledger.sent(id, {});
      assert.equal(await ledger.begin(id, "third", entry), "sent");
    }
  }));
