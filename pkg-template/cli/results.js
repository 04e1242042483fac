// Handles the results: successful lines are written to the output, refused ones are reported.

const REFUSED = /^\{"line":\d+,"ok":false/;

export class Results {
  /** The number of lines with a warning, by its code. */
  warnings = new Map();
  #decoder = new TextDecoder();
  #out;
  #source;
  #say;

  /** `source.unit` is what the numbers count. */
  constructor(out, source, say) {
    this.#out = out;
    this.#source = source;
    this.#say = say;
  }

  /** Takes the results of some lines. They always end with a complete line. */
  async write(bytes) {
    const lines = this.#decoder.decode(bytes).split("\n");
    lines.pop();
    const good = [];
    for (const line of lines) {
      if (REFUSED.test(line)) this.#refuse(JSON.parse(line));
      else {
        good.push(line);
        if (!line.endsWith(',"warnings":[]}')) this.#count(JSON.parse(line).warnings);
      }
    }
    if (good.length > 0) await this.#out.write(`${good.join("\n")}\n`);
  }

  #refuse({ line, issues, warnings }) {
    // A misspelled name may be the reason why a field is missing.
    const near = warnings.filter(({ code, params }) => code === "unknown_field" && params?.suggestion !== undefined);
    for (const { path, message, code } of [...issues, ...near]) {
      this.#say([`${this.#source.unit} ${line}`, ...(path.length > 0 ? [path.join(".")] : []), `${message} (${code})`].join(": "));
    }
  }

  #count(warnings) {
    for (const code of new Set(warnings.map((warning) => warning.code))) this.warnings.set(code, (this.warnings.get(code) ?? 0) + 1);
  }

  summary({ lines, built, refused }, isWhole) {
    const number = (count) => count.toLocaleString("en");
    const warned = [...this.warnings].map(([code, count]) => `${code} ${number(count)}`).join(", ");
    return `${isWhole ? "" : "interrupted after "}${number(lines)} ${this.#source.unit}${lines === 1 ? "" : "s"}: ${number(built)} built, ${number(refused)} refused\n`
      + (warned === "" ? "" : `warnings, which the results contain: ${warned}\n`);
  }
}
