// What every issue must be, whatever the case: a known shape, a sentence, and no word of what is private.

const digits = (text) => text.replace(/\D/g, "");

/** The parts of a secret that would give it away. Short words may appear in any sentence. */
const telling = (secret) => (typeof secret === "string" ? secret.match(/[A-Za-z0-9_-]{6,}/g) ?? [] : []);

/** Begins with a capital, with the field's name, or with that of a library as its makers write it, has some words, and ends. */
function isSentence(message, path, name) {
  if (typeof message !== "string" || !/^\S+( \S+){2,}[.?!]$/u.test(message)) return false;
  const first = message.split(/[ ,:]/u)[0];
  return /^["“A-Z]/u.test(first) || first === name || first === String(path?.at(-1)) || first === path?.join(".");
}

/** `recipients`: texts given as `to`. `secrets`: tokens and keys. */
export function messageFaults(list, { recipients = [], secrets = [] } = {}) {
  const numbers = recipients.filter((to) => typeof to === "string" || typeof to === "number")
    .map((to) => digits(String(to).split("@")[0])).filter((n) => n.length >= 7);
  const words = secrets.flatMap(telling);
  return (list ?? []).flatMap((issue) => {
    const faults = [];
    const { code, path, message } = issue;
    const at = `message of ${code}`;
    const extra = Object.keys(issue).filter((key) => !["code", "path", "params", "message"].includes(key));
    if (extra.length > 0) faults.push(`${at}: keys that no issue has: ${extra}`);
    if (!Array.isArray(path) || path.length === 0) faults.push(`${at}: no path`);
    if (!isSentence(message, path, issue.params?.gatewayName)) faults.push(`${at}: no sentence: ${JSON.stringify(message)}`);
    if (/[{}]|undefined|\[object|NaN/u.test(message)) faults.push(`${at}: something was left in it: ${message}`);
    const told = message + JSON.stringify(issue.params ?? {});
    // Also without the separators, as a number may be shown in another spelling.
    if (numbers.some((n) => told.includes(n) || digits(message).includes(n))) faults.push(`${at}: tells the recipient`);
    if (words.some((word) => told.includes(word))) faults.push(`${at}: tells a secret`);
    return faults;
  });
}
