#!/usr/bin/env node
// The command line: bookings in, one JSON object a line; requests out, likewise.
import { createReadStream, createWriteStream, fstatSync, openSync } from "node:fs";
import { buildLines, TargetError, versions } from "../node.js";
import { readArguments, USAGE, UsageError } from "./arguments.js";
import { Bar } from "./bar.js";
import { Results } from "./results.js";

const SOME_REFUSED = 1;
const WRONG_USE = 2;
const INTERRUPTED = 130;

/** Builds the requests of a file. Answers the exit code. */
async function build({ target, options, file, output, quiet }) {
  const input = file === undefined ? 0 : openSync(file);
  const about = fstatSync(input);
  const bar = new Bar(process.stderr, about.isFile() ? about.size : undefined, quiet);
  const out = output === undefined ? process.stdout : createWriteStream(output);
  const results = new Results(out, (text) => bar.say(text));
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  // Whoever reads may have seen enough, as `head` does.
  out.on("error", (error) => stop.abort(error));

  const lines = createReadStream("", { fd: input, highWaterMark: 1 << 18 });
  let code = 0;
  try {
    const built = buildLines(lines, target, { ...options, signal: stop.signal, onProgress: (progress) => bar.show(progress) });
    for (const { path, message } of built.warnings) bar.say(`${path.join(".")}: ${message}`);
    for await (const bytes of built) await results.write(bytes);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    const { reason } = stop.signal;
    if (reason.syscall !== undefined && reason.code !== "EPIPE") throw reason;
    code = INTERRUPTED;
  } finally {
    lines.destroy();
    bar.clear();
  }
  if (out !== process.stdout && code === 0) await new Promise((resolve) => out.end(resolve));
  if (!quiet || bar.progress.refused > 0) process.stderr.write(results.summary(bar.progress, code === 0));
  return code || (bar.progress.refused > 0 ? SOME_REFUSED : 0);
}

async function main(words) {
  try {
    const given = readArguments(words);
    if (given.help) return process.stdout.write(USAGE), 0;
    if (given.version) return process.stdout.write(`waevent ${versions.waevent}, time zones ${versions.timeZones}, phone numbers ${versions.phoneNumbers}\n`), 0;
    return await build(given);
  } catch (error) {
    const told = error instanceof TargetError ? error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)
      : error instanceof UsageError || error.syscall !== undefined ? [error.message]
      : undefined;
    if (told === undefined) throw error;
    process.stderr.write(`${told.map((text) => `waevent: ${text}`).join("\n")}\nSee waevent --help.\n`);
    return WRONG_USE;
  }
}

process.exitCode = await main(process.argv.slice(2));
