// The other candidates that check an event and build its body: sets of libraries, and hand-written code.
// libphonenumber-js/max has the same numbering plans as waevent, /min only the lengths and a rough pattern of each country.
import { parsePhoneNumberFromString as max } from "libphonenumber-js/max";
import { parsePhoneNumberFromString as min } from "libphonenumber-js/min";
import * as ajv from "./peers/ajv-date-fns.mjs";
import * as hand from "./peers/hand.mjs";
import { valibotWith } from "./peers/valibot-temporal.mjs";
import { zodWith } from "./peers/zod-luxon.mjs";

export const PEERS = {
  "zod + luxon + libphonenumber-js/max": zodWith(max),
  "zod + luxon + libphonenumber-js/min": zodWith(min),
  "valibot + temporal-polyfill + libphonenumber-js/max": valibotWith(max),
  "valibot + temporal-polyfill + libphonenumber-js/min": valibotWith(min),
  "ajv + date-fns-tz + libphonenumber-js/mobile": ajv.build,
  "by hand, cached Intl": hand.build,
};
