// Only one program at a time has a journal: a file beside it names that program, and stays behind where it is killed.
import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { FileError } from "../problem.js";

/** Takes the lock, also from a program that is gone. Returns what gives it back. */
export async function lock(path) {
  const own = JSON.stringify({ pid: process.pid, host: hostname(), key: randomUUID() });
  for (;;) {
    if (await taken(path, own)) return () => rm(path, { force: true });
    const text = await readFile(path, "utf8").catch((error) => { if (error.code !== "ENOENT") throw error; });
    if (text === undefined) continue;
    if (!isGone(text)) throw new FileError(`another program is sending by this journal. If there is none, delete ${path}`);
    await takeAway(path, text);
  }
}

/** Written whole under a name of its own first, so that nobody reads half of it. */
async function taken(path, own) {
  const beside = `${path}.${randomUUID()}`;
  await writeFile(beside, own, { flag: "wx", mode: 0o600 });
  try {
    await link(beside, path);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return false;
  } finally {
    await rm(beside, { force: true });
  }
}

/** Whether the program that a lock names is gone. Of another machine nobody knows here. */
function isGone(text) {
  let owner;
  try {
    owner = JSON.parse(text);
  } catch {
    return false;
  }
  if (owner.host !== hostname()) return false;
  // A container may give the same number again.
  if (owner.pid === process.pid) return true;
  try {
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

/** Takes a lock away that was looked at, and puts one back that somebody else has taken meanwhile. */
async function takeAway(path, text) {
  const away = `${path}.${randomUUID()}`;
  try {
    await rename(path, away);
  } catch (error) {
    if (error.code === "ENOENT") return;
    throw error;
  }
  if ((await readFile(away, "utf8")) !== text) await link(away, path).catch(() => {});
  await rm(away, { force: true });
}
