// Messages in every language: all of them in Node, and elsewhere those that were imported.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { build } from "esbuild";
import { answer, start } from "./support/child.mjs";
import { consumer, load } from "./support/files.mjs";
import { assertLinear } from "./support/growth.mjs";

const { buildLines, buildRequest, createBuilder, eventSchema, formatIssue, parseEvent, parseReply, parseTime, TargetError } = await load();
const LANGUAGES = ["en", "pt-BR", "es", "ar"];
const NAMELESS = { en: "Give the event a name.", "pt-BR": "Dê um nome ao evento.", es: "Ponga un nombre al evento.", ar: "أدخل اسمًا للحدث." };
const ISSUE = { code: "required", path: ["name"] };

/** Facts of each kind: none, a number, words, a list, and text from the caller. */
const INPUT = { to: "(11) 99999-9999", name: "a".repeat(300), start: "2027-11-07T01:30", reminderMinutes: -1, location: 5, Größe: 1, titel: 2 };
const OPTIONS = { now: "2026-01-01T00:00:00Z", timeZone: "America/New_York", epochUnit: "days" };
const allOf = (result) => [...result.issues, ...result.warnings];

test("each language reports the same issues, with its own messages", () => {
  const told = LANGUAGES.map((language) => allOf(parseEvent(INPUT, { ...OPTIONS, language })));
  assert.ok(told[0].length >= 8, `${told[0].length}`);
  const facts = (issues) => issues.map(({ code, path, params }) => ({ code, path, params }));
  for (const issues of told) assert.deepEqual(facts(issues), facts(told[0]));
  for (const at of told[0].keys()) {
    const messages = told.map((issues) => issues[at].message);
    assert.equal(new Set(messages).size, LANGUAGES.length, messages.join("\n"));
    for (const message of messages) assert.doesNotMatch(message, /[{}`]|undefined| {2}/);
  }
});

test("formatIssue gives an issue's message in another language, also after a detour through JSON", () => {
  for (const from of LANGUAGES) {
    for (const language of LANGUAGES) {
      const expected = allOf(parseEvent(INPUT, { ...OPTIONS, language })).map(({ message }) => message);
      const issues = allOf(parseEvent(INPUT, { ...OPTIONS, language: from }));
      assert.deepEqual(issues.map((issue) => formatIssue(issue, language)), expected);
      assert.deepEqual(JSON.parse(JSON.stringify(issues)).map((issue) => formatIssue(issue, language)), expected);
    }
  }
});

test("every function reports issues in the language of the options", () => {
  const target = { gateway: "ryzeapi", instance: "a" };
  for (const language of LANGUAGES) {
    const options = { language };
    const event = { to: "+5511999999999", name: "", start: "2037-01-01T00:00:00Z" };
    assert.deepEqual(buildRequest(event, target, options).issues.map(({ message }) => message), [NAMELESS[language]]);
    assert.deepEqual(createBuilder(target, options).build(event).issues.map(({ message }) => message), [NAMELESS[language]]);
    const [missing] = parseTime("", options).issues;
    assert.equal(missing.message, formatIssue({ code: "required", path: ["start"] }, language));
    for (const call of [() => createBuilder({ gateway: "x" }, options), () => parseReply("x", {}, options)]) {
      assert.throws(call, (error) => error instanceof TargetError && error.message === formatIssue(error.issues[0], language));
    }
  }
});

test("numbers select plural forms, and in Arabic each fact is isolated", () => {
  const tooLong = (max, language) => formatIssue({ code: "too_long", path: ["name"], params: { max, length: 5 } }, language);
  assert.equal(tooLong(1, "en"), 'Shorten "name" to 1 character at most; it has 5.');
  assert.equal(tooLong(1, "pt-BR"), 'Reduza "name" a no máximo 1 caractere; agora tem 5.');
  assert.equal(tooLong(2, "es"), 'Acorte "name" a 2 caracteres como máximo; ahora tiene 5.');
  assert.equal(tooLong(2, "ar"), "اختصر «\u2068name\u2069» إلى حرفين على الأكثر؛ عدد الأحرف الآن \u20685\u2069.");
  assert.equal(tooLong(11, "ar"), "اختصر «\u2068name\u2069» إلى \u206811\u2069 حرفًا على الأكثر؛ عدد الأحرف الآن \u20685\u2069.");
  const phone = formatIssue({ code: "phone_country_missing", path: ["to"] }, "ar");
  assert.ok(phone.includes("\u2066+55 11 99999-9999\u2069"), phone);
});

test("formatIssue throws for a value that is not an issue and for an unknown language", () => {
  const getter = { code: "required", get path() { throw new Error("mine"); } };
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  for (const issue of [undefined, null, 5, "required", [], {}, { code: "required" }, { code: "bad_name", path: ["name"] }, { code: "required", path: [] },
    { code: "required", path: [{ key: "name" }] }, { code: "too_long", path: ["name"] }, getter, revoked.proxy, Object.create(ISSUE)]) {
    assert.throws(() => formatIssue(issue, "es"), (error) => error instanceof TypeError && /^waevent: (Expected an issue of this version\b|Give "issue" as one value, not as a list\.$)/.test(error.message));
  }
  for (const language of ["tlh", "pt-", "p", 5, {}]) {
    assert.throws(() => formatIssue(ISSUE, language), (error) => error instanceof TypeError && error.message === 'waevent: Set "language" to one of: en, pt-BR, es, ar.');
  }
  assert.equal(formatIssue({ ...ISSUE, params: { own: { deep: [{}] } }, message: 5 }, "es"), NAMELESS.es);
});

test("every function matches language tags", async () => {
  // As in RFC 4647, a tag is shortened from the end until it matches.
  const asked = { en: ["en-GB", "EN"], "pt-BR": ["pt", "pt-br", "pt_BR", "pt-PT"], es: ["es-MX", "es_419"], ar: ["ar-EG", "AR"] };
  for (const [language, tags] of Object.entries(asked)) {
    for (const tag of tags) {
      assert.equal(formatIssue(ISSUE, tag), NAMELESS[language], tag);
      assert.equal(parseEvent({}, { language: tag }).issues[1].message, NAMELESS[language], tag);
      assert.equal(createBuilder({ gateway: "ryzeapi", instance: "a" }, { language: tag }).build({}).issues[1].message, NAMELESS[language], tag);
    }
  }
  for (const tag of ["tlh", "ptt", "p", "pt-", "pt--BR", "pt-BR.UTF-8", "x-pt", "", "__proto__", "eſ", 5, {}]) {
    assert.throws(() => formatIssue(ISSUE, tag), TypeError, String(tag));
  }
});

const PAST = { to: "", name: "A", start: "2020-01-01T00:00:00Z", location: { name: "a".repeat(1001) } };
const LABELS = { to: "Telefone:", start: "  Início\n", location: "Lugar" };
const TOLD = [
  'Preencha "Telefone".', 'Escolha um horário posterior: "Início" já passou.',
  'Reduza "Lugar" a no máximo 1000 caracteres; agora tem 1001.',
];

test("with labels, messages of every function are for guests", () => {
  const options = { language: "pt", labels: LABELS };
  const target = { gateway: "ryzeapi", instance: "a" };
  const messages = ({ issues }) => issues.map(({ message }) => message);
  assert.deepEqual(messages(parseEvent(PAST, options)), TOLD);
  assert.deepEqual(messages(buildRequest(PAST, target, options)), TOLD);
  assert.deepEqual(messages(createBuilder(target, options).build(PAST)), TOLD);
  for (const more of [{}, { target }]) assert.deepEqual(messages(eventSchema({ ...options, ...more })["~standard"].validate(PAST)), TOLD);
  assert.deepEqual(messages(parseTime(PAST.start, options)), [TOLD[1]]);
  const [line] = ["Pick up at 10 am"].map((name) => parseEvent({ to: "+5511999999999", name, start: "2037-01-01T00:00:00.5Z" }, { labels: { start: "Begin" } }).warnings);
  assert.deepEqual(line.map(({ message }) => message), ['The fraction of a second in "Begin" was dropped.']);
  // A field without a label has no name in its message. Without any labels, messages are for developers.
  assert.equal(parseTime(PAST.start, { labels: {} }).issues[0].message, "Choose a later time: this one has already passed.");
  for (const labels of [undefined, null]) assert.equal(parseTime(PAST.start, { labels }).issues[0].message, 'Choose a later time: "start" has already passed.');
});

test("lines have messages for guests too", async () => {
  let text = "";
  const target = { gateway: "ryzeapi", instance: "a" };
  for await (const bytes of buildLines(JSON.stringify(PAST), target, { language: "pt-br", labels: LABELS })) text += new TextDecoder().decode(bytes);
  assert.deepEqual(JSON.parse(text).issues.map(({ message }) => message), TOLD);
});

test("formatIssue names a field by its label for guests, and by its path for developers", () => {
  const { issues } = parseEvent(PAST);
  const labels = [LABELS.to, LABELS.start, LABELS.location];
  assert.deepEqual(issues.map((issue, at) => formatIssue(issue, "pt-BR", { label: labels[at] })), TOLD);
  assert.equal(formatIssue(issues[1]), issues[1].message);
  for (const reader of [{}, { label: undefined }, { label: null }, { label: "" }, { label: " *" }, { label: "\ud800" }]) {
    assert.equal(formatIssue(issues[1], "es", reader), "Elija una hora posterior: esta ya pasó.");
  }
  const name = formatIssue(issues[1], "en", { label: "x".repeat(2_000_000) }).split('"')[1];
  assert.ok(name.length === 65 && name.endsWith("…"), name);
  for (const reader of ["Start", 5, [], { label: 5 }, { get label() { throw new Error("mine"); } }]) {
    assert.throws(() => formatIssue(issues[1], "en", reader), (error) => error instanceof TypeError && /^waevent: .*"(reader|label)"/.test(error.message));
  }
});

test("labels are treated as text, whatever they contain", () => {
  const isolates = /[\u2066-\u2069]/g;
  for (const [label, shown] of [
    ["Start\r\n\u2028 of it\u0085:", "Start of it"], ["{length} {@|x} {max, plural, one {", "{length} {@|x} {max, plural, one {"], ["\u202e\u2066S\u202dtart\0\u001b\u2069", "Start"],
    ["$& $1 %s </p><b>", "$& $1 %s </p><b>"], ["\ud800", undefined], ["Start \udfff", undefined], ["\u200b\u3164", undefined], ["a ".repeat(1_000_000), `${"a ".repeat(32)}`.trim() + "…"],
    ["\u202e".repeat(1_000_000), undefined], ["\u0301".repeat(1_000_000), `${"\u0301".repeat(64)}…`], ["😀".repeat(500_000), `${"😀".repeat(64)}…`],
  ]) {
    for (const language of LANGUAGES) {
      const [open, close] = language === "ar" ? ["«", "»"] : ['"', '"'];
      const { issues: [, issue] } = parseEvent(PAST, { language, labels: { start: label } });
      const name = issue.message.replace(isolates, "").split(open)[1]?.split(close)[0];
      assert.equal(name, shown, language);
      assert.equal(issue.message, formatIssue(issue, language, { label }));
      const plain = formatIssue(issue, language, shown === undefined ? {} : { label: "Begin" }).replace(isolates, "");
      assert.equal(issue.message.replace(isolates, ""), shown === undefined ? plain : plain.replace("Begin", () => shown));
    }
  }
  assertLinear("a label", 900_000, (length) => {
    const labels = { start: "a\n\u202e".repeat(length / 3) };
    return () => parseEvent(PAST, { labels });
  });
});

test("thrown errors and a builder's warnings are for developers; guests only read whom to inform", () => {
  const bad = { gateway: "ryzeapi", instance: "a/b" };
  const named = /^TargetError: Give "instance" as /;
  for (const options of [{ labels: LABELS }, { labels: {} }]) {
    assert.throws(() => createBuilder(bad, options), named);
    assert.throws(() => eventSchema({ target: bad, ...options }), named);
    assert.throws(() => buildLines("", bad, options), named);
    assert.throws(() => eventSchema({ country: "Brazil", ...options }), /Set "country" to the ISO 3166 code/);
    assert.match(createBuilder({ gateway: "ryzeapi", instance: "a", bse: 5 }, options).warnings[0].message, /No field is called "bse"/);
    const { issues } = buildRequest({ ...PAST, start: "2037-01-01T00:00:00Z" }, bad, { ...options, language: "pt" });
    const [issue] = issues.filter(({ code }) => code === "target_segment");
    assert.equal(issue.message, "Avise o responsável por este formulário: ele não está configurado corretamente.");
    assert.match(formatIssue(issue), /^Give "instance" as /);
    assert.match(formatIssue(issue, "en", { label: "Account" }), /^Give "Account" as /);
  }
});

test("invalid labels are reported", () => {
  for (const labels of [5, "Start", [], { start: 5 }, { start: {} }, new Map()]) {
    const [issue] = parseEvent({ to: "+5511999999999", name: "A", start: "2037-01-01T00:00:00Z" }, { labels }).issues;
    assert.deepEqual([issue.code, issue.path[0]], ["wrong_type", "labels"]);
    assert.throws(() => eventSchema({ labels }), TargetError);
    assert.throws(() => createBuilder({ gateway: "ryzeapi", instance: "a" }, { labels }), TargetError);
  }
});

/** The exports of an entry point, which is started here if it does not start itself. */
const START = {
  "waevent/slim": `
    import { readFileSync } from "node:fs";
    entryPoint.initSync(readFileSync("node_modules/waevent/waevent_bg.wasm"));`,
};

/** A script that prints the messages of an entry point in each language, before and after `more` was imported. */
const telling = (entryPoint, more = "", take = `import * as entryPoint from "${entryPoint}";`) => `
  ${take}
  ${START[entryPoint] ?? ""}
  const options = (language) => ({ language, now: "2026-01-01T00:00:00Z" });
  const told = () => ${JSON.stringify(LANGUAGES)}.map((language) => {
    const { issues } = entryPoint.parseEvent({ to: "+5511999999999", start: "2037-01-01T00:00:00Z" }, options(language));
    let again;
    try { again = entryPoint.formatIssue({ code: "required", path: ["name"] }, language); } catch (error) { again = String(error); }
    return [issues.map(({ code, path, params, message }) => [code, path.join(), params ?? {}, message]), again];
  });
  (async () => {
    const before = told();
    ${more}
    console.log(JSON.stringify([before, told()]));
  })();
`;
const loaded = (language) => [[["required", "name", {}, NAMELESS[language]]], NAMELESS[language]];
const missing = (language) => {
  const message = `Import "waevent/locales/${language}" to have messages in this language.`;
  return [[["required", "name", {}, NAMELESS.en], ["invalid_option", "language", { language }, message]], `TypeError: waevent: ${message}`];
};
const all = LANGUAGES.map(loaded);

for (const entryPoint of ["waevent", "waevent/inline"]) {
  test(`${entryPoint} has all languages in Node, whichever condition resolves it`, async () => {
    const required = telling(entryPoint, "", `const entryPoint = require("${entryPoint}");`);
    assert.deepEqual((await answer(required, { type: "commonjs" }))[0], all, "required");
    for (const conditions of [[], ["browser"], ["development"], ["module"]]) {
      const flags = conditions.map((name) => `--conditions=${name}`);
      assert.deepEqual((await answer(telling(entryPoint), { flags }))[0], all, `imported with ${conditions}`);
    }
  });
}

test("an entry point without a language says what to import, and has the language from then on", async () => {
  const [before, after] = await answer(telling("waevent/slim", 'await import("waevent/locales/ar"); await import("waevent/locales/pt-BR");'));
  assert.deepEqual(before, [loaded("en"), missing("pt-BR"), missing("es"), missing("ar")]);
  assert.deepEqual(after, [loaded("en"), loaded("pt-BR"), missing("es"), loaded("ar")]);
});

test("a language can be loaded with require, also twice", async () => {
  const [, after] = await answer(`
    const { createRequire } = await import("node:module");
    const require = createRequire(process.cwd() + "/x.js");
    require("waevent/locales/es");
    ${telling("waevent/slim", 'await import("waevent/locales/es");')}`);
  assert.deepEqual(after[2], loaded("es"));
});

const folder = mkdtempSync(join(consumer(), "languages-"));
after(() => rmSync(folder, { recursive: true }));

/** The messages of a bundle of the entry point without a second file, made for this platform. */
async function bundled(platform, imports = "", format = "esm") {
  const outfile = join(folder, `${platform}.${format === "esm" ? "mjs" : "cjs"}`);
  const contents = `${imports}\n${telling("waevent/inline")}`;
  await build({ stdin: { contents, resolveDir: consumer() }, outfile, bundle: true, format, minify: true, platform, target: "es2022", logLevel: "error" });
  const { stdout, stderr } = await start([outfile], { cwd: folder });
  assert.equal(stderr, "");
  return JSON.parse(stdout)[0];
}

test("a bundle for browsers has only the languages that it imports", async () => {
  assert.deepEqual(await bundled("browser", 'import "waevent/locales/es";'), [loaded("en"), missing("pt-BR"), loaded("es"), missing("ar")]);
});

for (const format of ["esm", "cjs"]) {
  test(`a bundle for Node, as ${format}, has all languages`, async () => {
    assert.deepEqual(await bundled("node", "", format), all);
  });
}
