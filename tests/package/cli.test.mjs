// The command line, as npx starts it from the installed tarball.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { consumer } from "./support/files.mjs";

const program = join(consumer(), "node_modules/.bin/waevent");
const folder = mkdtempSync(join(tmpdir(), "waevent-cli-"));
after(() => rmSync(folder, { recursive: true }));

/** Runs the program; `input` goes to its standard input. */
function cli(args, input = "", { kill } = {}) {
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"], timeout: 60_000 });
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"]) child[name].setEncoding("utf8").on("data", (text) => { said[name] += text; kill?.(child, said); });
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  return new Promise((resolve, reject) => child.on("error", reject).on("close", (code, signal) => resolve({ ...said, code, signal })));
}

const RYZEAPI = ["build", "--gateway", "ryzeapi", "--instance", "sales", "--now", "2026-01-01T00:00:00Z"];
const good = (name) => JSON.stringify({ to: "+55 11 96123-4567", name, start: "2026-09-10T14:00:00-03:00" });
const lines = (text) => text.split("\n").filter(Boolean).map((line) => JSON.parse(line));

test("good lines become requests, faults are told by line, and the exit code says that there were some", async () => {
  const input = [good("One"), "", '{"name":"Two"}', "no", good("Five")].join("\n");
  const { stdout, stderr, code } = await cli(RYZEAPI, input);
  assert.equal(code, 1);
  assert.deepEqual(lines(stdout).map(({ line, ok, request }) => [line, ok, request.url, JSON.parse(request.body).name, request.missingSecrets]), [
    [1, true, "https://ryzeapi.cloud/api/message/event/sales", "One", ["token"]], [5, true, "https://ryzeapi.cloud/api/message/event/sales", "Five", ["token"]],
  ]);
  assert.match(stderr, /^line 3: to: .+ \(required\)\nline 3: start: .+ \(required\)\nline 4: input: .+ \(wrong_type\)\n5 lines: 2 built, 2 refused\n$/);
});

test("where all is well the exit code is 0, and quiet says nothing", async () => {
  const { stdout, stderr, code } = await cli([...RYZEAPI, "--quiet"], `${good("One")}\n`);
  assert.deepEqual([lines(stdout).length, stderr, code], [1, "", 0]);
});

test("a file is read and another is written, and warnings are counted", async () => {
  const [input, output] = [join(folder, "in.ndjson"), join(folder, "out.ndjson")];
  writeFileSync(input, [{ delaySeconds: 5 }, { delaySeconds: 5, replyPrivately: true, replyTo: "A" }, {}].map((more) => JSON.stringify({ ...JSON.parse(good("x")), ...more })).join("\n"));
  const { stdout, stderr, code } = await cli(["build", "--gateway", "waha", "--session", "a", "--base-url", "https://waha.example.com", "--now", "2026-01-01T00:00:00Z", "--output", output, input]);
  assert.deepEqual([stdout, code], ["", 0]);
  assert.equal(stderr, "3 lines: 3 built, 0 refused\nwarnings, which stand in the results: field_unsupported 2\n");
  assert.equal(lines(readFileSync(output, "utf8")).length, 3);
});

test("options are those of the package", async () => {
  const event = JSON.stringify({ to: "(11) 96123-4567", name: "x", start: "2027-11-07T01:30" });
  const given = ["--country", "br", "--time-zone", "America/New_York", "--disambiguation", "later", "--allow-past", "--language", "en"];
  const { stdout, code } = await cli([...RYZEAPI, ...given], event);
  assert.equal(code, 0);
  // 01:30 comes twice on that day, and the later one is in winter time, five hours west of UTC.
  const { number, startAt } = JSON.parse(lines(stdout)[0].request.body);
  assert.deepEqual([number, startAt], ["5511961234567", "2027-11-07T01:30:00-05:00"]);
});

test("what a field is called cannot steer the terminal", async () => {
  const { stderr, code } = await cli([...RYZEAPI, "--strict"], JSON.stringify({ ...JSON.parse(good("x")), "a\u001b[31m": 1 }));
  assert.equal(code, 1);
  assert.match(stderr, /^line 1: .*unknown_field/);
  assert.ok(!stderr.includes("\u001b"));
});

for (const [why, args, told] of [
  ["no command", [], /^waevent: say what to do: build\nSee waevent --help\.\n$/],
  ["another command", ["send"], /^waevent: there is no command "send", only build\n/],
  ["no gateway", ["build"], /^waevent: choose a gateway, such as --gateway ryzeapi\n/],
  ["another gateway", ["build", "--gateway", "x"], /^waevent: gateway: .*ryzeapi/],
  ["a target that is faulty", ["build", "--gateway", "ryzeapi", "--instance", "../x"], /^waevent: instance: /],
  ["an option that is faulty", [...RYZEAPI, "--time-zone", "Mars"], /^waevent: timeZone: .*"Mars"/],
  ["an unknown flag", [...RYZEAPI, "--colour"], /^waevent: Unknown option '--colour'/],
  ["a secret", [...RYZEAPI, "--token", "s3cret"], /^waevent: leave out --token: (?!.*s3cret)/],
  ["two files", [...RYZEAPI, "a", "b"], /^waevent: give one file\n/],
  ["no such file", [...RYZEAPI, join(folder, "none")], /^waevent: ENOENT: /],
  ["a folder that cannot be written to", [...RYZEAPI, "--output", join(folder, "none/x")], /^waevent: ENOENT: /],
]) {
  test(`wrong use: ${why}`, async () => {
    const { stdout, stderr, code } = await cli(args, good("One"));
    assert.deepEqual([stdout, code], ["", 2]);
    assert.match(stderr, told);
  });
}

test("help and version", async () => {
  const help = await cli(["--help"]);
  assert.equal(help.code, 0);
  assert.match(help.stdout, /^waevent build --gateway NAME/);
  const { version } = JSON.parse(readFileSync(join(consumer(), "node_modules/waevent/package.json"), "utf8"));
  assert.ok((await cli(["--version"])).stdout.startsWith(`waevent ${version}, time zones 20`));
});

test("100,000 bookings from a file, in the order of the lines", async () => {
  const input = join(folder, "many.ndjson");
  writeFileSync(input, Array.from({ length: 100_000 }, (_, at) => (at % 1000 === 7 ? "{}" : good(`Booking ${at + 1}`))).join("\n"));
  assert.ok(statSync(input).size > 8e6);
  const { stdout, stderr, code } = await cli([...RYZEAPI, input]);
  assert.equal(code, 1);
  const numbers = [...stdout.matchAll(/^\{"line":(\d+),"ok":true/gm)].map(([, line]) => Number(line));
  assert.equal(numbers.length, 99_900);
  assert.ok(numbers.every((line, at) => at === 0 || line > numbers[at - 1]));
  assert.equal(stderr.match(/^line \d+: to: /gm).length, 100);
  assert.ok(stderr.endsWith("100,000 lines: 99,900 built, 100 refused\n"));
});

test("an interruption ends it early, with what was done so far", async () => {
  const input = join(folder, "many.ndjson");
  let asked = false;
  const { stderr, code } = await cli([...RYZEAPI, input], "", { kill: (child) => { if (!asked) { asked = true; child.kill("SIGINT"); } } });
  assert.equal(code, 130);
  assert.match(stderr, /interrupted after [\d,]+ lines: [\d,]+ built, [\d,]+ refused\n$/);
});

test("a reader that goes away ends it without a complaint", async () => {
  const input = join(folder, "many.ndjson");
  const { stderr, code } = await cli([...RYZEAPI, input], "", { kill: (child) => child.stdout.destroy() });
  assert.equal(code, 130);
  assert.doesNotMatch(stderr, /EPIPE|Error/);
});
