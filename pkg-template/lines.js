// Many events in newline-delimited JSON: bytes in, bytes out, and nothing of the host's for each line.
import { Bytes } from "./bytes.js";

/** How much the module reads at once: little enough for progress and an abort to come soon. */
const PIECE_BYTES = 1 << 18;

/** How long a page goes without a look at its other tasks. */
const BUSY_MILLISECONDS = 50;

/** The results of `read`, a function of a piece of the lines and whether it is the last, to all that `source` gives. */
export async function* answers(source, read, { signal, onProgress } = {}) {
  const progress = { bytes: 0, lines: 0, built: 0, refused: 0 };
  const joined = new Bytes();
  let since = performance.now();
  const answer = (piece, isLast) => {
    const { bytes, counts } = read(piece, isLast);
    Object.assign(progress, counts);
    progress.bytes += piece.length;
    onProgress?.({ ...progress });
    return bytes;
  };
  for await (const chunk of untilAborted(chunks(source), signal)) {
    for (const piece of pieces(joined.of(chunk))) {
      const bytes = answer(piece, false);
      if (bytes.length > 0) yield bytes;
      if (performance.now() - since > BUSY_MILLISECONDS) {
        await new Promise((resume) => setTimeout(resume));
        since = performance.now();
      }
      signal?.throwIfAborted();
    }
  }
  const last = answer(joined.end(), true);
  if (last.length > 0) yield last;
  return progress;
}

/** The chunks of whatever holds lines. */
function chunks(source) {
  if (typeof source === "string" || source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return [source];
  if (typeof source?.stream === "function") return chunks(source.stream());
  // Not every browser lets one loop over a stream.
  if (typeof source?.getReader === "function" && source[Symbol.asyncIterator] === undefined) return read(source);
  if (source?.[Symbol.asyncIterator] ?? source?.[Symbol.iterator]) return source;
  throw new TypeError("waevent: lines come as text, bytes, a Blob, a stream or an iterable of those");
}

async function* read(stream) {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** The same, but an abort need not wait for the next chunk. */
async function* untilAborted(source, signal) {
  if (signal === undefined) return yield* source;
  signal.throwIfAborted();
  let abort;
  const aborted = new Promise((_, reject) => (abort = () => reject(signal.reason)));
  aborted.catch(() => {});
  signal.addEventListener("abort", abort, { once: true });
  const iterator = source[Symbol.asyncIterator]?.() ?? source[Symbol.iterator]();
  try {
    for (;;) {
      const { done, value } = await Promise.race([iterator.next(), aborted]);
      if (done) return;
      yield value;
    }
  } finally {
    signal.removeEventListener("abort", abort);
    // Not awaited: a source that waits for its next chunk would answer only then.
    Promise.resolve(iterator.return?.()).catch(() => {});
  }
}

function* pieces(bytes) {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}
