// Reads the parts of a zip file with yauzl. It reads the directory at the end, streams each part, and compares its size
// with the directory's, so a part cannot unpack to more than was checked here.
import { open } from "yauzl";
import { promisify } from "node:util";
import { FileError } from "../problem.js";

/** The most bytes that a part may unpack to. A sheet of a million rows is smaller, and is streamed; shared texts have
 *  their own limit. */
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

  /** A part as text, in pieces. `onBytes` receives the number of unpacked bytes. */
  async *text(name, onBytes) {
    const part = this.#parts.get(name);
    if (part === undefined) throw new FileError(`the file has no ${name}`);
    if (part.uncompressedSize > MOST_BYTES) throw new FileError(`${name} would unpack to ${part.uncompressedSize} bytes, and ${MOST_BYTES} are allowed`);
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

