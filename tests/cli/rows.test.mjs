// Columns, dates, refused rows, and hostile files.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { bodies, cli, consumer, folder, TARGET } from "./support/run.mjs";

const BR = [...TARGET, "--country", "BR", "--time-zone", "America/Sao_Paulo"];
const HEAD = "Título;Celular;Data e hora";
const build = (text, ...more) => cli(["build", ...BR, ...more], { input: text });

test("the likely order of days and months is reported, and never used unless requested", async () => {
  for (const [dates, told] of [
    [["25/09/2027 10:00", "10/09/2027 10:00"], /--dates dmy$/m],
    [["09/25/2027 10:00", "10/09/2027 10:00"], /--dates mdy$/m],
    [["25/09/2027 10:00", "09/25/2027 10:00"], /--dates dmy or --dates mdy$/m],
    [["10/09/2027 10:00"], /can be read both ways: say which/],
  ]) {
    const { code, stdout, stderr } = await build([HEAD, ...dates.map((date) => `A;(11) 96123-4567;${date}`)].join("\n"));
    assert.deepEqual([code, stdout], [2, ""], dates.join());
    assert.match(stderr, told);
  }
});

test("ambiguous and missing columns are refused", async () => {
  const { code, stderr } = await build("Nome;Telefone;Celular;Data;Hora\nAna;1;2;2027-09-10;10:00\n");
  assert.equal(code, 2);
  assert.match(stderr, /to may be "Telefone", "Celular": choose with --map to="Telefone"/);
  assert.match(stderr, /no column was recognised as "name"/);
});

const load = (name) => import(join(consumer, "node_modules/waevent-cli", name));

test("every field is matched by a column with its name or its heading, and every synonym belongs to a field", async () => {
  const [{ match }, { PARTS, WORDS }, { FIELDS }, { eventSchema }] = await Promise.all([load("columns/match.js"), load("columns/words.js"), load("fields/names.js"), import(join(consumer, "node_modules/waevent/node.js"))]);
  const { properties } = eventSchema()["~standard"].jsonSchema.input({ target: "draft-2020-12" });
  const names = [...Object.keys(properties), ...Object.keys(properties.location.anyOf[1].properties).map((part) => `location.${part}`)];
  assert.deepEqual(FIELDS.toSorted(), ["id", ...names].toSorted());
  assert.deepEqual(match(FIELDS), { fields: Object.fromEntries(FIELDS.map((name) => [name, [name]])), ambiguous: {} });
  for (const [field, heading] of [["delaySeconds", "Delay seconds"], ["replyPrivately", "REPLY PRIVATELY"], ["location.name", "Location name"]]) assert.deepEqual(match([heading]).fields, { [field]: [heading] });
  assert.deepEqual(Object.keys(WORDS).filter((name) => !FIELDS.includes(name) && !Object.hasOwn(PARTS, name)), []);
});

test("every boolean field accepts yes and no in words", async () => {
  const [{ eventOf }, { FIELDS }, { parseEvent }] = await Promise.all([load("fields/event.js"), load("fields/names.js"), import(join(consumer, "node_modules/waevent/node.js"))]);
  const good = { to: "+5511961234567", name: "A", start: "2027-09-10T14:00-03:00" };
  const flags = FIELDS.filter((name) => name !== "id" && parseEvent({ ...good, [name]: true }, { now: "2026-11-22T00:00:00Z" }).ok);
  assert.ok(flags.includes("canceled"), flags.join());
  const read = (name) => eventOf({ values: new Map([[name, "Sim"]]) }, { fields: { [name]: [name] }, set: {} }).event[name];
  assert.deepEqual(FIELDS.filter((name) => read(name) === "true"), flags);
});

test("12-hour clocks, hours in Portuguese, and dates in a separate column are read", async () => {
  const { lines } = await build(`Título;Celular;Data;Hora\n${[["10/09/2027", "2:05 PM"], ["10/09/2027", "12:00 a. m."], ["10/09/2027 00:00", "14h30"], ["2027-09-10", "9:05"]].map(([day, hour], at) => `${at};(11) 96123-4567;${day};${hour}`).join("\n")}`, "--dates", "dmy");
  assert.deepEqual(lines.map(({ start }) => start.slice(0, 16)), ["2027-09-10T14:05", "2027-09-10T00:00", "2027-09-10T14:30", "2027-09-10T09:05"]);
});

test("refused rows are written safely for spreadsheets and can be corrected and sent again; duplicates are left out and reported", async () => {
  const report = join(folder, "refused-rows.csv");
  const first = await build(`${HEAD}\n=1+1;123;10/09/2027 14:00\n+B;+55 11 96123-4567;31/02/2027 10:00\nC;(11) 96123-4567;10/09/2027 10:00\nC;+55 11 96123-4567;10/09/2027 10:00\n`, "--dates", "dmy", "--refused", report, "--language", "pt-BR");
  assert.equal(first.code, 1);
  assert.deepEqual(first.lines.map(({ row }) => row), [4]);
  assert.match(first.stderr, /^line 5: Este evento é igual ao da linha 4/m);
  const text = readFileSync(report, "utf8");
  assert.ok(text.startsWith(`\ufeff${HEAD};waevent linha;waevent problema\r\n'=1+1;123;10/09/2027 14:00;2;`), text);
  assert.ok(text.includes("\r\n'+B;'+55 11 96123-4567;31/02/2027 10:00;3;"), text);
  assert.doesNotMatch(text.slice(1), /(^|;|\n)[=+@\t-]/);
  writeFileSync(report, text.replace("31/02", "28/02").replace(";123;", ";(11) 96123-4568;"));
  const second = await cli(["build", ...BR, "--dates", "dmy", report]);
  assert.deepEqual([second.code, bodies(second.lines).map(({ name }) => name)], [0, ["=1+1", "+B"]]);
});

test("the language option accepts any tag of a language, like messages", async () => {
  const same = `${HEAD}\nC;(11) 96123-4567;10/09/2027 10:00\nC;+55 11 96123-4567;10/09/2027 10:00\n`;
  for (const [tag, column, said] of [["pt", "linha", "Este evento é igual ao da linha 2"], ["es_MX", "fila", "Este evento es el mismo que el de la fila 2"], ["EN-us", "row", "This is the same event as row 2"]]) {
    const report = join(folder, `refused-${tag}.csv`);
    const { code, stderr } = await build(same, "--dates", "dmy", "--language", tag, "--refused", report, "--dry-run");
    assert.deepEqual([code, stderr.includes(`line 3: ${said}`)], [1, true], stderr);
    assert.ok(readFileSync(report, "utf8").includes(`;waevent ${column};`), tag);
  }
});

test("a quotation mark that is never closed is an error, and so is a file without rows", async () => {
  const open = await build(`${HEAD}\nA;(11) 96123-4567;2027-09-10 10:00\n"B;1;2\n${"x\n".repeat(10)}`);
  assert.deepEqual([open.code, open.stdout], [3, ""]);
  assert.match(open.stderr, /after line 2 a quotation mark is opened/);
  assert.equal((await build("")).code, 3);
});

/** A zip of parts, { name: bytes }. `sizes` declares wrong sizes. */
function zip(parts, sizes = {}) {
  const locals = [];
  const entries = [];
  let offset = 0;
  for (const [name, bytes] of Object.entries(parts)) {
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(sizes[name] ?? bytes.length, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(sizes[name] ?? bytes.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(head, Buffer.from(name), packed);
    entries.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const book = (sheet, more = {}) => ({
  "xl/workbook.xml": Buffer.from('<workbook xmlns:r="r"><sheets><sheet name="One" r:id="a"/></sheets></workbook>'),
  "xl/_rels/workbook.xml.rels": Buffer.from('<Relationships><Relationship Id="a" Target="sheet.xml"/></Relationships>'),
  "xl/sheet.xml": Buffer.from(sheet), ...more,
});
const cell = (text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const sheet = (rows) => `<worksheet><sheetData>${rows.map((row) => `<row>${row}</row>`).join("")}</sheetData></worksheet>`;

test("a workbook that unpacks to more than it declares, or to endless texts, is refused", async () => {
  const good = book(sheet([["Title", "Phone", "Start"].map(cell).join(""), ["A", "+5511961234567", "2027-09-10T14:00-03:00"].map(cell).join("")]));
  assert.equal((await build(zip(good))).code, 0);
  const lying = await build(zip(good, { "xl/sheet.xml": 100 }));
  assert.deepEqual([lying.code, lying.stdout], [3, ""]);
  assert.match(lying.stderr, /the file is damaged/);
  const texts = Buffer.from(`<sst>${`<si><t>${"x".repeat(32_000)}</t></si>`.repeat(2200)}</sst>`);
  const bomb = await build(zip(book(sheet([cell("Title")]), { "xl/sharedStrings.xml": texts })));
  assert.equal(bomb.code, 3);
  assert.match(bomb.stderr, /more than 67108864 characters/);
  const entities = await build(zip(book(`<!DOCTYPE x [<!ENTITY a "aaaa">]>${sheet([cell("&a;")])}`)));
  assert.equal(entities.code, 3);
});

test("both date systems, the day that never existed, and number formats are handled", async () => {
  const [{ timeOf }, { kindOf }] = await Promise.all([load("read/days.js"), load("read/formats.js")]);
  // 2027-09-10 is 46640 in the 1900 date system, and 1,462 days less in the 1904 one.
  assert.equal(timeOf(46640 + 14 / 24, "both", false), "2027-09-10 14:00");
  assert.equal(timeOf(46640 - 1462 + 14 / 24, "both", true), "2027-09-10 14:00");
  assert.deepEqual([59, 60, 61].map((day) => timeOf(day, "date", false)), ["1900-02-28", undefined, "1900-03-01"]);
  assert.equal(timeOf(46640, "both", false), "2027-09-10 00:00");
  assert.equal(timeOf(0.5, "time", false), "12:00");
  for (const [code, kind] of [["DD/MM/YYYY", "date"], ["h:mm AM/PM", "time"], ["[$-416]d \"de\" mmmm h:mm", "both"], ["0.00", undefined], ["#,##0 \"days\"", undefined], ["[h]:mm", "time"], ["mmm", "date"], ["General", undefined], ["\\d0", undefined]]) assert.equal(kindOf(code), kind, code);
});

test("the package pins its dependencies to exact versions, and runs no scripts", () => {
  const manifest = JSON.parse(readFileSync(join(consumer, "node_modules/waevent-cli/package.json"), "utf8"));
  assert.deepEqual(Object.keys(manifest.dependencies).sort(), ["csv-parse", "ical.js", "sax", "waevent", "yauzl"]);
  for (const version of Object.values(manifest.dependencies)) assert.match(version, /^\d+\.\d+\.\d+$/);
  assert.equal(manifest.scripts, undefined);
  const files = execFileSync("tar", ["-tzf", process.env.WAEVENT_CLI_TARBALL], { encoding: "utf8" }).trim().split("\n");
  assert.deepEqual(files.filter((name) => !/^package\/(.*\.js|package\.json|README\.md|LICENSE|LICENSE-APACHE|NOTICE)$/.test(name)), []);
  assert.ok(files.includes("package/shared/fate.js"));
});
