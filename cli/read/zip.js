// The parts of a zipped file, by yauzl: it reads the directory at the end, streams each part, and holds its size against what the
// directory says, so that a part cannot unfold into more than was looked at here.
import { open } from "yauzl";
import { promisify } from "node:util";
import { FileError } from "../problem.js";

/** What one part may unfold into. A sheet of a million rows is below that, and streamed; texts have a limit of their own. */
const MOST_BYTES = 1 << 30;
const MOST_PARTS = 10_000;

export class Zip {
  #file;
  #parts = new Map();

  static async open(path) {
    const zip = new this();
    try {
      zip.#file = await promisify(open)(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
      await zip.#list();
    } catch (error) {
      zip.close();
      throw broken(error);
    }
    return zip;
  }

  #list() {
    return new Promise((resolve, reject) => {
      this.#file.on("error", reject).on("end", resolve).on("entry", (part) => {
        this.#parts.set(part.fileName, part);
        if (this.#parts.size > MOST_PARTS) reject(new FileError(`the file has more than ${MOST_PARTS} parts`));
        else this.#file.readEntry();
      });
      this.#file.readEntry();
    });
  }

  has(name) {
    return this.#parts.has(name);
  }

  sizeOf(name) {
    return this.#parts.get(name).uncompressedSize;
  }

  /** A part as text, in pieces. `onBytes` receives how much was unpacked. */
  async *text(name, onBytes) {
    const part = this.#parts.get(name);
    if (part === undefined) throw new FileError(`the file has no ${name}`);
    if (part.uncompressedSize > MOST_BYTES) throw new FileError(`${name} would unfold into ${part.uncompressedSize} bytes, and ${MOST_BYTES} are the most`);
    const decoder = new TextDecoder("utf-8", { fatal: true });
    let bytes = 0;
    try {
      const stream = await promisify(this.#file.openReadStream.bind(this.#file))(part);
      for await (const chunk of stream) {
        yield decoder.decode(chunk, { stream: true });
        onBytes?.((bytes += chunk.length));
      }
      yield decoder.decode();
    } catch (error) {
      throw broken(error);
    }
  }

  close() {
    this.#file?.close();
  }
}

const broken = (error) => (error instanceof FileError || error.syscall !== undefined ? error : new FileError(`the file is damaged: ${error.message}`));

