// The README's commands, as printed, on files with the names used there: a clinic's 1,000 rows are sent to the stand-in
// with two of them.
import assert from "node:assert/strict";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { start } from "../standins/all.mjs";
import * as ryzeapi from "../standins/ryzeapi.mjs";
import { blocks } from "../package/support/snippets.mjs";
import { clinic, faultOf, row } from "./fixtures/make-clinic.mjs";
import { cli, consumer, fixture, folder } from "./support/run.mjs";

const text = readFileSync(join(consumer, "node_modules/waevent-cli/README.md"), "utf8");
const commands = blocks(text, ["sh"]).flatMap(({ code }) => code.split("\n"));

/** The words of a command, split like in a shell. */
const words = (command) => [...command.matchAll(/(?:"[^"]*"|[^\s"])+/g)].map(([word]) => word.replaceAll('"', ""));
const command = (pattern) => {
  const found = commands.filter((each) => pattern.test(each));
  assert.equal(found.length, 1, String(pattern));
  const [npx, name, ...rest] = words(found[0]);
  assert.deepEqual([npx, name], ["npx", "waevent-cli"]);
  return rest;
};

const run = (args, more = []) => cli([...args, ...more], { env: { RYZEAPI_TOKEN: ryzeapi.secrets.token } });
const NOW = ["--now", "2026-11-22T00:00:00Z"];

test("a clinic's file is sent with two commands, and a second run sends nothing", async (context) => {
  const gateway = await start(ryzeapi);
  context.after(() => gateway.close());
  const server = ["--base-url", gateway.url];
  writeFileSync(join(folder, "agenda.csv"), clinic());
  const built = await run(command(/build agenda/), [...NOW, ...server]);
  assert.equal(built.code, 1, built.stderr);
  assert.match(built.stderr, /^Read as CSV, separated by semicolons, utf-8\n/);
  assert.match(built.stderr, /^rows +1,000\nbuilt +978\nrefused +22$/m);
  // Exactly the faulty rows are returned.
  const refused = readFileSync(join(folder, "refused.csv"), "utf8").trimEnd().split("\r\n").slice(1);
  const faulty = Array.from({ length: 1000 }, (_, at) => at).filter((at) => faultOf(at));
  assert.deepEqual(refused.map((line) => Number(line.split(";", 1)[0]) - 10_000), faulty);

  const send = [...command(/send requests/), ...server, "--requests-per-minute", "1000000"];
  const sent = await run(send);
  assert.equal(sent.code, 0, sent.stderr);
  assert.deepEqual(gateway.received.map(({ body }) => body.name), Array.from({ length: 1000 }, (_, at) => at).filter((at) => !faultOf(at)).map((at) => row(at)[1]));
  const again = await run(send);
  assert.deepEqual([again.code, gateway.received.length], [0, 978]);
  assert.match(again.stderr, /^sent before +978$/m);
  const journal = await run(command(/cli journal sent/));
  assert.deepEqual([journal.code, journal.stdout], [0, "Nothing is left to check\n"]);
});

test("a saved mapping can be used again", async () => {
  writeFileSync(join(folder, "pacientes.csv"), "Nome;Telefone;Data;Hora;Tipo\r\nAna;(11) 96123-4567;10/09/2027;14h30;Consulta\r\n");
  const shown = await run(command(/build pacientes.*save-mapping/), NOW);
  assert.deepEqual([shown.code, shown.stdout], [0, ""], shown.stderr);
  assert.match(shown.stderr, /^│ Consulta\n│ Friday, September 10, 2027, 14:30 {2}\(America\/Sao_Paulo\)\n│ → \+5511961234567$/m);
  const built = await run(command(/build pacientes.*--mapping/), NOW);
  assert.equal(built.code, 0, built.stderr);
  const [{ request }] = readFileSync(join(folder, "requests.ndjson"), "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.equal(JSON.parse(request.body).startAt, "2027-09-10T14:30:00-03:00");
});

test("the commands for a calendar and for JSON work", async () => {
  copyFileSync(fixture("calendars/khal.ics"), join(folder, "calendar.ics"));
  assert.equal((await run(command(/build calendar/), NOW)).code, 0);
  writeFileSync(join(folder, "bookings.ndjson"), '{"to":"+55 11 96123-4567","name":"One","start":"2027-09-10T14:00:00-03:00"}\n');
  assert.equal((await run(command(/build bookings/), NOW)).code, 0);
});

test("every command of the README is tested here", () => {
  assert.equal(commands.length, 7);
});
