/**
 * A number of the environment, within these bounds. What is none ends the program with the variable's name: taken for
 * something else, it would be noticed much later.
 */
export function numberFrom(name, usual, { least, most = Number.MAX_SAFE_INTEGER }) {
  const text = process.env[name]?.trim() ?? "";
  if (text === "") return usual;
  const number = Number(text);
  if (number >= least && number <= most) return number;
  throw new RangeError(`${name} is "${text}": give a number from ${least}${most < Number.MAX_SAFE_INTEGER ? ` to ${most}` : " on"}`);
}
