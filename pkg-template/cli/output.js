// Writes the results. A file is replaced as a whole or not at all: a new file is written beside it, and renamed at the end.
import { randomUUID } from "node:crypto";
import { constants, fstatSync, write } from "node:fs";
import { access, lstat, open, readlink, realpath, rename, stat, unlink } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

const MOST_LINKS = 40;

/** Opens the output at `path`. A pipe, a device or a terminal is written to directly. */
export async function openOutput(path) {
  const target = await behindLinks(path);
  const about = await statOrNothing(target);
  if (about !== undefined && !about.isFile()) return new Straight(await open(target, constants.O_WRONLY));
  if (about !== undefined) await access(target, constants.W_OK);
  return Beside.open(target, about);
}

/** Standard output. Files are written to directly, because Node's own stream drops the rest after a partial write. */
export function standardOutput() {
  const { fd, isTTY } = process.stdout;
  const about = fstatSync(fd);
  return about.isFile() || (about.isCharacterDevice() && !isTTY) ? new Straight({ write: writeTo(fd) }) : new Stream(process.stdout);
}

const writeTo = (fd) => (bytes) =>
  new Promise((written, reject) => write(fd, bytes, (error, bytesWritten) => (error ? reject(error) : written({ bytesWritten }))));

class Stream {
  #stream;

  constructor(stream) {
    this.#stream = stream;
    // Each write rejects with its own error.
    stream.on("error", () => {});
  }

  write(text) {
    return new Promise((written, reject) => this.#stream.write(text, (error) => (error ? reject(error) : written())));
  }

  async finish() {}

  async discard() {}
}

class Straight {
  #file;

  constructor(file) {
    this.#file = file;
  }

  write(text) {
    return writeAll(this.#file, text);
  }

  async finish() {
    await this.#file.close?.();
  }

  async discard() {
    await this.#file.close?.().catch(() => {});
  }
}

class Beside {
  #file;
  #path;
  #target;

  /** The name cannot be guessed, and an existing file of that name is never opened. */
  static async open(target, about) {
    const beside = new this();
    beside.#target = target;
    beside.#path = join(dirname(target), `.waevent-${randomUUID()}`);
    beside.#file = await open(beside.#path, "wx", about === undefined ? 0o666 : 0o600);
    try {
      if (about !== undefined) await beside.#takeOver(about);
    } catch (error) {
      await beside.discard();
      throw error;
    }
    return beside;
  }

  /** Copies owner and permissions of the file that is replaced. Only root can change the owner. */
  async #takeOver({ uid, gid, mode }) {
    await this.#file.chown(uid, gid).catch(() => {});
    await this.#file.chmod(mode & 0o7777);
  }

  write(text) {
    return writeAll(this.#file, text);
  }

  async finish() {
    await this.#file.sync();
    await this.#file.close();
    await rename(this.#path, this.#target);
    await syncFolder(dirname(this.#target));
  }

  async discard() {
    await this.#file.close().catch(() => {});
    await unlink(this.#path).catch(() => {});
  }
}

/** Writes everything. A single write may write only a part, and report its error the next time. */
async function writeAll(file, text) {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    const { bytesWritten } = await file.write(rest);
    rest = rest.subarray(bytesWritten);
  }
}

/** Syncs a folder, if the system can. */
async function syncFolder(path) {
  const folder = await open(path).catch(() => undefined);
  await folder?.sync().catch(() => {});
  await folder?.close().catch(() => {});
}

/** The file to which symbolic links lead. It need not exist yet. */
async function behindLinks(path) {
  let target = resolve(path);
  for (let links = 0; links < MOST_LINKS; links += 1) {
    target = join(await realpath(dirname(target)), basename(target));
    const about = await lstat(target).catch(() => undefined);
    if (!about?.isSymbolicLink()) return target;
    target = resolve(dirname(target), await readlink(target));
  }
  return realpath(target);
}

function statOrNothing(path) {
  return stat(path).catch((error) => {
    if (error.code !== "ENOENT") throw error;
  });
}
