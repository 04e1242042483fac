// What every issue must be in any case: of a known shape, with a whole sentence, and without private data.

const digits = (text) => text.replace(/\D/g, "");

/** The parts of a secret that would reveal it. Short words may occur in any sentence. */
const telling = (secret) => (typeof secret === "string" ? secret.match(/[A-Za-z0-9_-]{6,}/g) ?? [] : []);

/**
 * Begins with a capital, the field's name or a library's name in its own spelling, has several words, and ends with
 * punctuation.
 */
function isSentence(message, path, name) {
  if (typeof message !== "string" || !/^\S+( \S+){2,}[.?!]$/u.test(message)) return false;
  const first = message.split(/[ ,:]/u)[0];
  return /^["“A-Z]/u.test(first) || first === name || first === String(path?.at(-1)) || first === path?.join(".");
}

/** `recipients` are texts that were given as `to`; `secrets` are tokens and keys. */
export function messageFaults(list, { recipients = [], secrets = [] } = {}) {
  const numbers = recipients.filter((to) => typeof to === "string" || typeof to === "number")
    .map((to) => digits(String(to).split("@")[0])).filter((n) => n.length >= 7);
  const words = secrets.flatMap(telling);
  return (list ?? []).flatMap((issue) => {
    const faults = [];
    const { code, path, message } = issue;
    const at = `message of ${code}`;
    const extra = Object.keys(issue).filter((key) => !["code", "path", "params", "message"].includes(key));
    if (extra.length > 0) faults.push(`${at}: unknown keys: ${extra}`);
    if (!Array.isArray(path) || path.length === 0) faults.push(`${at}: no path`);
    if (!isSentence(message, path, issue.params?.gatewayName)) faults.push(`${at}: no sentence: ${JSON.stringify(message)}`);
    if (/[{}]|undefined|\[object|NaN/u.test(message)) faults.push(`${at}: a placeholder or a value was not converted: ${message}`);
    const told = message + JSON.stringify(issue.params ?? {});
    // Also compared without separators, because the number may be shown in another spelling.
    if (numbers.some((n) => told.includes(n) || digits(message).includes(n))) faults.push(`${at}: contains the recipient`);
    if (words.some((word) => told.includes(word))) faults.push(`${at}: contains a secret`);
    return faults;
  });
}
