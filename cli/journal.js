// The command `journal`: lists the bookings that need attention, and records what somebody found out about them.
import { UsageError } from "./problem.js";
import { Journal } from "./send/journal.js";
import { named } from "./send/report.js";

const LISTS = [
  ["held", "May have been sent. Look in the chat, then settle each with `sent` or `again`"],
  ["leaving", "Is being sent, or the program that sent it has ended: look in the chat"],
  ["dead", "Was not sent, and will not be"],
];

/** `journal FILE show`, `journal FILE sent FINGERPRINT [MESSAGE_ID]`, `journal FILE again FINGERPRINT…`. */
export async function journal({ words: [path, verb = "show", ...rest] }) {
  if (path === undefined) throw new UsageError("name the journal");
  if (!["show", "sent", "again"].includes(verb)) throw new UsageError(`there is no journal command "${verb}", only show, sent and again`);
  const opened = await Journal.open(path);
  try {
    if (verb === "show") return show(opened);
    const fingerprints = verb === "sent" ? rest.slice(0, 1) : rest;
    if (fingerprints.length === 0) throw new UsageError(`give the fingerprint after ${verb}`);
    for (const fingerprint of fingerprints) {
      const state = opened.look(fingerprint)?.state;
      if (!["held", "leaving", "dead"].includes(state)) throw new UsageError(`"${fingerprint}" is neither held nor dead`);
    }
    for (const fingerprint of fingerprints) {
      await opened.add({ state: verb, fingerprint, settledBy: "a person", ...(verb === "sent" ? { messageId: rest[1] } : {}) });
    }
    return 0;
  } finally {
    await opened.close();
  }
}

function show(opened) {
  let left = 0;
  for (const [state, what] of LISTS) {
    const entries = opened.list(state);
    if (entries.length === 0) continue;
    left += entries.length;
    process.stdout.write(`${what}: ${entries.length}\n`);
    for (const entry of entries) process.stdout.write(`  ${named(entry)}, starts ${entry.start}\n    since ${entry.at}: ${entry.message ?? ""} (${entry.code ?? state})\n`);
  }
  if (left === 0) process.stdout.write("Nothing is left to check\n");
  return left === 0 ? 0 : 1;
}
