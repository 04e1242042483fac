// Opens a file as a source of rows. Its format is detected from its first bytes, and from its name only if they are not
// clear.
import { createWriteStream, openSync, readSync, closeSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { UsageError } from "../problem.js";

/** Readers are loaded when a file needs one. */
const READERS = {
  csv: async () => (await import("./csv.js")).openCsv,
  xlsx: async () => (await import("./xlsx.js")).openXlsx,
  ics: async () => (await import("./ics.js")).openIcs,
  json: async () => (await import("./json.js")).openJson,
};

export const FORMATS = Object.keys(READERS);

const HEAD_BYTES = 1024;

/** Opens a file, or standard input, which is copied to a temporary file. Returns `{ source, close }`. */
export async function openSource(path, options) {
  const kept = path === undefined || path === "-" ? await keep(process.stdin) : undefined;
  const file = kept?.file ?? path;
  const close = async () => kept && rm(kept.folder, { recursive: true, force: true });
  try {
    const about = statSync(file);
    if (!about.isFile()) throw new UsageError(`${path} is not a file`);
    const format = options.format ?? formatOf(headOf(file), path);
    if (!Object.hasOwn(READERS, format)) throw new UsageError(`--format must be one of ${FORMATS.join(", ")}`);
    const open = await READERS[format]();
    return { source: await open(file, { ...options, size: about.size }), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function keep(stream) {
  const folder = await mkdtemp(join(tmpdir(), "waevent-"));
  const file = join(folder, "input");
  await pipeline(stream, createWriteStream(file, { mode: 0o600 }));
  return { folder, file };
}

function headOf(file) {
  const bytes = Buffer.alloc(HEAD_BYTES);
  const opened = openSync(file);
  try {
    return bytes.subarray(0, readSync(opened, bytes, 0, HEAD_BYTES, 0));
  } finally {
    closeSync(opened);
  }
}

function formatOf(head, path = "") {
  if (head.subarray(0, 4).equals(Buffer.from("PK\x03\x04", "latin1"))) return "xlsx";
  if (head.subarray(0, 8).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))) {
    throw new UsageError("the file is from an old version of Excel, or protected by a password: save it as .xlsx without a password, or as CSV");
  }
  // UTF-16 has zeros between the letters.
  const text = head.toString("latin1").replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "").replaceAll("\0", "").trimStart();
  if (/^BEGIN:VCALENDAR/i.test(text)) return "ics";
  if (/^[[{]/.test(text) && !/\.(csv|tsv)$/i.test(path)) return "json";
  return "csv";
}
