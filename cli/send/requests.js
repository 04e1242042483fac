// Reads the requests of a file that `build` wrote.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** Yields each line that is not blank: `{ number, request, fingerprint, row, id, start }`, or `{ number }` if it is not
 *  a request. */
export async function* requestsOf(path) {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === "") continue;
    yield { number, ...read(line) };
  }
}

function read(line) {
  try {
    const { ok, request, fingerprint, row, id, start } = JSON.parse(line);
    const isOne = ok === true && typeof request === "object" && request !== null && /^[0-9a-f]{32}$/.test(fingerprint);
    return isOne ? { request, fingerprint, row, id, start } : {};
  } catch {
    return {};
  }
}
