// The arguments of the command line.
import { parseArgs } from "node:util";
import { gateways } from "../node.js";
import { expectOtherNames, ownGateway } from "./gateway.js";
import { dashed, ofTargets, OPTIONS, SWITCHES, wrongOption } from "./names.js";

const { target: TARGET } = ofTargets(gateways);
const OWN = ["output", "quiet", "help", "version"];

/** The command line was used wrongly; the message says how. */
export class UsageError extends Error {}

export const USAGE = `waevent build --gateway NAME [target] [options] [FILE]

Reads bookings from FILE or standard input, one JSON object a line, and writes their requests to standard output, one
JSON object a line: { "line", "ok", "request", "fingerprint", "warnings" }. Lines that cannot be sent are reported on
standard error, by number. Nothing is sent.

A JSON array is accepted too: "line" is then the number of the item. UTF-16 is accepted if it begins with a byte order
mark. For spreadsheets and calendars there is a separate package, waevent-cli.

  --gateway NAME       ${gateways.map(({ id }) => id).join(", ")},
                       or the file of your own gateway description, such as ./mine.json
target, depending on the gateway
  ${TARGET.slice(1).map((name) => `--${dashed(name)}`).join(", ")}
options
  --time-zone ZONE     for local times without one, such as America/Sao_Paulo
  --country CODE       for phone numbers without a plus sign, such as BR
  --disambiguation     reject, compatible, earlier or later: for local times that exist twice or never
  --offset             reject, use, ignore or prefer: if the offset contradicts the zone in brackets
  --epoch-unit         seconds or milliseconds
  --date-order         dmy or mdy: for dates such as 10/09/2027
  --whatsapp-id        typed, long or short
  --bare-numbers       unambiguous or international: for phone numbers without a plus sign
  --now TIME           the time that counts as now
  --allow-past         accepts events that have begun
  --strict             treats warnings as faults
  --language TAG       the language of the messages
  --output FILE        replaces FILE once everything is done; FILE may be the input
  --quiet              shows no progress, and no summary if all is well
  --help, --version

Put no secrets on the command line, which others can read, or in the file: the requests are drafts, and authorize() puts
the secrets in where they are sent.

Exits with 0 if every line was built and the results were written, 1 if some lines were refused, 2 if the command was
wrong, 3 if reading or writing failed, and 130 if it was interrupted or its output was closed early. After 2, 3 or 130,
the file given with --output is unchanged.
`;

/** Parses the arguments after the program's name. */
export function readArguments(words) {
  const own = ownGateway(words, UsageError);
  if (own) expectOtherNames(own, [...OPTIONS, ...SWITCHES, ...OWN], UsageError);
  const { target: fields, secrets } = ofTargets(own ? [own] : gateways);
  const texts = [...fields, ...OPTIONS, ...secrets, "output"].map((name) => [dashed(name), { type: "string" }]);
  const switches = [...SWITCHES, "quiet", "help", "version"].map((name) => [dashed(name), { type: "boolean" }]);
  const options = Object.fromEntries([...texts, ...switches]);
  let found;
  try {
    found = parseArgs({ args: words, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(wrongOption(error, Object.keys(options)));
  }
  const { values, positionals: [command, file, ...rest] } = found;
  if (values.help || values.version) return values;
  if (command !== "build") throw new UsageError(command === undefined ? "say what to do: build" : `there is no command "${command}", only build`);
  if (values.gateway === undefined) throw new UsageError(`choose a gateway, such as --gateway ${gateways[0].id}`);
  if (rest.length > 0) throw new UsageError("give one file");
  const secret = secrets.find((name) => values[dashed(name)] !== undefined);
  if (secret !== undefined) throw new UsageError(`leave out --${dashed(secret)}: the requests are drafts, and authorize() puts secrets in where they are sent`);
  const pick = (names) => Object.fromEntries(names.map((name) => [name, values[dashed(name)]]).filter(([, value]) => value !== undefined));
  return { target: { ...pick(fields), ...(own && { gateway: own }) }, options: pick([...OPTIONS, ...SWITCHES]), file, output: values.output, quiet: values.quiet === true };
}
