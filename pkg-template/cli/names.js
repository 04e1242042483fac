// Names of the package that may be used as options on a command line.

/** The fields of these gateways' targets, and separately their secrets, which must not be on a command line, because
 *  others can read it. */
export function ofTargets(gateways) {
  const fields = gateways.flatMap(({ target }) => target);
  const named = (fits) => [...new Set(fields.filter(fits).map(({ name }) => name))];
  return { target: ["gateway", ...named(({ is }) => is !== "secret")], secrets: named(({ is }) => is === "secret") };
}

export const OPTIONS = ["timeZone", "country", "now", "disambiguation", "offset", "epochUnit", "dateOrder", "whatsappId", "bareNumbers", "language"];
export const SWITCHES = ["allowPast", "strict"];

/** The name of an option: `time-zone` for `timeZone`. */
export const dashed = (name) => name.replace(/[A-Z]/g, (character) => `-${character.toLowerCase()}`);

const lettersOf = (word) => word.replace(/[^a-z]/gi, "").toLowerCase();

/** The message of a parseArgs error. For an unknown option it suggests the intended one: `--time-zone` for `--timezone`
 *  and `--timeZone`. */
export function wrongOption({ code, message }, options) {
  if (code !== "ERR_PARSE_ARGS_UNKNOWN_OPTION") return message;
  // The rest explains how to give a file whose name looks like an option.
  const [reason] = message.split(". To specify");
  const near = options.find((name) => lettersOf(name) === lettersOf(reason.replace(/^Unknown option/, "")));
  return near === undefined ? reason : `${reason}; did you mean --${near}?`;
}
