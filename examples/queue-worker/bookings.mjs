// The bookings of a file, one JSON object a line.

import { buildLines } from "../../pkg/node.js";

/**
 * Each line of a stream of bytes that is not blank: its `number`, and its `event` or the `issues` of what is none. Bytes
 * that are not UTF-8 are never read as other letters. A file of another form, such as a JSON array, ends with its first
 * line: the last one of such a file may look like a booking.
 */
export async function* bookings(stream, target) {
  let number = 0;
  let isFirst = true;
  for await (const bytes of lines(stream)) {
    number += 1;
    const event = parsed(bytes);
    if (event === BLANK) continue;
    const issues = isFirst || event === undefined ? await issuesOf(bytes, isFirst, target) : [];
    if (issues.some(({ code }) => code === "lines_format")) {
      yield { number, issues };
      // A comma behind a later line is a fault of that line alone.
      if (isFirst) return;
    } else {
      yield event === undefined ? { number, issues } : { number, event };
    }
    // A line that is no JSON says nothing of the file's form.
    if (event !== undefined) isFirst = false;
  }
}

const BLANK = Symbol("blank");

/** What a line says; undefined where it is no JSON in UTF-8. A mark may stand before it, as where files were joined. */
function parsed(bytes) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.trim() === "" ? BLANK : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is wrong with a line. Only the first one shows the form of its file. */
async function issuesOf(bytes, isFirst, target) {
  const answers = [];
  for await (const answer of buildLines([isFirst ? "" : "{}\n", bytes, "\n"], target)) answers.push(answer);
  const last = Buffer.concat(answers).toString().trimEnd().split("\n").at(-1);
  return JSON.parse(last).issues ?? [];
}

async function* lines(stream) {
  let start = [];
  for await (const chunk of stream) {
    let from = 0;
    for (let end = chunk.indexOf("\n"); end !== -1; end = chunk.indexOf("\n", from)) {
      yield Buffer.concat([...start, chunk.subarray(from, end)]);
      start = [];
      from = end + 1;
    }
    if (from < chunk.length) start.push(chunk.subarray(from));
  }
  if (start.length > 0) yield Buffer.concat(start);
}
