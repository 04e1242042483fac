// A progress bar: one line on a terminal. It shows nothing anywhere else.

const EVERY_MILLISECONDS = 100;
const CELLS = 24;

export class Bar {
  progress = { bytes: 0, lines: 0, built: 0, refused: 0 };
  #started = performance.now();
  #drawn = 0;
  #stream;
  #total;

  /** `total` is in bytes, or undefined if it is unknown. */
  constructor(stream, total, quiet) {
    this.#stream = stream;
    this.#total = total;
    this.isShown = stream.isTTY === true && !quiet;
  }

  show(progress) {
    this.progress = progress;
    if (performance.now() - this.#drawn >= EVERY_MILLISECONDS) this.#draw();
  }

  /** Writes a line above the bar, without control characters: a field's name may contain some that a terminal would obey. */
  say(text) {
    this.clear();
    this.#stream.write(`${text.replace(/\p{Cc}/gu, "\ufffd")}\n`);
    this.#draw();
  }

  clear() {
    if (this.isShown && this.#drawn > 0) this.#stream.write("\r\x1b[K");
  }

  #draw() {
    if (!this.isShown) return;
    this.#drawn = performance.now();
    this.#stream.write(`\r\x1b[K${this.#text().slice(0, (this.#stream.columns || 80) - 1)}`);
  }

  #text() {
    const { bytes, lines, refused } = this.progress;
    const counts = `${lines.toLocaleString("en")} lines, ${refused.toLocaleString("en")} refused`;
    if (!this.#total) return counts;
    const share = Math.min(1, bytes / this.#total);
    const full = Math.round(share * CELLS);
    const left = share > 0 ? ((this.#drawn - this.#started) / 1000) * (1 / share - 1) : 0;
    return `[${"#".repeat(full)}${"-".repeat(CELLS - full)}] ${Math.floor(share * 100)} %  ${counts}  ${Math.ceil(left)} s left`;
  }
}
