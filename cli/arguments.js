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

build reads bookings from a spreadsheet (CSV, TSV, XLSX), a calendar (ICS, lists from Google Calendar and Microsoft Graph) or
JSON, and writes their requests, one JSON object a line. It sends nothing. send sends such a file at the gateway's pace.

  --gateway NAME       ${gateways.map(({ id }) => id).join(", ")},
                       or the file of your own gateway description, such as ./mine.json
target, depending on the gateway
  ${TARGET.slice(1).map((name) => `--${dashed(name)}`).join(", ")}
columns
  --map FIELD=COLUMN   as in --map start="Data"+"Hora"; FIELD= leaves a field out
  --set FIELD=TEXT     the same value for every row
  --id COLUMN          the column that identifies the rows in the results
  --mapping FILE       uses a saved mapping
  --save-mapping FILE  saves the mapping
  --dates ORDER        dmy or mdy: for dates such as 10/09/2027
  The fields are ${FIELDS.join(", ")}.
reading
  --format             ${FORMATS.join(", ")}
  --encoding, --delimiter   of a text file, such as windows-1252 and ";"
  --sheet NAME         which one, if the file has several
  --from DAY --until DAY   the range of days for recurring events
options of waevent
  --time-zone ZONE, --country CODE, --disambiguation, --offset, --epoch-unit, --whatsapp-id, --bare-numbers, --now, --allow-past,
  --strict, --language TAG
writing
  --output FILE        the requests; standard output without it
  --refused FILE       the rows that were refused, as a CSV to correct and build again
  --dry-run            writes no requests, and shows the first cards
  --quiet              shows no progress, and no summary if all is well
sending
  --journal FILE       records what was sent: use one for all files of an account
  --requests-per-minute N   instead of the gateway's own limit, or of 60 if it publishes none

Secrets come from the environment, or are asked for on a terminal: ${gateways.flatMap(({ id, secrets }) => secrets.map((name) => variable(id, name))).join(", ")}.
Those of a gateway of your own are named in the same way: MINE_API_KEY for the apiKey of "mine".

Exits with 0 if all is well, 1 if some rows were refused, are duplicates, were not sent or must be checked, 2 if the
command was wrong or incomplete, 3 if reading or writing failed, and 130 if it was interrupted.
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
  if (values.dates !== undefined && !["dmy", "mdy"].includes(values.dates)) throw new UsageError("--dates must be dmy or mdy");
  return { ...given, file: rest[0] };
}
