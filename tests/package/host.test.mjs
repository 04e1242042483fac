// The host must not affect results: neither its zone nor its language. Many calls must not fill its memory.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answer } from "./support/child.mjs";
import { load } from "./support/files.mjs";
import { everyAnswer } from "./support/sample.mjs";

const sample = JSON.stringify(new URL("./support/sample.mjs", import.meta.url).href);
const expected = everyAnswer(await load());

for (const [TZ, offset] of [["America/New_York", 300], ["Asia/Kolkata", -330], ["UTC", 0]]) {
  test(`the host's zone ${TZ} changes nothing`, async () => {
    const told = await answer(`
      import * as entryPoint from "waevent";
      import { everyAnswer } from ${sample};
      const local = entryPoint.parseTime("2031-01-15T12:00:00");
      console.log(JSON.stringify({ offset: new Date(2031, 0, 15).getTimezoneOffset(), answers: everyAnswer(entryPoint), local: local.issues?.map(({ code }) => code) }));
    `, { env: { TZ } });
    // The zone was really in effect.
    assert.equal(told.offset, offset);
    assert.equal(told.answers, expected);
    assert.deepEqual(told.local, ["time_zone_missing"]);
  });
}

test("the host's language changes nothing", async () => {
  const told = await answer(`
    import * as entryPoint from "waevent";
    import { everyAnswer } from ${sample};
    console.log(JSON.stringify({ decimal: Intl.NumberFormat().format(1.5), answers: everyAnswer(entryPoint) }));
  `, { env: { LC_ALL: "de_DE.UTF-8", LANG: "de_DE.UTF-8", LANGUAGE: "de" } });
  assert.equal(told.decimal, "1,5");
  assert.equal(told.answers, expected);
});

test("different spellings of a zone do not leave formatters in the host's memory", async () => {
  const told = await answer(`
    import { parseTime } from "waevent";
    // A host's formatter takes about 30 kB. WeakRefs show which ones the garbage collector has kept.
    const { DateTimeFormat } = Intl;
    const made = [];
    Intl.DateTimeFormat = function (...given) { const one = new DateTimeFormat(...given); made.push(new WeakRef(one)); return one; };
    const zone = "america/new_york";
    for (let round = 0; round < 2000; round += 1) {
      const timeZone = [...zone].map((character, at) => ((round >> at) & 1 ? character.toUpperCase() : character)).join("");
      if (!parseTime("2037-07-15T10:00", { timeZone }).ok) throw new Error(timeZone);
      if (round % 100 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
    gc();
    console.log(JSON.stringify({ made: made.length, held: made.filter((one) => one.deref() !== undefined).length }));
  `, { flags: ["--expose-gc"] });
  assert.ok(told.made >= 1 && told.held <= 100, JSON.stringify(told));
});

/**
 * Starts the package, watches its instance's memory and table while it works in rounds, and prints both after each
 * round.
 */
const measured = (count, work) => answer(`
  import * as entryPoint from "waevent/slim";
  import { readFileSync } from "node:fs";
  import { EVENT, TARGETS } from ${sample};
  let exports;
  const { Instance } = WebAssembly;
  WebAssembly.Instance = function (...given) { const made = new Instance(...given); exports = made.exports; return made; };
  entryPoint.initSync(readFileSync("node_modules/waevent/waevent_bg.wasm"));
  const parts = Object.values(exports);
  const memory = parts.find((part) => part instanceof WebAssembly.Memory);
  const table = parts.find((part) => part instanceof WebAssembly.Table);
  const rounds = [];
  const work = ${work};
  for (let round = 0; round < 4; round += 1) {
    for (let at = 0; at < ${count / 4}; at += 1) {
      work(at);
      // Dropped objects are freed between tasks, after the garbage collector has run.
      if (at % 1000 === 0) { gc(); await new Promise((resolve) => setTimeout(resolve, 0)); }
    }
    gc();
    await new Promise((resolve) => setTimeout(resolve, 20));
    gc();
    rounds.push({ memory: memory.buffer.byteLength, table: table.length, heap: process.memoryUsage().heapUsed });
  }
  console.log(JSON.stringify(rounds));
`, { flags: ["--expose-gc"] });

const works = {
  // Most events are short and good; some have warnings, some are faulty, and of some the event is read.
  "200,000 builds": [200_000, `((builders) => (at) => {
    const input = at % 23 === 0 ? { ...EVENT } : { to: EVENT.to, name: "Booking " + at, start: EVENT.start };
    if (at % 17 === 0) input.name = undefined;
    const built = builders[at % 16 === 0 ? at / 16 % builders.length : 0].build(input);
    if (at % 19 === 0 && built.ok) built.value.event.name;
  })(TARGETS.map((target) => entryPoint.createBuilder(target)))`],
  "8,000 builders and single calls": [8000, `(at) => {
    const target = TARGETS[at % TARGETS.length];
    if (at % 4 === 0) entryPoint.createBuilder(target).build(EVENT);
    else if (at % 4 === 1) entryPoint.authorize(entryPoint.buildRequest(EVENT, target).value.request, { token: "t", accessToken: "a" });
    else if (at % 4 === 2) entryPoint.parseTime(at % 8 === 2 ? "x" : "2037-01-01T00:00:00Z");
    else try { entryPoint.createBuilder({ gateway: "ryzeapi", instance: ".." }); } catch {}
  }`],
};

for (const [name, [count, work]] of Object.entries(works)) {
  test(`memory does not grow with ${name}`, async () => {
    const [warm, ...later] = await measured(count, work);
    for (const round of later) {
      const why = JSON.stringify([warm, ...later]);
      assert.equal(round.memory, warm.memory, `the module's memory grew: ${why}`);
      assert.equal(round.table, warm.table, `the module's table grew: ${why}`);
      assert.ok(round.heap < warm.heap + 3e6, `the heap grew: ${why}`);
    }
  });
}
