#!/usr/bin/env node
// Turns a spreadsheet or a calendar into requests, and sends requests to the gateway.
import { TargetError, versions } from "waevent";
import { readArguments, USAGE } from "./arguments.js";
import { FileError, NOT_READ_OR_WRITTEN, UsageError, WRONG_USE } from "./problem.js";

/** Each command is loaded when it is needed. */
const COMMANDS = {
  build: async () => (await import("./build.js")).build,
  send: async () => (await import("./send.js")).send,
  journal: async () => (await import("./journal.js")).journal,
};

async function main(words) {
  // Failing to write a message is no reason to stop: the exit code says the same.
  process.stderr.on("error", () => {});
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => stop.abort());
  try {
    const given = readArguments(words);
    if (given.help || given.version) {
      process.stdout.write(given.help ? USAGE : `waevent ${versions.waevent}, time zones ${versions.timeZones}, phone numbers ${versions.phoneNumbers}\n`);
      return 0;
    }
    return await (await COMMANDS[given.command]())(given, stop.signal);
  } catch (error) {
    const isWrongUse = error instanceof TargetError || error instanceof UsageError || ["ENOENT", "EACCES", "EISDIR", "ENOTDIR"].includes(error.code);
    const lines = error instanceof TargetError ? error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)
      : isWrongUse || error instanceof FileError || error.syscall !== undefined ? error.message.split("\n")
      // A bug in the program, to be reported with its stack.
      : [error.stack];
    process.stderr.write(`${lines.map((text) => `waevent-cli: ${text}`).join("\n")}\n${isWrongUse ? "See waevent-cli --help.\n" : ""}`);
    return isWrongUse ? WRONG_USE : NOT_READ_OR_WRITTEN;
  }
}

process.exitCode = await main(process.argv.slice(2));
