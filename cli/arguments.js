// The arguments of the command line.
import { parseArgs } from "node:util";
import { gateways } from "waevent";
import { UsageError } from "./problem.js";
import { FIELDS } from "./fields/names.js";
import { FORMATS } from "./read/open.js";
import { expectOtherNames, ownGateway } from "./shared/gateway.js";
import { dashed, ofTargets, OPTIONS, SWITCHES, wrongOption } from "./shared/names.js";

const { target: TARGET } = ofTargets(gateways);
const READING = ["format", "encoding", "delimiter", "sheet", "from", "until"];
const BUILDING = ["mapping", "saveMapping", "dates", "output", "refused", "id"];
const SENDING = ["journal", "requestsPerMinute"];

export const USAGE = `waevent-cli build --gateway NAME [target] [options] [FILE]
waevent-cli send  --gateway NAME [target] --journal FILE [REQUESTS]
waevent-cli journal FILE [show | sent FINGERPRINT [MESSAGE_ID] | again FINGERPRINT…]

build reads bookings from a spreadsheet (CSV, TSV, XLSX), a calendar (ICS, lists of Google Calendar and Microsoft Graph) or
JSON, and writes their requests, one JSON object a line. It sends nothing. send sends such a file at the gateway's pace.

  --gateway NAME       ${gateways.map(({ id }) => id).join(", ")},
                       or the file of a description of your own, such as ./mine.json
target, as the gateway needs it
  ${TARGET.slice(1).map((name) => `--${dashed(name)}`).join(", ")}
columns
  --map FIELD=COLUMN   as in --map start="Data"+"Hora"; FIELD= leaves a field out
  --set FIELD=TEXT     the same for every row
  --id COLUMN          what the rows are called in the results
  --mapping FILE       a mapping that was saved
  --save-mapping FILE  saves the mapping
  --dates ORDER        dmy or mdy: dates such as 10/09/2027
  The fields are ${FIELDS.join(", ")}.
reading
  --format             ${FORMATS.join(", ")}
  --encoding, --delimiter   of a text, such as windows-1252 and ";"
  --sheet NAME         of a file with several
  --from DAY --until DAY   for which days recurring events count
options of waevent
  --time-zone ZONE, --country CODE, --disambiguation, --offset, --epoch-unit, --whatsapp-id, --bare-numbers, --now, --allow-past,
  --strict, --language TAG
writing
  --output FILE        the requests; standard output without it
  --refused FILE       the rows that were refused, as a CSV to correct and give again
  --dry-run            writes no requests, and shows the first cards
  --quiet              shows no progress, and no summary where all is well
sending
  --journal FILE       what was sent: one for all files of an account
  --requests-per-minute N   where the gateway says no limit of its own

Secrets come from the environment, or are asked for on a terminal: ${gateways.flatMap(({ id, secrets }) => secrets.map((name) => variable(id, name))).join(", ")}.
Of a gateway of your own they are called likewise: MINE_API_KEY for the apiKey of "mine".

Ends with 0 where all is well, 1 where some rows were refused, are doubles, were not sent or must be looked at, 2 where the
command was wrong or does not say enough, 3 where reading or writing failed, 130 where it was interrupted.
`;

/** The environment variable for a gateway's secret: `RYZEAPI_TOKEN`. */
export function variable(gateway, secret) {
  return `${gateway}_${dashed(secret)}`.replaceAll("-", "_").toUpperCase();
}

/** Parses the arguments after the program's name. */
export function readArguments(words) {
  const own = ownGateway(words, UsageError);
  if (own) expectOtherNames(own, [...OPTIONS, ...SWITCHES, ...READING, ...BUILDING, ...SENDING, "map", "set", "dryRun", "quiet", "help", "version"], UsageError);
  const { target: fields, secrets } = ofTargets(own ? [own] : gateways);
  const texts = [...fields, ...OPTIONS, ...secrets, ...READING, ...BUILDING, ...SENDING].map((name) => [dashed(name), { type: "string" }]);
  const switches = [...SWITCHES, "dryRun", "quiet", "help", "version"].map((name) => [dashed(name), { type: "boolean" }]);
  const lists = ["map", "set"].map((name) => [name, { type: "string", multiple: true, default: [] }]);
  const options = Object.fromEntries([...texts, ...switches, ...lists]);
  let found;
  try {
    found = parseArgs({ args: words, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(wrongOption(error, Object.keys(options)));
  }
  const { values, positionals: [command, ...rest] } = found;
  if (values.help || values.version) return values;
  const secret = secrets.find((name) => values[dashed(name)] !== undefined);
  if (secret !== undefined) throw new UsageError(`leave out --${dashed(secret)}: others can read a command line. Secrets come from the environment, or are asked for`);
  const pick = (names) => Object.fromEntries(names.map((name) => [name, values[dashed(name)]]).filter(([, value]) => value !== undefined));
  const given = {
    command, target: { ...pick(fields), ...(own && { gateway: own }) }, options: pick([...OPTIONS, ...SWITCHES]), reading: pick(READING), ...pick(BUILDING), ...pick(SENDING),
    map: values.map, set: values.set, isDryRun: values["dry-run"] === true, isQuiet: values.quiet === true,
  };
  if (command === "journal") return { ...given, words: rest };
  if (command !== "build" && command !== "send") throw new UsageError(command === undefined ? "say what to do: build, send or journal" : `there is no command "${command}", only build, send and journal`);
  if (values.gateway === undefined) throw new UsageError(`choose a gateway, such as --gateway ${gateways[0].id}`);
  if (rest.length > 1) throw new UsageError("give one file");
  if (values.dates !== undefined && !["dmy", "mdy"].includes(values.dates)) throw new UsageError("--dates is dmy or mdy");
  return { ...given, file: rest[0] };
}
