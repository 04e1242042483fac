// Loaded before a snippet: a fixed clock, a network that only records requests, and the checks of what the snippet
// claims.
import { appendFileSync } from "node:fs";
import { format } from "node:util";

// The texts contain dates in 2027, which must stay in the future.
const NOW = Date.parse("2026-12-01T00:00:00Z");
Date.now = () => NOW;

const note = (entry) => appendFileSync(process.env.NOTES, `${JSON.stringify(entry)}\n`);
globalThis.fetch = async (url, { method, headers, body } = {}) => {
  note({ fetched: { url: String(url), method, headers, body } });
  return Response.json({ success: true });
};

// Spaces and the kind of quotes depend on how a console shows a value, not on the value.
const bare = (text) => text.replace(/\s+/g, "").replaceAll("'", '"');
const lines = [];
const { log } = console;
console.log = (...parts) => { lines.push(format(...parts)); log(...parts); };

globalThis.claim = (claimed, ...parts) => {
  const told = [format(...parts), parts.map((part) => JSON.stringify(part)).join(" ")].map(bare);
  const wanted = bare(claimed);
  const holds = told.some((text) => (wanted.endsWith("…") ? text.startsWith(wanted.slice(0, -1)) : text === wanted));
  lines.push(format(...parts));
  note({ claimed, told: format(...parts), holds });
};
globalThis.printed = (claimed) => note({ claimed, told: lines.join("\n"), holds: lines.some((line) => bare(line) === bare(claimed)) });
