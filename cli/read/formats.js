// Finds out which of a workbook's formats show a number as a date, as a time of day, or as both.
import { elements } from "./xml.js";

/** The built-in formats, which have no text in the file: ECMA-376, part 1, 18.8.30, including those of East Asia. */
const BUILT_IN = new Map([
  ...[14, 15, 16, 17, ...range(27, 31), 36, ...range(50, 58)].map((id) => [id, "date"]),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47].map((id) => [id, "time"]),
  [22, "both"],
]);

function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** By the number of the style: "date", "time", "both", or undefined for a plain number. */
export async function formatsOf(zip) {
  const part = "xl/styles.xml";
  const kinds = new Map(BUILT_IN);
  const styles = [];
  if (!zip.has(part)) return styles;
  let isCell = false;
  for await (const { name, isEnd, attributes } of elements(zip.text(part))) {
    if (name === "numFmt" && !isEnd) kinds.set(Number(attributes.numFmtId), kindOf(attributes.formatCode ?? ""));
    else if (name === "cellXfs") isCell = !isEnd;
    else if (name === "xf" && !isEnd && isCell) styles.push(kinds.get(Number(attributes.numFmtId ?? 0)));
  }
  return styles;
}

/** What a format's text shows. Quoted texts, colours, conditions and escaped characters are ignored; `m` is months or
 *  minutes. */
export function kindOf(code) {
  const [positive] = code.split(";");
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(positive);
  const parts = positive.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "").replace(/AM\/PM|A\/P/gi, "h").toLowerCase();
  if (/general|[0#?]/.test(parts.replace(/s+[.,]0+/g, "s"))) return undefined;
  const [hasTime, hasDate] = [elapsed || /[hs]/.test(parts), /[dy]/.test(parts) || (/m/.test(parts) && !/[hs]/.test(parts) && !elapsed)];
  if (hasTime) return hasDate ? "both" : "time";
  return hasDate ? "date" : undefined;
}
