// What enqueue.mjs reads from a file, without Redis.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bookings } from "../../examples/queue-worker/bookings.mjs";

const TARGET = { gateway: "ryzeapi", instance: "clinic" };
const GOOD = { to: "120363312345678901@g.us", name: "é😀", start: "2027-09-10T09:00:00-03:00" };
const good = JSON.stringify(GOOD);

async function read(file, size) {
  const bytes = Buffer.from(file);
  const found = [];
  const chunks = async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
  for await (const { number, event, issues } of bookings(chunks(), TARGET)) found.push([number, event ?? issues.map(({ code, params }) => `${code} ${params.byte ?? params.found}`).join()]);
  return found;
}

for (const [what, file, wanted] of [
  ["lines, blank lines and a byte order mark", `\ufeff${good}\r\n\n \t\r\n${good}`, [[1, GOOD], [4, GOOD]]],
  ["lines that are not JSON", `${good}\n{"name":\n\ufeff${good}\n${good},\n5\n`, [[1, GOOD], [2, "wrong_type text that is not JSON"], [3, GOOD], [4, "lines_format commas"], [5, 5]]],
  ["a faulty line first", `{"name":"x"\u0001}\n${good}\n`, [[1, "wrong_type text that is not JSON"], [2, GOOD]]],
  ["bytes of another encoding", Buffer.concat([Buffer.from(`${good}\n`), Buffer.from('{"name":"João"}\n', "latin1"), Buffer.from(good)]), [[1, GOOD], [2, "not_utf8 12"], [3, GOOD]]],
  ["an array after a comment", `// bookings\n[\n${good},\n${good}\n]`, [[1, "wrong_type text that is not JSON"], [2, "lines_format json_array"]]],
  ["CR as line ending", `${good}\r${good}\r`, [[1, "lines_format one_line"]]],
  ["an array over many lines", JSON.stringify([GOOD, GOOD], null, 2), [[1, "lines_format json_array"]]],
  ["an array, one item a line", `[\n${good},\n${good}\n]`, [[1, "lines_format json_array"]]],
  ["an array on one line", JSON.stringify([GOOD]), [[1, "lines_format json_array"]]],
  ["commas after the objects", `${good},\n${good}\n`, [[1, "lines_format commas"]]],
  ["an object over many lines", JSON.stringify(GOOD, null, 2), [[1, "lines_format several_lines"]]],
  ["UTF-16", Buffer.from(`\ufeff${good}\n${good}`, "utf16le"), [[1, "lines_format utf_16"]]],
  ["nothing", "\n\n", []],
]) {
  test(what, async () => {
    for (const size of [1, 7, 1000]) assert.deepEqual(await read(file, size), wanted, `in pieces of ${size}`);
  });
}
