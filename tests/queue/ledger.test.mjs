// Who may send, decided in a real Redis: every order in which workers and people can act.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withPrograms } from "./support/programs.mjs";

const INTERRUPTED = { code: "interrupted" };

test("the ledger lets each booking leave once", () =>
  withPrograms({}, async ({ ledger, redis }) => {
    // The first worker's mark, written twice, as when Redis's reply was lost.
    assert.equal(await ledger.begin("e1", "first"), "mine");
    assert.equal(await ledger.begin("e1", "first"), "mine");
    assert.equal(await ledger.begin("e1", "second"), "leaving");
    assert.equal(await ledger.stateOf("e1"), "leaving");

    // Another worker's mark is not removed. Its own is, and then the booking may leave.
    await ledger.release("e1", "second");
    assert.equal(await ledger.begin("e1", "second"), "leaving");
    await ledger.release("e1", "first");
    assert.equal(await ledger.stateOf("e1"), undefined);
    assert.equal(await ledger.begin("e1", "second"), "mine");

    // A known outcome is final: the booking may not leave again, and nothing replaces the outcome.
    await ledger.sent("e1", { messageId: "A" });
    assert.equal(await ledger.begin("e1", "third"), "sent");
    await ledger.settle("e1", "second", "held", INTERRUPTED);
    assert.equal(await ledger.hold("e1", INTERRUPTED), true);
    assert.equal(await ledger.stateOf("e1"), "sent");

    // It survives a Redis that is killed.
    await redis.restart(0);
    assert.deepEqual(await ledger.counts(), { leaving: 0, sent: 1, held: 0, dead: 0 });
    assert.equal((await ledger.list("sent"))[0][1].messageId, "A");
  }));

test("what a worker that was taken for dead reports later counts", () =>
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
    // It reports that nothing was sent just before the other worker holds the booking: then the booking has no state,
    // and may leave.
    assert.equal(await ledger.begin("e4", "first"), "mine");
    assert.equal(await ledger.begin("e4", "second"), "leaving");
    await ledger.release("e4", "first");
    assert.equal(await ledger.hold("e4", INTERRUPTED), false);
    assert.equal(await ledger.begin("e4", "second"), "mine");
    // It reports that just after: the booking stays held, because somebody may have seen it in the list.
    assert.equal(await ledger.hold("e4", INTERRUPTED), true);
    await ledger.release("e4", "second");
    assert.equal(await ledger.stateOf("e4"), "held");
  }));

test("a held booking leaves again only after somebody settled its entry, and once per entry", () =>
  withPrograms({}, async ({ ledger }) => {
    await ledger.begin("e1", "first");
    // A text cut inside a surrogate pair is not JSON to Redis.
    const event = { name: "One", note: "cut \ud83d" };
    await ledger.settle("e1", "first", "held", { code: "no_answer", event });
    const { entry, ...rest } = await ledger.look("e1");
    assert.deepEqual(rest, { state: "held", code: "no_answer", event });
    assert.equal(await ledger.begin("e1", "nobody"), "held");
    assert.equal(await ledger.begin("e1", "again", entry), "mine");
    assert.equal(await ledger.begin("e1", "other", entry), "leaving");
    await ledger.settle("e1", "again", "held", { code: "no_answer" });
    // If its worker dies after writing the outcome, the job may run again, but only the earlier entry was settled.
    assert.equal(await ledger.begin("e1", "once more", entry), "held");
    assert.equal(await ledger.begin("e1", "new look", (await ledger.look("e1")).entry), "mine");
  }));

test("what an earlier worker records late is not about a later request", () =>
  withPrograms({}, async ({ ledger }) => {
    for (const [id, late] of [["e1", "held"], ["e2", "dead"]]) {
      await ledger.begin(id, "first");
      await ledger.hold(id, INTERRUPTED);
      const { entry } = await ledger.look(id);
      assert.equal(await ledger.begin(id, "again", entry), "mine");
      // For example, the first worker's request was refused. The second one's is under way, and may be sent.
      await ledger.settle(id, "first", late, { code: "late" });
      assert.equal(await ledger.stateOf(id), "leaving");
      await ledger.hold(id, INTERRUPTED);
      await ledger.settle(id, "first", late, { code: "late" });
      assert.equal((await ledger.look(id)).code, "interrupted");
      // A report that it was sent always counts, whichever request it was.
      await ledger.sent(id, {});
      assert.equal(await ledger.begin(id, "third", entry), "sent");
    }
  }));
