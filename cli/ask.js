// Asks questions, but only on a terminal. Secrets are not echoed.
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

export const isAsking = () => process.stdin.isTTY === true && process.stderr.isTTY === true;

export const ask = (question) => answer(question, process.stderr);

export async function askSecret(question) {
  process.stderr.write(question);
  // Readline would echo what is typed.
  const silent = new Writable({ write: (chunk, encoding, done) => done() });
  const text = await answer("", silent);
  process.stderr.write("\n");
  return text;
}

async function answer(question, output) {
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  try {
    return (await lines.question(question)).trim();
  } finally {
    lines.close();
  }
}
