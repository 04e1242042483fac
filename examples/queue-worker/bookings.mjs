// Reads the bookings of a file, one JSON object a line.

import { buildLines } from "../../pkg/node.js";

/**
 * Yields each line of a byte stream that is not blank: its `number`, and either its `event` or the `issues` if it is
 * not one. Bytes that are not UTF-8 are never replaced by other characters. A file of another form, such as a JSON
 * array, ends with its first line, because its last line may look like a booking.
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
      // A comma after a later line is a fault of that line alone.
      if (isFirst) return;
    } else {
      yield event === undefined ? { number, issues } : { number, event };
    }
    // A line that is not JSON does not show the form of the file.
    if (event !== undefined) isFirst = false;
  }
}

const BLANK = Symbol("blank");

/**
 * The value of a line, or undefined if it is not JSON in UTF-8. It may begin with a byte order mark, as in concatenated
 * files.
 */
function parsed(bytes) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.trim() === "" ? BLANK : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is wrong with a line. Only the first line shows the form of its file. */
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
