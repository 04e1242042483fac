#!/usr/bin/env node
// The command line: reads bookings, one JSON object a line, and writes requests in the same way.
import { createReadStream, fstatSync, openSync } from "node:fs";
import { buildLines, TargetError, versions } from "../node.js";
import { readArguments, USAGE, UsageError } from "./arguments.js";
import { Bar } from "./bar.js";
import { Input } from "./input.js";
import { openOutput, standardOutput } from "./output.js";
import { Results } from "./results.js";

const SOME_REFUSED = 1;
const WRONG_USE = 2;
const NOT_READ_OR_WRITTEN = 3;
const INTERRUPTED = 130;

/** Reading or writing failed after it had begun. */
class BrokenError extends Error {
  constructor(cause) {
    super(`${cause.syscall === "read" ? "the input could not be read" : "the results could not be written"}: ${cause.message}`, { cause });
  }
}

/** A signal that the first interruption aborts, so the run ends in an orderly way. A second one ends the process
 *  immediately. */
function interruption() {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => stop.abort());
  return stop.signal;
}

/** Builds the requests of a file. Returns the exit code. */
async function build({ target, options, file, output, quiet }) {
  const input = file === undefined ? 0 : openSync(file);
  const about = fstatSync(input);
  if (output === undefined) expectOtherFile(about, fstatSync(process.stdout.fd));
  const signal = interruption();
  const bar = new Bar(process.stderr, about.isFile() ? about.size : undefined, quiet);
  const stream = createReadStream("", { fd: input, highWaterMark: 1 << 18 });
  const source = new Input(stream);
  const building = { ...options, signal, onProgress: (progress) => bar.show(progress) };
  const built = buildLines(source.lines(), target, building);
  const out = output === undefined ? standardOutput() : await openOutput(output);
  const results = new Results(out, source, (text) => bar.say(text));

  let isWhole = false;
  try {
    for (const { path, message } of built.warnings) bar.say(`${path.join(".")}: ${message}`);
    for await (const bytes of built) await results.write(bytes);
    if (source.fault !== undefined) bar.say(source.fault);
    await out.finish();
    isWhole = true;
  } catch (error) {
    // The reader of the output may have seen enough, as `head` does.
    if (!signal.aborted && error.code !== "EPIPE") throw error.syscall === undefined ? error : new BrokenError(error);
  } finally {
    if (!isWhole) await out.discard();
    stream.destroy();
    bar.clear();
  }
  if (!quiet || bar.progress.refused > 0) process.stderr.write(results.summary(bar.progress, isWhole));
  if (!isWhole) return INTERRUPTED;
  return bar.progress.refused > 0 || source.fault !== undefined ? SOME_REFUSED : 0;
}

/** Refuses a file that is both input and output: it would be lost, or never end. */
function expectOtherFile(input, output) {
  if (input.isFile() && output.isFile() && input.dev === output.dev && input.ino === output.ino) {
    throw new UsageError("input and output are the same file: give it with --output, which replaces it at the end");
  }
}

async function main(words) {
  // Failing to write a message is no reason to stop: the exit code says the same.
  process.stderr.on("error", () => {});
  const say = async (text) => {
    await standardOutput().write(text).catch((error) => { throw new BrokenError(error); });
    return 0;
  };
  try {
    const given = readArguments(words);
    if (given.help) return await say(USAGE);
    if (given.version) return await say(`waevent ${versions.waevent}, time zones ${versions.timeZones}, phone numbers ${versions.phoneNumbers}\n`);
    return await build(given);
  } catch (error) {
    const isWrongUse = error instanceof TargetError || error instanceof UsageError || error.syscall !== undefined;
    const lines = error instanceof TargetError ? error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)
      : isWrongUse || error instanceof BrokenError ? [error.message]
      // A bug in the program, to be reported with its stack.
      : [error.stack];
    process.stderr.write(`${lines.map((text) => `waevent: ${text}`).join("\n")}\n${isWrongUse ? "See waevent --help.\n" : ""}`);
    return isWrongUse ? WRONG_USE : NOT_READ_OR_WRITTEN;
  }
}

process.exitCode = await main(process.argv.slice(2));
