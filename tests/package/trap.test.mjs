// When the WebAssembly module traps, that call throws a named error, the next call gets a new instance, and everything
// made before still works.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import binaryen from "binaryen";
import { answer, run } from "./support/child.mjs";
import { consumer, load } from "./support/files.mjs";
import { everyAnswer } from "./support/sample.mjs";

const sample = JSON.stringify(new URL("./support/sample.mjs", import.meta.url).href);
const expected = everyAnswer(await load());
const folder = mkdtempSync(join(tmpdir(), "waevent-trap-"));
after(() => rmSync(folder, { recursive: true }));

/** The numbers of the module's questions, as in the package's scripts. */
const wire = await import(pathToFileURL(join(consumer(), "node_modules/waevent/wire.js")));
const numberOf = (question) => wire[question.replace(/[A-Z]/g, "_$&").toUpperCase()];

/** Replaces the body of one question, or of another exported function. Returns the file of the changed module. */
function broken(name, body) {
  const module = binaryen.readBinary(readFileSync(join(consumer(), "node_modules/waevent/waevent_bg.wasm")));
  // The features that the Rust compiler uses. With all features, the writer would use forms that engines cannot read
  // yet.
  const { BulkMemory, BulkMemoryOpt, Multivalue, MutableGlobals, NontrappingFPToInt, ReferenceTypes, SignExt } = binaryen.Features;
  module.setFeatures(BulkMemory | BulkMemoryOpt | Multivalue | MutableGlobals | NontrappingFPToInt | ReferenceTypes | SignExt);
  const question = numberOf(name);
  const exported = question === undefined ? name : "ask";
  const found = binaryen.getExportInfo(module.getExport(exported)).value;
  const { params, results } = binaryen.getFunctionInfo(module.getFunction(found));
  const given = () => binaryen.expandType(params).map((type, at) => module.local.get(at, type));
  const whole = module.call(found, given(), results);
  const broken = body(module, given(), results, whole);
  const isAsked = () => module.i32.eq(given()[0], module.i32.const(question));
  module.addFunction(NAME, params, results, [], question === undefined ? broken : module.if(isAsked(), broken, whole));
  module.removeExport(exported);
  module.addFunctionExport(NAME, exported);
  assert.ok(module.validate(), name);
  const file = join(folder, `${name}.wasm`);
  writeFileSync(file, module.emitBinary());
  module.dispose();
  return file;
}

const NAME = "broken";
const unreachable = (module) => module.unreachable();
/** Calls itself until the stack overflows. */
const endless = (module, given, results) => module.call(NAME, given, results);

const HEAD = (file) => `
  let instances = 0;
  const { Instance } = WebAssembly;
  WebAssembly.Instance = function (...given) { instances += 1; return new Instance(...given); };
  import * as entryPoint from "waevent/slim";
  import { readFileSync } from "node:fs";
  import { EVENT, TARGETS, everyAnswer } from ${sample};
  entryPoint.initSync(readFileSync(${JSON.stringify(file)}));
  const thrown = (call) => { try { call(); return "nothing"; } catch (error) { return error; } };
  const told = (error) => [error.name, error instanceof entryPoint.InternalError, error instanceof Error, error.cause?.constructor.name, Object.keys(error).filter((key) => key !== "name")];
`;
const trap = (cause) => ["InternalError", true, true, cause, []];

test("a call that traps throws an InternalError; the next call, and a builder made before, work", async () => {
  const result = await answer(`${HEAD(broken("parseRecipient", unreachable))}
    const builder = entryPoint.createBuilder(TARGETS[0]);
    const early = builder.build(EVENT);
    const rounds = [];
    for (let round = 0; round < 3; round += 1) {
      const error = thrown(() => entryPoint.parseRecipient("+5511999999999"));
      const built = builder.build(EVENT);
      rounds.push([told(error), built.ok, built.value.event.name, JSON.stringify(built.value) === JSON.stringify(entryPoint.buildRequest(EVENT, TARGETS[0]).value)]);
      thrown(() => entryPoint.parseRecipient(""));
      rounds.at(-1).push(JSON.stringify(early.value.event) === JSON.stringify(built.value.event), JSON.stringify(builder.build(EVENT)) === JSON.stringify(built));
    }
    const error = thrown(() => entryPoint.parseRecipient("secret-number"));
    console.log(JSON.stringify({ rounds, message: error.message, warnings: builder.warnings, ready: [entryPoint.parseTime("2037-01-01T00:00:00Z").ok, entryPoint.parseEvent(EVENT).ok] }));
  `);
  for (const round of result.rounds) assert.deepEqual(round, [trap("RuntimeError"), true, "Team meeting 🎉", true, true, true]);
  assert.match(result.message, /\binternal\b/i);
  assert.ok(!result.message.includes("secret-number"));
  assert.deepEqual([result.warnings, result.ready], [[], [true, true]]);
});

test("an instance that trapped is never used again, and one that did not is kept", async () => {
  const counts = await answer(`${HEAD(broken("parseRecipient", unreachable))}
    const counts = [instances];
    const after = (call) => { call(); counts.push(instances); };
    after(() => entryPoint.parseEvent(EVENT));
    after(() => { thrown(() => entryPoint.parseRecipient("x")); entryPoint.parseEvent(EVENT); });
    after(() => { thrown(() => entryPoint.createBuilder({})); entryPoint.parseEvent(null); entryPoint.parseEvent(EVENT); });
    after(() => { thrown(() => entryPoint.parseRecipient("x")); thrown(() => entryPoint.parseRecipient("x")); entryPoint.parseEvent(EVENT); });
    console.log(JSON.stringify(counts));
  `);
  assert.deepEqual(counts, [1, 1, 2, 2, 4]);
});

test("a stack overflow throws an InternalError too", async () => {
  const result = await answer(`${HEAD(broken("parseTime", endless))}
    console.log(JSON.stringify([told(thrown(() => entryPoint.parseTime("2037-01-01T00:00:00Z"))), entryPoint.parseEvent(EVENT).ok, entryPoint.parseRecipient("+5511999999999").ok]));
  `);
  assert.deepEqual(result, [trap("RangeError"), true, true]);
});

for (const [name, call] of Object.entries({
  parseEvent: "entryPoint.parseEvent(EVENT)", buildRequest: "entryPoint.buildRequest(EVENT, TARGETS[0])", open: "entryPoint.createBuilder(TARGETS[0])",
  builder_build: "entryPoint.createBuilder(TARGETS[0]).build(EVENT)",
  fingerprint: "entryPoint.createBuilder(TARGETS[0]).build(EVENT).value.fingerprint",
  parseReply: "entryPoint.parseReply('wawp', {})", formatIssue: "entryPoint.formatIssue({ code: 'required', path: ['name'] }, 'en')", sameMessage: "entryPoint.sameMessage('a', 'b')",
  authorize: "entryPoint.authorize({ method: 'POST', url: 'https://a.example', headers: {}, body: '{}', missingSecrets: [] }, {})",
})) {
  test(`a trap in ${name} throws an InternalError, and other calls work`, async () => {
    const result = await answer(`${HEAD(broken(name, unreachable))}
      console.log(JSON.stringify([told(thrown(() => ${call})), entryPoint.parseTime("2037-01-01T00:00:00Z").ok, told(thrown(() => ${call})), entryPoint.parseRecipient("+5511999999999").ok]));
    `);
    assert.deepEqual(result, [trap("RuntimeError"), true, trap("RuntimeError"), true]);
  });
}

test("a trap while room is made for a long frame throws an InternalError, and other calls work", async () => {
  /** Every frame needs room: that of an event more than this, that of a time or a target less. */
  const FEW_SLOTS = 16;
  const forMany = (module, [slots], results, whole) => module.if(module.i32.gt_u(slots, module.i32.const(FEW_SLOTS)), module.unreachable(), whole);
  const result = await answer(`${HEAD(broken("makeRoom", forMany))}
    const builder = entryPoint.createBuilder(TARGETS[0]);
    console.log(JSON.stringify([told(thrown(() => builder.build(EVENT))), entryPoint.parseTime("2037-01-01T00:00:00Z").ok, told(thrown(() => entryPoint.parseEvent(EVENT))), entryPoint.parseRecipient("+5511999999999").ok]));
  `);
  assert.deepEqual(result, [trap("RuntimeError"), true, trap("RuntimeError"), true]);
});

test("a trap while lines are read ends them, and a trap in another call never silently loses half a line", async () => {
  const read = `const read = async (lines) => { try { for await (const bytes of lines) bytes; return "nothing"; } catch (error) { return told(error); } };`;
  const own = await answer(`${HEAD(broken("builder_lines", unreachable))} ${read}
    const found = await read(entryPoint.buildLines("{}", TARGETS[0]));
    console.log(JSON.stringify([found, entryPoint.parseEvent(EVENT).ok]));
  `);
  assert.deepEqual(own, [trap("RuntimeError"), true]);
  const other = await answer(`${HEAD(broken("parseRecipient", unreachable))} ${read}
    const text = JSON.stringify(EVENT);
    const pieces = function* () { yield text.slice(0, 20); thrown(() => entryPoint.parseRecipient("x")); yield text.slice(20); };
    const found = await read(entryPoint.buildLines(pieces(), TARGETS[0]));
    console.log(JSON.stringify([found, await read(entryPoint.buildLines(text, TARGETS[0]))]));
  `);
  assert.deepEqual(other, [trap("Error"), "nothing"]);
});

test("a builder dropped before the trap does not free the memory of later ones", async () => {
  const result = await answer(`${HEAD(broken("parseRecipient", unreachable))}
    const turn = () => new Promise((resolve) => setTimeout(resolve, 10));
    const expected = JSON.stringify(entryPoint.createBuilder(TARGETS[3]).build(EVENT));
    let dropped = Array.from({ length: 500 }, (_, at) => entryPoint.createBuilder(TARGETS[at % TARGETS.length]));
    const kept = dropped[3];
    thrown(() => entryPoint.parseRecipient("x"));
    const later = Array.from({ length: 500 }, () => entryPoint.createBuilder(TARGETS[3]));
    dropped = undefined;
    for (let at = 0; at < 5; at += 1) { gc(); await turn(); }
    const same = [kept, ...later].map((builder) => JSON.stringify(builder.build(EVENT)) === expected);
    console.log(JSON.stringify({ all: same.every(Boolean), count: same.length }));
  `, { flags: ["--expose-gc"] });
  assert.deepEqual(result, { all: true, count: 501 });
});

test("after a trap every function returns what it returned before", async () => {
  // The trapping function itself is left out.
  const result = await answer(`${HEAD(broken("parseRecipient", unreachable))}
    thrown(() => entryPoint.parseRecipient("x"));
    const like = { ...entryPoint, parseRecipient: () => null };
    console.log(JSON.stringify(JSON.parse(everyAnswer(like))));
  `);
  const whole = await load();
  assert.equal(JSON.stringify(result), everyAnswer({ ...whole, parseRecipient: () => null }));
  assert.notEqual(JSON.stringify(result), expected);
});

test("languages are available after a trap, whether they were imported before the start, after it, or after the trap", async () => {
  const result = await answer(`
    import "waevent/locales/ar";
    ${HEAD(broken("parseRecipient", unreachable))}
    await import("waevent/locales/es");
    const issue = { code: "required", path: ["name"] };
    const messages = () => ["en", "pt-BR", "es", "ar"].map((language) => { try { return entryPoint.formatIssue(issue, language); } catch (error) { return error.name; } });
    const rounds = [messages()];
    thrown(() => entryPoint.parseRecipient("x"));
    await import("waevent/locales/pt-BR");
    rounds.push(messages());
    thrown(() => entryPoint.parseRecipient("x"));
    rounds.push(messages());
    console.log(JSON.stringify(rounds));
  `);
  const [english, portuguese, spanish, arabic] = ["Give the event a name.", "Dê um nome ao evento.", "Ponga un nombre al evento.", "أدخل اسمًا للحدث."];
  const all = [english, portuguese, spanish, arabic];
  assert.deepEqual(result, [[english, "TypeError", spanish, arabic], all, all]);
});

/**
 * The module with instances of which some throw while a language is loaded: `fails(instance, catalog)` decides, both
 * counted from 1.
 */
const FORGETFUL = (fails, error = "RangeError") => `
  const { Instance } = WebAssembly;
  let instances = 0;
  WebAssembly.Instance = function (...given) {
    const { exports } = new Instance(...given);
    const instance = (instances += 1);
    let catalogs = 0;
    const ask = (question, ...rest) => {
      if (question === ${wire.LOAD_LANGUAGE} && (${fails})(instance, (catalogs += 1))) throw new ${error}("the stack is full");
      return exports.ask(question, ...rest);
    };
    return { exports: { ...exports, ask } };
  };
  const entryPoint = await import("waevent");
  const issue = { code: "required", path: ["name"] };
  const messages = () => ["en", "pt-BR", "es", "ar"].map((language) => { try { return entryPoint.formatIssue(issue, language); } catch (error) { return error.name; } });
`;
const NAMELESS = ["Give the event a name.", "Dê um nome ao evento.", "Ponga un nombre al evento.", "أدخل اسمًا للحدث."];

test("an instance is used once all languages are loaded, and a failure while loading starts over with a new instance", async () => {
  for (const catalog of [1, 2, 3]) {
    const result = await answer(`${FORGETFUL(`(instance, catalog) => instance <= 2 && catalog === ${catalog}`)}
      const builder = (() => { try { return entryPoint.createBuilder({ gateway: "waha", session: "a", baseUrl: "https://a.example" }); } catch (error) { return [error.name, error.cause.name]; } })();
      console.log(JSON.stringify([builder, messages(), messages(), instances]));
    `);
    // The first call fails, and so does the first message; the third instance is complete.
    assert.deepEqual(result, [["InternalError", "RangeError"], ["InternalError", ...NAMELESS.slice(1)], NAMELESS, 3], `catalog ${catalog}`);
  }
});

test("a stack overflow is recognised by whatever name the engine gives its error", async () => {
  // Firefox has its own InternalError for it.
  const result = await answer(`${FORGETFUL("(instance, catalog) => instance === 1 && catalog === 2", "(class InternalError extends Error {})")} console.log(JSON.stringify([messages(), instances]));`);
  assert.deepEqual(result, [["InternalError", ...NAMELESS.slice(1)], 2]);
});

test("near the end of the stack calls and restarts may fail, but no later call does", async () => {
  const result = await answer(`
    import "waevent/locales/ar";
    import "waevent/locales/es";
    import "waevent/locales/pt-BR";
    ${HEAD(broken("parseRecipient", unreachable))}
    const builder = entryPoint.createBuilder(TARGETS[0]);
    const built = JSON.stringify(builder.build(EVENT).value.request);
    const outcomes = {};
    // The first call uses less stack before it reaches the module than the module needs.
    const calls = [() => entryPoint.sameMessage("a", "b"), () => entryPoint.parseEvent({ ...EVENT, name: "" }, { language: "ar" }), () => builder.build(EVENT), () => entryPoint.createBuilder(TARGETS[1]), () => entryPoint.parseReply("waha", { status: 200, body: "{}" })];
    const below = (depth, call) => (depth === 0 ? call() : below(depth - 1, call));
    const hasRoom = (depth) => { try { below(depth, () => 1); return true; } catch { return false; } };
    let edge = 1000;
    while (hasRoom(edge + 10)) edge += 10;
    while (thrown(() => below(edge, calls[0])) instanceof Error) edge -= 1;
    for (let depth = edge + 5; depth > edge - 25; depth -= 1) {
      for (const call of calls) {
        // The next call has to restart the module first.
        thrown(() => entryPoint.parseRecipient("x"));
        const error = thrown(() => below(depth, call));
        const name = error.name ?? "fine";
        outcomes[name] = (outcomes[name] ?? 0) + 1;
      }
    }
    const messages = ["en", "pt-BR", "es", "ar"].map((language) => entryPoint.formatIssue({ code: "required", path: ["name"] }, language));
    console.log(JSON.stringify({ outcomes, messages, same: JSON.stringify(builder.build(EVENT).value.request) === built }));
    // Compiled functions use less stack, and even less from one call to the next.
  `, { flags: ["--no-opt", "--no-maglev", "--no-sparkplug"] });
  assert.ok(result.outcomes.fine > 0 && result.outcomes.fine < 150, JSON.stringify(result.outcomes));
  assert.deepEqual([result.messages, result.same], [NAMELESS, true]);
});

test("a start that failed or got a different module can be repeated", async () => {
  const file = join(consumer(), "node_modules/waevent/waevent_bg.wasm");
  const result = await answer(`
    const { Instance } = WebAssembly;
    let fails = 1;
    const isOwn = (module) => WebAssembly.Module.exports(module).length > 0;
    WebAssembly.Instance = function (...given) { if (isOwn(given[0]) && (fails -= 1) >= 0) throw new RangeError("the stack is full"); return new Instance(...given); };
    import { readFileSync } from "node:fs";
    const entryPoint = await import("waevent/slim");
    const start = (bytes) => { try { entryPoint.initSync(bytes); return "started"; } catch (error) { return error.message; } };
    const wasm = readFileSync(${JSON.stringify(file)});
    const told = [start(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)), start(wasm), start(wasm)];
    console.log(JSON.stringify([told, entryPoint.parseRecipient("+5511999999999").ok]));
  `);
  assert.deepEqual(result, [["This is not waevent's module", "the stack is full", "started"], true]);
});

test("a runtime without WebAssembly is reported as such, without mention of a policy", async () => {
  for (const entryPoint of ["waevent", "waevent/inline"]) {
    const { stdout } = await run(`try { await import("${entryPoint}"); } catch (error) { console.log(error.message); }`, { flags: ["--jitless"] });
    assert.equal(stdout, "This runtime has no WebAssembly, which waevent needs\n", entryPoint);
  }
});

test("errors of the caller's own code are not turned into an InternalError", async () => {
  const result = await answer(`${HEAD(join(consumer(), "node_modules/waevent/waevent_bg.wasm"))}
    const own = new RangeError("mine");
    const later = entryPoint.parseEvent({ ...EVENT, get name() { throw own; } });
    const target = thrown(() => entryPoint.createBuilder({ gateway: "x" }));
    console.log(JSON.stringify([later.issues.map(({ code }) => code), target.name, target instanceof entryPoint.InternalError, everyAnswer(entryPoint) === ${JSON.stringify(expected)}]));
  `);
  assert.deepEqual(result, [["wrong_type"], "TargetError", false, true]);
});
