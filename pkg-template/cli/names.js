// The package's own names that may be said on a command line.

/** What a target of these gateways may say there, and the names of its secrets: these are not for it, as others can read it. */
export function ofTargets(gateways) {
  const fields = gateways.flatMap(({ target }) => target);
  const named = (fits) => [...new Set(fields.filter(fits).map(({ name }) => name))];
  return { target: ["gateway", ...named(({ is }) => is !== "secret")], secrets: named(({ is }) => is === "secret") };
}

export const OPTIONS = ["timeZone", "country", "now", "disambiguation", "offset", "epochUnit", "dateOrder", "whatsappId", "bareNumbers", "language"];
export const SWITCHES = ["allowPast", "strict"];

/** `timeZone` is `--time-zone` there. */
export const dashed = (name) => name.replace(/[A-Z]/g, (character) => `-${character.toLowerCase()}`);

const lettersOf = (word) => word.replace(/[^a-z]/gi, "").toLowerCase();

/** What parseArgs says is wrong, and which of the options an unknown one was meant to be: `--timezone` and `--timeZone` are `--time-zone`. */
export function wrongOption({ code, message }, options) {
  if (code !== "ERR_PARSE_ARGS_UNKNOWN_OPTION") return message;
  // The rest is how to name a file that is called like an option.
  const [told] = message.split(". To specify");
  const near = options.find((name) => lettersOf(name) === lettersOf(told.replace(/^Unknown option/, "")));
  return near === undefined ? told : `${told}; did you mean --${near}?`;
}
