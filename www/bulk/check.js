// Builds the requests of a file. It reports its progress, and returns everything it built.

import { createBuilder } from "../pkg/browser.js";
import { messagesIn } from "../messages.js";
import { csvLine } from "./csv.js";
import { FileFault, rowReader } from "./rows.js";

/** How many faults the page shows. The downloaded file has all of them. */
const SHOWN = 100;
const PAUSE_MILLISECONDS = 100;

export async function check({ file, target, options, language }) {
  try {
    const messages = await messagesIn(language);
    postMessage({ kind: "done", ...(await build(file, createBuilder(target, { ...options, ...messages }))) });
  } catch (error) {
    const { key = "unreadableFile", params = { reason: error.message } } = error instanceof FileFault ? error : {};
    postMessage({ kind: "failed", key, params });
  }
}

async function build(file, builder) {
  const started = performance.now();
  const requests = [];
  const faults = [csvLine(["row", "line", "field", "code", "message"])];
  const shown = [];
  let good = 0;
  let bad = 0;

  const note = (row, line, field, code, message) => {
    if (shown.length < SHOWN) shown.push({ row, field, code, message });
    faults.push(csvLine([row, line, field, code, message]));
  };
  const rows = rowReader(({ row, line, input, fault }) => {
    const result = fault ? { ok: false, issues: [] } : builder.build(input);
    if (result.ok) {
      good += 1;
      requests.push(`${JSON.stringify({ row, request: result.value.request, warnings: result.warnings })}\n`);
      return;
    }
    bad += 1;
    if (fault) note(row, line, "", fault);
    for (const { path, code, message } of result.issues) note(row, line, path.join("."), code, message);
  });

  // Fatal, because a file in another encoding would have garbled names.
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const reader = file.stream().getReader();
  let bytes = 0;
  let reported = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.length;
    rows.push(decoder.decode(part.value, { stream: true }));
    if (performance.now() - reported > PAUSE_MILLISECONDS) {
      reported = performance.now();
      postMessage({ kind: "progress", share: bytes / file.size, good, bad });
    }
  }
  rows.push(decoder.decode());
  rows.end();
  return {
    good, bad, shown, total: faults.length - 1, seconds: (performance.now() - started) / 1000,
    requests: new Blob(requests, { type: "application/x-ndjson" }),
    // Spreadsheets recognise UTF-8 by the byte order mark.
    faults: new Blob(["\ufeff", ...faults], { type: "text/csv" }),
  };
}
