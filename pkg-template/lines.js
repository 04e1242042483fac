// Builds many events from newline-delimited JSON: bytes in, bytes out, without a JavaScript object for each line.
import { Bytes } from "./bytes.js";

/** How much the module reads at once. Small enough for frequent progress and quick aborts. */
const PIECE_BYTES = 1 << 18;

/** How long a page works before it lets other tasks run. */
const BUSY_MILLISECONDS = 50;

/** Yields the results of `read(piece, isLast)` for the pieces of `source`. */
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

/** The chunks of a source of lines, as an iterable. */
function chunks(source) {
  if (typeof source === "string" || source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return [source];
  if (typeof source?.stream === "function") return chunks(source.stream());
  // Not every browser has streams that can be iterated.
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

/** Yields the same chunks, but throws as soon as the signal is aborted, without waiting for the next chunk. */
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
    // Not awaited, because a source that is waiting for its next chunk would return only then.
    Promise.resolve(iterator.return?.()).catch(() => {});
  }
}

function* pieces(bytes) {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}
