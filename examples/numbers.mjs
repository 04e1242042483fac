/**
 * Reads a number within these bounds from an environment variable. Anything else throws an error that names the
 * variable, because a wrong value would otherwise be noticed much later.
 */
export function numberFrom(name, usual, { least, most = Number.MAX_SAFE_INTEGER }) {
  const text = process.env[name]?.trim() ?? "";
  if (text === "") return usual;
  const number = Number(text);
  if (number >= least && number <= most) return number;
  throw new RangeError(`${name} is "${text}": give a number from ${least}${most < Number.MAX_SAFE_INTEGER ? ` to ${most}` : " on"}`);
}
