// The command line, as npx starts it from the installed tarball.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, linkSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { consumer } from "./support/files.mjs";

const program = join(consumer(), "node_modules/.bin/waevent");
const folder = mkdtempSync(join(tmpdir(), "waevent-cli-"));
after(() => rmSync(folder, { recursive: true }));

/** Runs the program; `input` goes to its standard input. */
function cli(args, input = "", { kill } = {}) {
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"], timeout: 900_000 });
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"]) child[name].setEncoding("utf8").on("data", (text) => { said[name] += text; kill?.(child, said); });
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  return new Promise((resolve, reject) => child.on("error", reject).on("close", (code, signal) => resolve({ ...said, code, signal })));
}

const RYZEAPI = ["build", "--gateway", "ryzeapi", "--instance", "sales", "--now", "2026-01-01T00:00:00Z"];
const good = (name) => JSON.stringify({ to: "+55 11 96123-4567", name, start: "2026-09-10T14:00:00-03:00" });
const lines = (text) => text.split("\n").filter(Boolean).map((line) => JSON.parse(line));

test("good lines become requests, issues are reported by line, and the exit code is then 1", async () => {
  const input = [good("One"), "", '{"name":"Two"}', "no", good("Five")].join("\n");
  const { stdout, stderr, code } = await cli(RYZEAPI, input);
  assert.equal(code, 1);
  assert.deepEqual(lines(stdout).map(({ line, ok, request }) => [line, ok, request.url, JSON.parse(request.body).name, request.missingSecrets]), [
    [1, true, "https://ryzeapi.cloud/api/message/event/sales", "One", ["token"]], [5, true, "https://ryzeapi.cloud/api/message/event/sales", "Five", ["token"]],
  ]);
  assert.match(stderr, /^line 3: to: .+ \(required\)\nline 3: start: .+ \(required\)\nline 4: input: .+ \(wrong_type\)\n5 lines: 2 built, 2 refused\n$/);
});

test("without issues the exit code is 0, and --quiet prints nothing", async () => {
  const { stdout, stderr, code } = await cli([...RYZEAPI, "--quiet"], `${good("One")}\n`);
  assert.deepEqual([lines(stdout).length, stderr, code], [1, "", 0]);
});

test("reads one file and writes another, and counts warnings", async () => {
  const [input, output] = [join(folder, "in.ndjson"), join(folder, "out.ndjson")];
  writeFileSync(input, [{ delaySeconds: 5 }, { delaySeconds: 5, replyPrivately: true, replyTo: "A" }, {}].map((more) => JSON.stringify({ ...JSON.parse(good("x")), ...more })).join("\n"));
  const { stdout, stderr, code } = await cli(["build", "--gateway", "waha", "--session", "a", "--base-url", "https://waha.example.com", "--now", "2026-01-01T00:00:00Z", "--output", output, input]);
  assert.deepEqual([stdout, code], ["", 0]);
  assert.equal(stderr, "3 lines: 3 built, 0 refused\nwarnings, which the results contain: field_unsupported 2\n");
  assert.equal(lines(readFileSync(output, "utf8")).length, 3);
});

test("the options of the package are flags", async () => {
  const event = JSON.stringify({ to: "(11) 96123-4567", name: "x", start: "2027-11-07T01:30" });
  const given = ["--country", "br", "--time-zone", "America/New_York", "--disambiguation", "later", "--allow-past", "--language", "en"];
  const { stdout, code } = await cli([...RYZEAPI, ...given], event);
  assert.equal(code, 0);
  // 01:30 occurs twice on that day. The later one is in standard time, five hours behind UTC.
  const { number, startAt } = JSON.parse(lines(stdout)[0].request.body);
  assert.deepEqual([number, startAt], ["5511961234567", "2027-11-07T01:30:00-05:00"]);
});

test("the name of a field cannot contain terminal escapes", async () => {
  const { stderr, code } = await cli([...RYZEAPI, "--strict"], JSON.stringify({ ...JSON.parse(good("x")), "a\u001b[31m": 1 }));
  assert.equal(code, 1);
  assert.match(stderr, /^line 1: .*unknown_field/);
  assert.ok(!stderr.includes("\u001b"));
});

test("a misnamed field of a refused line is reported together with its issues", async () => {
  const { title: _, name, ...rest } = JSON.parse(good("One"));
  const { stderr } = await cli(RYZEAPI, JSON.stringify({ ...rest, title: name, color: "red" }));
  assert.match(stderr, /^line 1: name: .*\(required\)\nline 1: title: .*"name"\? \(unknown_field\)\n1 line: 0 built, 1 refused\n$/);
});

for (const [why, args, told] of [
  ["no command", [], /^waevent: say what to do: build\nSee waevent --help\.\n$/],
  ["an unknown command", ["send"], /^waevent: there is no command "send", only build\n/],
  ["no gateway", ["build"], /^waevent: choose a gateway, such as --gateway ryzeapi\n/],
  ["an unknown gateway", ["build", "--gateway", "x"], /^waevent: gateway: .*ryzeapi/],
  ["a target that is faulty", ["build", "--gateway", "ryzeapi", "--instance", "../x"], /^waevent: instance: /],
  ["an option that is faulty", [...RYZEAPI, "--time-zone", "Mars"], /^waevent: timeZone: .*"Mars"/],
  ["an unknown flag", [...RYZEAPI, "--colour"], /^waevent: Unknown option '--colour'\nSee/],
  ["a misspelt flag", [...RYZEAPI, "--timezone", "UTC"], /^waevent: Unknown option '--timezone'; did you mean --time-zone\?\nSee/],
  ["a flag written as in JavaScript", ["build", "--gateway", "wawp", "--instanceId", "A1"], /^waevent: Unknown option '--instanceId'; did you mean --instance-id\?\nSee/],
  ["a secret", [...RYZEAPI, "--token", "s3cret"], /^waevent: leave out --token: (?!.*s3cret)/],
  ["two files", [...RYZEAPI, "a", "b"], /^waevent: give one file\n/],
  ["no such file", [...RYZEAPI, join(folder, "none")], /^waevent: ENOENT: /],
  ["a folder that cannot be written to", [...RYZEAPI, "--output", join(folder, "none/x")], /^waevent: ENOENT: /],
]) {
  test(`wrong usage ends with exit code 2: ${why}`, async () => {
    const { stdout, stderr, code } = await cli(args, good("One"));
    assert.deepEqual([stdout, code], ["", 2]);
    assert.match(stderr, told);
  });
}

test("--help and --version print what they should", async () => {
  const help = await cli(["--help"]);
  assert.equal(help.code, 0);
  assert.match(help.stdout, /^waevent build --gateway NAME/);
  const { version } = JSON.parse(readFileSync(join(consumer(), "node_modules/waevent/package.json"), "utf8"));
  assert.ok((await cli(["--version"])).stdout.startsWith(`waevent ${version}, time zones 20`));
});

test("100,000 bookings from a file are built in the order of the lines", async () => {
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

test("an interruption ends it early, and keeps the results so far", async () => {
  const input = join(folder, "many.ndjson");
  let asked = false;
  const { stderr, code } = await cli([...RYZEAPI, input], "", { kill: (child) => { if (!asked) { asked = true; child.kill("SIGINT"); } } });
  assert.equal(code, 130);
  assert.match(stderr, /interrupted after [\d,]+ lines: [\d,]+ built, [\d,]+ refused\n$/);
});

test("it ends silently if the reader of its output goes away", async () => {
  const input = join(folder, "many.ndjson");
  const { stderr, code } = await cli([...RYZEAPI, input], "", { kill: (child) => child.stdout.destroy() });
  assert.equal(code, 130);
  assert.doesNotMatch(stderr, /EPIPE|Error/);
});

/** Creates a folder with a file of bookings in it. */
function desk(name, bookings = 3) {
  const own = join(folder, name);
  mkdirSync(own);
  const input = join(own, "in.ndjson");
  writeFileSync(input, `${good("x")}\n`.repeat(bookings));
  return { own, input, at: (file) => join(own, file), text: (file) => readFileSync(join(own, file), "utf8") };
}

/** Runs a line in a shell, in which `$W` is the program with a target. */
function shell(line, cwd) {
  const { status, stdout, stderr } = spawnSync("sh", ["-c", line.replaceAll("$W", () => [program, ...RYZEAPI].map((word) => `'${word}'`).join(" "))], { cwd, encoding: "utf8", timeout: 900_000 });
  return { code: status, stdout, stderr };
}

for (const [why, line] of [
  ["a full disk on standard output", "$W in.ndjson > /dev/full"], ["a full disk for --output", "$W --output /dev/full in.ndjson"],
  ["help that cannot be written", "'PROGRAM' --help > /dev/full"], ["a version that cannot be written", "'PROGRAM' --version > /dev/full"],
  ["a size limit that the last piece exceeds, on standard output", "ulimit -f 2; $W in.ndjson > out"],
  ["a size limit that the last piece exceeds, for --output", "ulimit -f 2; $W --output out in.ndjson"],
]) {
  test(`a write error ends with exit code 3 and a message: ${why}`, () => {
    // 20 results take 9 kB; the limit is in blocks of 512 bytes.
    const { own } = desk(why, 20);
    const { code, stderr } = shell(line.replace("PROGRAM", program), own);
    assert.equal(code, 3);
    assert.match(stderr, /^waevent: the results could not be written: (ENOSPC|EFBIG): [^\n]+\n$/);
    assert.deepEqual(readdirSync(own).filter((name) => name !== "out"), ["in.ndjson"], "no temporary file is left");
  });
}

test("a read error ends with exit code 3, and the output file is left as it was", () => {
  const { own, at, text } = desk("unreadable");
  writeFileSync(at("out"), "old");
  const { code, stderr } = shell("$W --output out .", own);
  assert.equal(code, 3);
  assert.match(stderr, /^waevent: the input could not be read: EISDIR: /);
  assert.deepEqual([text("out"), readdirSync(own).sort()], ["old", ["in.ndjson", "out"]]);
});

test("input and output may be the same file under any name: it is replaced at the end", () => {
  const wanted = shell("$W in.ndjson", desk("apart").own).stdout;
  for (const [name, line] of [["name", "$W --output in.ndjson in.ndjson"], ["input", "$W --output in.ndjson < in.ndjson"], ["hard", "$W --output hard in.ndjson"], ["symbolic", "$W --output symbolic in.ndjson"]]) {
    const { own, input, at, text } = desk(`same ${name}`);
    linkSync(input, at("hard"));
    symlinkSync("in.ndjson", at("symbolic"));
    const before = text("in.ndjson");
    assert.equal(shell(line, own).code, 0, name);
    assert.equal(text(name === "hard" ? "hard" : "in.ndjson"), wanted, name);
    assert.equal(text(name === "hard" ? "in.ndjson" : "hard"), before, "the other name keeps the old file");
    assert.ok(lstatSync(at("symbolic")).isSymbolicLink());
    assert.deepEqual(readdirSync(own).sort(), ["hard", "in.ndjson", "symbolic"]);
  }
});

test("a file that the shell has opened for both input and output is refused and left as it was", () => {
  for (const [name, line] of [["appended", "$W < in.ndjson >> in.ndjson"], ["overwritten", "$W in.ndjson 1<> in.ndjson"]]) {
    const { own, text } = desk(name);
    const before = text("in.ndjson");
    const { code, stderr } = shell(line, own);
    assert.deepEqual([code, text("in.ndjson")], [2, before]);
    assert.match(stderr, /^waevent: input and output are the same file: /);
  }
});

test("a replaced file keeps its permissions, and links to files that do not exist yet are followed", () => {
  const { own, at, text } = desk("rights");
  for (const mode of [0o600, 0o640, 0o666]) {
    writeFileSync(at("out"), "old");
    chmodSync(at("out"), mode);
    assert.equal(shell("umask 077; $W --output out in.ndjson", own).code, 0);
    assert.equal(statSync(at("out")).mode & 0o777, mode);
  }
  assert.equal(shell("umask 027; $W --output new in.ndjson", own).code, 0);
  assert.equal(statSync(at("new")).mode & 0o777, 0o640);
  symlinkSync("later", at("link"));
  symlinkSync("link", at("links"));
  assert.equal(shell("$W --output links in.ndjson", own).code, 0);
  assert.equal(text("later"), text("new"));
  symlinkSync("round", at("round"));
  assert.equal(shell("$W --output round in.ndjson", own).code, 2);
});

test("devices and pipes are written to directly", () => {
  const { own, text } = desk("devices");
  assert.equal(shell("$W --output /dev/null in.ndjson", own).code, 0);
  assert.ok(statSync("/dev/null").isCharacterDevice());
  assert.equal(shell("mkfifo pipe; cat pipe > got & $W --output pipe in.ndjson; code=$?; wait; exit $code", own).code, 0);
  assert.equal(lines(text("got")).length, 3);
  assert.ok(statSync(join(own, "pipe")).isFIFO());
});

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  test(`${signal}: no partial file is left, and the old one is kept`, async () => {
    const { own, at, text } = desk(signal, 100_000);
    writeFileSync(at("out"), "old");
    const child = spawn(program, [...RYZEAPI, "--output", at("out"), at("in.ndjson")], { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (data) => (said += data));
    // As soon as something was written to the temporary file.
    const waiting = setInterval(() => { if (readdirSync(own).some((name) => name.startsWith(".waevent-") && statSync(at(name)).size > 0)) { clearInterval(waiting); child.kill(signal); } }, 5);
    const code = await new Promise((resolve) => child.on("close", resolve));
    clearInterval(waiting);
    assert.equal(code, 130);
    assert.match(said, /interrupted after [\d,]+ lines/);
    assert.deepEqual([text("out"), readdirSync(own).sort()], ["old", ["in.ndjson", "out"]]);
  });
}

const BOOKINGS = [JSON.parse(good('a😀 ,]}{["\\')), { name: "no" }, { ...JSON.parse(good("b")), location: { name: "x", address: "y" } }];
const utf16 = (text, isBig) => { const bytes = Buffer.from(`\ufeff${text}`, "utf16le"); return isBig ? bytes.swap16() : bytes; };
const ndjson = BOOKINGS.map((booking) => JSON.stringify(booking)).join("\r\n");

for (const [what, unit, file] of [
  ["an array on one line", "item", JSON.stringify(BOOKINGS)], ["an array over many lines", "item", `\n ${JSON.stringify(BOOKINGS, null, 2).replaceAll("\n", "\r\n")}\n`],
  ["an array with a byte order mark", "item", `\ufeff${JSON.stringify(BOOKINGS, null, "\t")}`], ["lines in UTF-16", "line", utf16(ndjson, false)], ["lines in big-endian UTF-16", "line", utf16(ndjson, true)],
  ["an array in UTF-16", "item", utf16(JSON.stringify(BOOKINGS, null, 2), false)],
]) {
  test(`the form of a file is detected: ${what}`, async () => {
    const wanted = await cli(RYZEAPI, ndjson);
    const { stdout, stderr, code } = await cli(RYZEAPI, file);
    assert.deepEqual([stdout, code], [wanted.stdout, 1]);
    assert.equal(stderr, wanted.stderr.replaceAll("line", unit));
    assert.equal(JSON.parse(lines(stdout)[0].request.body).name, BOOKINGS[0].name);
  });
}

for (const [what, file, told, built] of [
  ["an array that is cut off inside an item", JSON.stringify(BOOKINGS).slice(0, -9), /^item 3: input: .*\(wrong_type\)\nthe array has no end: the file was cut off\n3 items: 1 built/m, 1],
  ["an array that is cut off between two items", JSON.stringify(BOOKINGS.slice(0, 1)).slice(0, -1), /^the array has no end: the file was cut off\n1 item: 1 built/, 1],
  ["an array that ends with a comma", `[${good("x")},]`, /^item 2: input: .*\(wrong_type\)\n2 items: 1 built/, 1],
  ["an array that lacks an item", `[${good("x")},,${good("y")}]`, /^item 2: input: .*\(wrong_type\)\n2 items: 1 built/, 1],
  ["an array with text after it", `[${good("x")}] x`, /^item 1: input: .*\(wrong_type\)\n1 item: 0 built/, 0],
  ["an array with a line break in a string", `[${good("x")},${good("y").replace('"y"', '"y\n"')}]`, /^item 2: input: .*\(wrong_type\)\n2 items: 1 built/, 1],
  ["an array with a comment between items", `[\n${good("x")},\n/* ${good("off")},\n${good("off")},\n*/ ${good("y")}\n]\n`, /^item 2: input: .*\(wrong_type\)\nremove the comments from the array: nothing after the first one was read\n2 items: 1 built/, 1],
  ["an array with a comment after an item", `[${good("x")}, // don't "\n${good("y")}]`, /^item 2: input: .*\(wrong_type\)\nremove the comments from/, 1],
  ["an array with a # comment", `[# ${good("x")},\n${good("y")}]`, /^item 1: input: .*\(wrong_type\)\nremove the comments from/, 0],
  ["an array after a comment", `// bookings\n[\n${good("x")},\n${good("y")}\n]\n`, /^line 1: input: .*\(wrong_type\)\nline 2: input: .*\(lines_format\)\n2 lines: 0 built/, 0],
  ["CR as line ending", `${good("x")}\r${good("y")}\r`, /^line 1: input: .*\(lines_format\)\n1 line: 0 built/, 0],
  ["an array with a bracket too many", `[}{"a":1,${good("x")},"b":2}]`, /0 built/, 0],
  ["UTF-16 without its byte order mark", Buffer.from(good("x"), "utf16le"), /^line 1: input: .*UTF-16.*\(lines_format\)\n1 line: 0 built/, 0],
  ["commas after the objects", `${good("x")},\n${good("y")}\n`, /^line 1: input: .*\(lines_format\)\n1 line: 0 built/, 0],
  ["an object over many lines", JSON.stringify(BOOKINGS[0], null, 2), /^line 1: input: .*\(lines_format\)\n1 line: 0 built/, 0],
  ["a lone surrogate in UTF-16", utf16(`${good("a\ud83d").replace("\\ud83d", "\ud83d")}\n${good("y")}`, false), /^line 1: name: .*\(lone_surrogate\)\n2 lines: 1 built/, 1],
  ["half a code unit of UTF-16", Buffer.concat([utf16(good("x"), false), Buffer.from("y")]), /^line 1: input: .*\(wrong_type\)\n1 line: 0 built/, 0],
  ["bytes that are not UTF-8", Buffer.from(good("João"), "latin1"), /^line 1: input: .* UTF-8 .*\(not_utf8\)\n1 line: 0 built/, 0],
]) {
  test(`a faulty file is reported, and never silently built: ${what}`, async () => {
    const { stdout, stderr, code } = await cli(RYZEAPI, file);
    assert.equal(code, 1);
    assert.match(stderr, told);
    assert.equal(lines(stdout).length, built);
  });
}

test("an array of 100,000 bookings gives the same results as lines", async () => {
  const [array, plain] = [join(folder, "many.json"), join(folder, "many plain.ndjson")];
  const all = Array.from({ length: 100_000 }, (_, at) => good(`Booking ${at + 1}`));
  writeFileSync(array, `[\n${all.join(",\n")}\n]\n`);
  writeFileSync(plain, all.join("\n"));
  const [one, other] = [await cli([...RYZEAPI, array]), await cli([...RYZEAPI, plain])];
  assert.deepEqual([one.code, one.stdout === other.stdout, one.stderr], [0, true, "100,000 items: 100,000 built, 0 refused\n"]);
});

test("a field name in the wrong case is reported with the right one", async () => {
  const { stderr, code } = await cli([...RYZEAPI, "--strict"], JSON.stringify({ To: "+55 11 96123-4567", Name: "x", Start: "2026-09-10T14:00:00-03:00" }));
  assert.equal(code, 1);
  for (const [name, meant] of [["To", "to"], ["Name", "name"], ["Start", "start"]]) assert.match(stderr, new RegExp(`^line 1: ${name}: .*"${meant}".*\\(unknown_field\\)$`, "m"));
});

test("one's own gateway is named by its file: its fields are flags, except its secrets", async () => {
  const file = join(folder, "mine.json");
  const page = {
    id: "mine", name: "My gateway",
    target: { room: { is: "segment", account: true }, roomKey: { is: "secret" }, baseUrl: { is: "baseUrl" } },
    request: { url: "{baseUrl}/{room}", headers: { "X-Key": "{roomKey}" }, recipients: { person: "{digits}" }, body: { phone: "$to", title: "$name", at: "$start.seconds" } },
  };
  writeFileSync(file, JSON.stringify(page));
  const target = ["build", "--gateway", file, "--room", "blue", "--base-url", "https://events.example.com", "--now", "2026-01-01T00:00:00Z"];
  const { stdout, code } = await cli(target, good("One"));
  const [{ request }] = lines(stdout);
  assert.deepEqual([code, request.url, request.missingSecrets], [0, "https://events.example.com/blue", ["roomKey"]]);
  assert.deepEqual(JSON.parse(request.body), { phone: "5511961234567", title: "One", at: 1789059600 });

  const told = async (args) => {
    const { code, stderr } = await cli(args, good("One"));
    assert.equal(code, 2, stderr);
    return stderr;
  };
  assert.match(await told([...target, "--room-key", "5ecret"]), /leave out --room-key/);
  assert.match(await told([...target, "--session", "a"]), /session/);
  assert.match(await told(["build", "--gateway", join(folder, "none.json")]), /ENOENT/);
  writeFileSync(file, "{");
  assert.match(await told(target), /mine\.json is not JSON/);
  writeFileSync(file, JSON.stringify({ ...page, id: "waha", target: { ...page.target, other: { is: "text" } } }));
  assert.match(await told(target), /^waevent: target\.other\.is: .+$/m);
  writeFileSync(file, JSON.stringify({ ...page, target: { ...page.target, output: { is: "label" } } }));
  assert.match(await told(target), /rename the field "output" of the description/);
  writeFileSync(file, " ".repeat((1 << 18) + 1));
  assert.match(await told(target), /too large/);
});
