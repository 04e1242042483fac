// Lets only one program at a time use a journal. A file beside the journal names that program, and is left behind if it
// is killed.
import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { FileError } from "../problem.js";

/** Takes the lock, also from a program that has ended. Returns a function that releases it. */
export async function lock(path) {
  const own = JSON.stringify({ pid: process.pid, host: hostname(), key: randomUUID() });
  for (;;) {
    if (await taken(path, own)) return () => rm(path, { force: true });
    const text = await readFile(path, "utf8").catch((error) => { if (error.code !== "ENOENT") throw error; });
    if (text === undefined) continue;
    if (!isGone(text)) throw new FileError(`another program is using this journal. If there is none, delete ${path}`);
    await takeAway(path, text);
  }
}

/** Tries to create the lock. It is written under another name first, so nobody reads half of it. */
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

/** Whether the program that a lock names has ended. For another machine that is unknown, so the lock stays. */
function isGone(text) {
  let owner;
  try {
    owner = JSON.parse(text);
  } catch {
    return false;
  }
  if (owner.host !== hostname()) return false;
  // In a container, a new program may have the same process id.
  if (owner.pid === process.pid) return true;
  try {
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

/** Removes the lock with this text. If another program has taken the lock in the meantime, puts it back. */
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
