// The programs around the queue: what they submit and report, and how somebody settles what is held.
import assert from "node:assert/strict";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { freePort, until } from "../support/process.mjs";
import { secrets, startGateway } from "./support/gateway.mjs";
import { booking, faultOf, isUnknown, respelled } from "./support/plan.mjs";
import { withPrograms } from "./support/programs.mjs";

/** The first booking that meets this fault. */
const withFault = (wanted) => Array.from({ length: 2000 }, (_, at) => booking(at)).find(({ name }) => wanted(faultOf(name)));

test("bookings are submitted by file and over HTTP, sent, held and settled", async () => {
  const gateway = await startGateway();
  try {
    await withPrograms({ GATEWAY_URL: gateway.url, REQUESTS_PER_MINUTE: "600", SEND_TIMEOUT_SECONDS: "20", LOCK_SECONDS: "30" }, async ({ folder, run, worker, ledger, queue, modules }) => {
      const good = withFault((fault) => fault === "none");
      const doubtful = withFault(isUnknown);
      const refused = withFault((fault) => fault === "refused");

      // From a file: issues are reported by line, and the other lines are still submitted.
      const file = join(folder, "bookings.ndjson");
      writeFileSync(file, `${JSON.stringify(good)}\n\n{"name":\n${JSON.stringify({ ...good, name: "" })}\n${JSON.stringify(respelled(good))}\n`);
      const enqueue = run("enqueue", [file]);
      assert.equal(await enqueue.done, 1);
      assert.match(enqueue.log(), /^line 3: input: /m);
      assert.match(enqueue.log(), /^line 4: name: Give the event a name\.$/m);
      assert.match(enqueue.log(), /^1 queued, 1 known already, 2 faulty$/m);

      // Over HTTP.
      const endpoint = run("endpoint", [], { PORT: "0" });
      await until("the endpoint starts", () => endpoint.log().includes("http://"));
      const url = /http:\S+/.exec(endpoint.log())[0];
      const post = async (body, type = "application/json") => {
        const reply = await fetch(url, { method: "POST", headers: { "content-type": type }, body });
        return [reply.status, await reply.json()];
      };
      assert.equal((await post(JSON.stringify(doubtful)))[0], 202);
      assert.equal((await post(JSON.stringify(refused)))[0], 202);
      const known = async () => { const [status, { status: word, state }] = await post(JSON.stringify(respelled(good))); return [status, word, state]; };
      assert.deepEqual(await known(), [200, "known", "queued"]);
      const [status, { issues }] = await post(JSON.stringify({ ...good, name: "" }));
      assert.deepEqual([status, issues.map(({ code }) => code)], [422, ["required"]]);
      assert.equal((await post("{"))[0], 400);
      // "João" in Windows-1252: no letter may be replaced and then sent.
      assert.equal((await post(Buffer.from(JSON.stringify({ ...good, name: "João" }), "latin1")))[0], 400);
      assert.equal((await post("{}", "text/plain"))[0], 415);
      assert.equal((await post(JSON.stringify({ name: "x".repeat(70_000) })))[0], 413);
      assert.equal((await fetch(url)).status, 405);

      // A worker without its secret reports that and ends.
      const poor = run("worker");
      assert.notEqual(await poor.done, 0);
      assert.match(poor.log(), /Set the secrets of ryzeapi: token/);

      const sender = worker();
      const progress = run("progress");
      assert.equal(await progress.done, 0);
      assert.match(progress.log(), /queued 0 {2}sending 0 {2}later 0 {2}sent 1 {2}held 1 {2}dead 1 /);
      assert.equal(gateway.taken.get(good.name), 1);

      // Sent, and submitted again after the queue has forgotten the job.
      assert.deepEqual(await known(), [200, "known", "sent"]);
      assert.deepEqual((await post(JSON.stringify(refused)))[1].state, "dead");
      const anew = run("enqueue", [file]);
      await anew.done;
      writeFileSync(file, [doubtful, refused].map((each) => `${JSON.stringify(each)}\n`).join(""));
      const stuck = run("enqueue", [file]);
      await stuck.done;
      assert.match(stuck.log(), /^0 queued, 2 known already, 0 faulty\nOf those known: 1 held, 1 dead, 0 given up\. /m);
      assert.ok(!anew.log().includes("Of those known"));

      // The lists say what happened and why.
      const lists = run("lists");
      await lists.done;
      const [[held, about]] = await ledger.list("held");
      assert.match(lists.log(), new RegExp(`May have been sent[^]*: 1\n {2}${held} {2}${doubtful.name} {2}\\w+: .*\n {6}since 20\\S+Z, to \\+55 11 9\\S+, starts 20\\S+\nWas not sent[^]*: 1\n {2}e[0-9a-f]{32} {2}${refused.name} {2}invalid_number: `));
      assert.equal(about.retry, "check_first");

      // Only what is held or dead can be settled.
      for (const [words, why] of [[["again", "e123"], /"e123" is neither held nor dead/], [["sent"], /"" is neither/], [["drop", held], /Unknown command "drop"/]]) {
        const wrong = run("lists", words);
        assert.equal(await wrong.done, 1);
        assert.match(wrong.log(), why);
      }
      // It was not in the chat, so it is sent again, once.
      const before = gateway.requests.get(doubtful.name);
      const both = run("lists", ["again", "e123", held]);
      assert.equal(await both.done, 1);
      assert.match(both.log(), new RegExp(`"e123" is neither held nor dead\\.\n${held} is queued again\n`));
      await until("it is sent again", async () => (await ledger.stateOf(held)) === "sent");
      assert.equal(gateway.requests.get(doubtful.name), before + 1);
      // The other one was sent manually, as somebody reports.
      const [[dead]] = await ledger.list("dead");
      assert.equal(await run("lists", ["sent", dead, "3EB0A"]).done, 0);
      assert.deepEqual(await modules.counts(queue, ledger), { queued: 0, active: 0, delayed: 0, sent: 3, held: 0, dead: 0, givenUp: 0 });

      // Both end at SIGTERM, even with a silent connection open to the endpoint.
      const silent = connect(Number(new URL(url).port), "127.0.0.1").on("error", () => {});
      await once(silent, "connect");
      for (const each of [sender, endpoint]) {
        await each.stop();
        assert.equal(await each.done, 0);
      }
      for (const each of [enqueue, endpoint, sender, lists]) assert.ok(!each.log().includes(secrets.token));
    });
  } finally {
    await gateway.close();
  }
});

test("an unreachable gateway is tried again later", async () => {
  const url = `http://127.0.0.1:${await freePort()}`;
  await withPrograms({ GATEWAY_URL: url, REQUESTS_PER_MINUTE: "600" }, async ({ folder, run, worker, queue, ledger }) => {
    const file = join(folder, "one.ndjson");
    writeFileSync(file, JSON.stringify(booking(1)));
    await run("enqueue", [file]).done;
    worker();
    const waiting = async () => (await queue.getJobs(["delayed"]))[0];
    await until("it waits", waiting);
    assert.deepEqual(await ledger.counts(), { leaving: 0, sent: 0, held: 0, dead: 0 });
    const job = await waiting();
    assert.equal(job.data.tries, 1);
    assert.ok(job.delay >= 4_000 && job.delay <= 6_000, `${job.delay} ms`);
    // Nobody can settle what is still under way.
    const early = run("lists", ["again", job.id]);
    assert.equal(await early.done, 1);
    assert.match(early.log(), /is still in the queue/);

    // After the tenth attempt it is given up, and the list says why.
    await job.updateData({ ...job.data, tries: 9 });
    await job.promote();
    await until("it is dead", async () => (await ledger.counts()).dead === 1);
    const [[, { code, tries }]] = await ledger.list("dead");
    assert.deepEqual([code, tries], ["unreachable", 10]);
  });
});

test("a booking whose start has passed by now is dead, unless it may have been sent", async () => {
  const gateway = await startGateway();
  try {
    await withPrograms({ GATEWAY_URL: gateway.url, REQUESTS_PER_MINUTE: "600" }, async ({ worker, queue, ledger, modules }) => {
      const past = { ...booking(1), start: "2020-01-01T00:00:00Z" };
      const ids = ["Waiting", "Leaving"].map((name) => modules.jobId(modules.drafts().build({ ...booking(1), name }).value.fingerprint));
      await ledger.begin(ids[1], "a worker that died");
      for (const [at, id] of ids.entries()) await queue.add("event", { event: { ...past, name: ["Waiting", "Leaving"][at] } }, { jobId: id, removeOnComplete: true });
      worker();
      await until("both are done", async () => (await queue.getJobCounts("wait", "active")).wait === 0 && (await ledger.counts()).held === 1);
      const [[, dead]] = await ledger.list("dead");
      assert.deepEqual([dead.event.name, dead.code, dead.issues[0].code], ["Waiting", "faulty", "time_past"]);
      const [[, held]] = await ledger.list("held");
      assert.deepEqual([held.event.name, held.code], ["Leaving", "interrupted"]);
      assert.equal(gateway.arrivals.length, 0);
    });
  } finally {
    await gateway.close();
  }
});

test("a pause can be made longer, but never shorter", () =>
  withPrograms({}, async ({ connection, queue, modules }) => {
    const left = async () => connection.pttl(queue.toKey("limiter"));
    await modules.pause(connection, queue, 300_000);
    await modules.pause(connection, queue, 2_000);
    assert.ok((await left()) > 290_000);
    await modules.pause(connection, queue, 400_000);
    assert.ok((await left()) > 390_000);
  }));

test("a job that fails in a worker is reported and kept, and continues when somebody says so", async () => {
  const gateway = await startGateway();
  try {
    await withPrograms({ GATEWAY_URL: gateway.url, REQUESTS_PER_MINUTE: "600" }, async ({ folder, connection, run, worker, queue, ledger }) => {
      const event = withFault((fault) => fault === "none");
      const file = join(folder, "one.ndjson");
      writeFileSync(file, JSON.stringify(event));
      await run("enqueue", [file]).done;
      const [job] = await queue.getJobs(["wait"]);
      const { id } = job;
      await job.remove();
      // The ledger's key in Redis has the wrong type, and the job has only one attempt.
      await connection.set("waevent:sent", "no hash");
      await queue.add("event", { event }, { jobId: id, removeOnComplete: true, attempts: 1 });
      worker();
      await until("it is given up", async () => (await queue.getJobCounts("failed")).failed === 1);
      await connection.del("waevent:sent");
      const [progress, lists] = [run("progress"), run("lists")];
      await Promise.all([progress.done, lists.done]);
      assert.match(progress.log(), /dead 0 {2}given up 1 /);
      assert.match(lists.log(), new RegExp(`Given up: ${id} {2}${event.name} {2}.*WRONGTYPE`));
      assert.equal(await run("lists", ["again", id]).done, 0);
      await until("it is sent", async () => (await ledger.stateOf(id)) === "sent");
      assert.equal(gateway.taken.get(event.name), 1);
    });
  } finally {
    await gateway.close();
  }
});

test("one command starts everything, and ends when nothing is left to do", () =>
  withPrograms({}, async ({ run }) => {
    const bookings = Array.from({ length: 60 }, (_, at) => booking(at));
    const demo = run("demo", ["60"]);
    assert.equal(await demo.done, 0);
    const held = bookings.filter(({ name }) => isUnknown(faultOf(name)));
    const dead = bookings.filter(({ name }) => faultOf(name) === "refused");
    assert.ok(held.length > 0, "the plan holds some");
    const sent = bookings.length - held.length - dead.length;
    assert.match(demo.log(), /^60 queued, 0 known already, 0 faulty$/m);
    assert.match(demo.log(), new RegExp(`^queued 0 {2}sending 0 {2}later 0 {2}sent ${sent} {2}held ${held.length} {2}dead ${dead.length} `, "m"));
    for (const { name } of [...held, ...dead]) assert.match(demo.log(), new RegExp(`  ${name}  \\w+: `));
    assert.ok(!demo.log().includes(secrets.token));
  }));
