// Summarises the outcome of the rows as a small table.

export class Summary {
  rows = 0;
  built = 0;
  refused = 0;
  doubles = 0;
  #codes = new Map();
  #warnings = new Map();

  refuse(codes) {
    this.rows += 1;
    this.refused += 1;
    count(this.#codes, codes);
  }

  double() {
    this.rows += 1;
    this.doubles += 1;
  }

  build(warnings) {
    this.rows += 1;
    this.built += 1;
    count(this.#warnings, warnings.map(({ code }) => code));
  }

  get hasFaults() {
    return this.refused > 0 || this.doubles > 0;
  }

  text(isWhole) {
    const lines = [
      ...(isWhole ? [] : ["interrupted: nothing was written"]),
      row("rows", this.rows), row("built", this.built), row("refused", this.refused), ...list(this.#codes),
      ...(this.doubles > 0 ? [row("duplicates, left out", this.doubles)] : []),
      ...(this.#warnings.size > 0 ? ["warnings, which the results contain", ...list(this.#warnings)] : []),
    ];
    return `${lines.join("\n")}\n`;
  }
}

const row = (name, number) => `${name.padEnd(36)}${number.toLocaleString("en").padStart(9)}`;
const list = (counts) => [...counts].sort(([, one], [, other]) => other - one).map(([code, number]) => row(`  ${code}`, number));

/** Counts each row once for each code. */
function count(counts, codes) {
  for (const code of new Set(codes)) counts.set(code, (counts.get(code) ?? 0) + 1);
}
