// Detects the encoding of a text file: by its byte order mark, by zero bytes, and by whether it is valid UTF-8. The
// result is shown, and the user can choose another.
import { createReadStream } from "node:fs";
import { FileError, UsageError } from "../problem.js";

const MARKS = [["utf-8", [0xef, 0xbb, 0xbf]], ["utf-16le", [0xff, 0xfe]], ["utf-16be", [0xfe, 0xff]]];
const SAMPLE = 4096;

/** The encoding of a file. The whole file is read, because the only accent may be near its end. */
export async function encodingOf(path, given) {
  if (given !== undefined) return decoderFor(given).encoding;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let isFirst = true;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
      const found = isFirst ? byMark(chunk) ?? byZeros(chunk) : undefined;
      if (found !== undefined) return found;
      isFirst = false;
      decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
    return "utf-8";
  } catch (error) {
    if (error.code !== "ERR_ENCODING_INVALID_ENCODED_DATA") throw error;
    return "windows-1252";
  }
}

function byMark(chunk) {
  return MARKS.find(([, mark]) => mark.every((byte, at) => chunk[at] === byte))?.[0];
}

/** For Latin letters in UTF-16 every second byte is zero. No other text file has zero bytes. */
function byZeros(chunk) {
  const sample = chunk.subarray(0, SAMPLE);
  const zeros = [0, 1].map((odd) => sample.filter((byte, at) => byte === 0 && at % 2 === odd).length);
  if (zeros[0] + zeros[1] < sample.length / 8) return undefined;
  return zeros[1] >= zeros[0] ? "utf-16le" : "utf-16be";
}

function decoderFor(name) {
  try {
    return new TextDecoder(name, { fatal: true });
  } catch {
    throw new UsageError(`there is no encoding "${name}": give one such as utf-8, windows-1252 or utf-16le`);
  }
}

/** The text of a file in pieces, without its byte order mark. `onBytes` receives the number of bytes that were read. */
export async function* textOf(path, encoding, onBytes) {
  const decoder = decoderFor(encoding);
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
      yield decoder.decode(chunk, { stream: true });
      onBytes?.((bytes += chunk.length));
    }
    yield decoder.decode();
  } catch (error) {
    if (error.code !== "ERR_ENCODING_INVALID_ENCODED_DATA") throw error;
    throw new FileError(`the file is not in ${encoding}: leave --encoding out, or give another one`);
  }
}

/** The first characters of a file. */
export async function beginningOf(path, encoding, length) {
  let text = "";
  for await (const piece of textOf(path, encoding)) {
    text += piece;
    if (text.length >= length) break;
  }
  return text.slice(0, length);
}
