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
