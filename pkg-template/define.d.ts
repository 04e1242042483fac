/**
 * Gateways of one's own: a description, in the form of the pages of those that ship, makes one. It works with every entry point and
 * starts none: import `waevent`, `waevent/inline` or `waevent/slim` as well.
 *
 * ```js
 * import { buildRequest } from "waevent";
 * import { defineGateway } from "waevent/define";
 *
 * const mine = defineGateway({
 *   id: "mine",
 *   name: "My gateway",
 *   target: { apiKey: { is: "secret" }, baseUrl: { is: "baseUrl", default: "https://events.example.com" } },
 *   request: {
 *     url: "{baseUrl}/send/event",
 *     headers: { Authorization: "Bearer {apiKey}" },
 *     recipients: { person: "{digits}" },
 *     body: { phone: "$to", title: "$name", startsAt: "$start.seconds" },
 *   },
 * });
 * const input = { to: "+55 11 99999-9999", name: "Team meeting", start: "2027-09-10T14:00:00-03:00" };
 * buildRequest(input, { gateway: mine }).value?.request.body; // {"phone":"5511999999999","title":"Team meeting","startsAt":1820595600}
 * ```
 */
import type { LanguageTag, OwnGateway, ReplyCode } from "./index.js";

/** What a target holds in a field. */
export type TargetFieldDescription =
  /** A name that must be there, of letters, digits and `_ . -`. `account` says that it names who sends. */
  | { is: "segment"; account?: boolean; about?: string; label?: string; example?: string }
  /** A name that may be left out. `default` is the one that says the same as none. */
  | { is: "label"; account?: boolean; default?: string; about?: string; label?: string; example?: string }
  /** A secret, given or put in later by `authorize`. */
  | { is: "secret"; optional?: boolean; about?: string; label?: string }
  /** What all URLs start with. */
  | { is: "baseUrl"; default?: string; about?: string }
  /** One of these words; the first where none is given. */
  | { is: "choice"; of: readonly string[]; about?: string };

/** What a body can say of an event. Times are Unix time, RFC 3339 in the event's offset (`rfc3339`), or in UTC with milliseconds. */
export type Fact =
  "$to" | "$name" | "$start.seconds" | "$start.milliseconds" | "$start.rfc3339" | "$start.utc" | "$end.seconds" |
  "$end.milliseconds" | "$end.rfc3339" | "$end.utc" | "$description" | "$location.name" | "$location.address" |
  "$location.latitude" | "$location.longitude" | "$reminder.given" | "$joinLink" | "$scheduledCall" |
  "$reminder.seconds" | "$extraGuestsAllowed" | "$canceled" | "$replyTo" | "$replyPrivately" | "$delaySeconds" |
  "$source";

/** The facts that are true or false. */
export type Flag = "$reminder.given" | "$scheduledCall" | "$extraGuestsAllowed" | "$canceled" | "$replyPrivately";

/** What the object of a place cannot be without. */
type Needs = readonly ("location.name" | "location.latitude")[];

/** A body: facts, a name of the target in braces, constants (whole numbers from 0 to 4294967295), and objects of these. In a
 *  variant, null takes a field away. */
export interface BodyDescription {
  /** Of the object of a place: what it cannot be without. A place that lacks it is left out, and its texts go into the description. */
  $needs?: Needs;
  [field: string]: Fact | (string & {}) | number | boolean | null | undefined | BodyDescription | Needs
    | { $if: Flag; then: string | number | boolean; else?: string | number | boolean };
}

/** How people are spelled: digits, the number with its plus, an id, or an id without its domain, and what stands behind it. */
export type Spelling = `{${"digits" | "e164" | "id" | "user"}}${string}`;

/** How groups are spelled: by their ids, with or without the domain, and what stands behind it. */
export type GroupSpelling = `{${"id" | "user"}}${string}`;

/** A request. Texts hold names of the target in braces. */
export interface RequestDescription {
  /** Below the base URL: `{baseUrl}/api/{session}/events`. */
  url: `{baseUrl}/${string}`;
  /** One may be `$fingerprint`, where the gateway sends only once for each key. Not in a change: the same edit may come again. */
  headers?: { [name: string]: string | null } | null;
  query?: { [name: string]: string | null } | null;
  /** A kind without a spelling is refused, and so are people whose number has fewer digits than `fewestDigits`. `oldGroup` is for
   *  groups from before November 2021, where they differ. */
  recipients: {
    person?: Spelling | null; group?: GroupSpelling | null; oldGroup?: GroupSpelling | null; lid?: `{id}${string}` | null;
    fewestDigits?: number | null;
  };
  /** What the gateway cannot do without, beyond recipient, name and start. */
  requires?: readonly "location.name"[] | null;
  /** Whether the gateway makes the link of a call itself. */
  makesCallLinks?: boolean;
  /** "text" where numbers and truth values are written as texts. */
  values?: "text" | null;
  /** A JSON Schema of the body, for `bodySchema`. Its numbers are whole. */
  bodySchema?: object;
  body: BodyDescription;
}

/** What differs in a request that changes an event. `messageId` says how ids are spelled: `bare`, `long`, or what the gateway's own begin with. */
export interface ChangeDescription {
  messageId?: string;
  [part: string]: unknown;
}

/** Words in lower case; parts with `+` between stand apart, in any order. */
type Words = readonly string[];

/** What fields of a reply hold, by their paths; any value if the list is empty. */
type Values = { [path: string]: readonly string[] };

/** How a gateway replies. */
export interface AnswersDescription {
  notes?: readonly string[];
  /** Success replies. Only what fits one of them was sent. `like` names a built-in gateway that replies in the same way. */
  successes?: readonly {
    like?: string; statuses?: readonly number[]; messageId?: readonly string[]; longId?: boolean | null;
    required?: Values | null; optional?: Values | null; content?: readonly string[];
  }[];
  queued?: boolean;
  envelopes?: readonly { [path: string]: "text" | "integer" | "boolean" }[];
  refusesInXml?: boolean;
  refusesWith503?: boolean;
  /** Statuses that refuse, though others have begun then, where one of `codes` says why. */
  refusals?: readonly number[];
  messages?: readonly string[];
  codes?: { [word: string]: ReplyCode };
  words?: { [Code in ReplyCode]?: Words };
  hints?: readonly { words: Words; add: string }[];
}

/** Where a webhook has what of a guest's RSVP: paths, with dots between names. */
export interface RsvpsDescription {
  notes?: readonly string[];
  kind: string; answered: string; undecryptable?: string; fromMe: string; answer: string; response: string; extraGuests?: string;
  times: readonly string[]; eventMessage: string; answerMessage: string; chat: string; responders: readonly string[];
}

/**
 * A gateway's event endpoint. `gateways/gateway.schema.json` in the repository is the same as a JSON Schema, with words for each
 * part. At most 1000 values, 16,384 UTF-16 code units of text, 16 levels, 32 fields of a target, and 32 requests.
 */
export interface GatewayDescription {
  $schema?: string;
  /** Small letters, digits and `-`, up to 32; none of a gateway that ships. */
  id: string;
  /** As its makers write it, up to 64 bytes. */
  name: string;
  rank?: number;
  /** The `https` address of its page. */
  documentation?: string;
  /** The month in which the page was read: `2026-11`. */
  read?: string;
  notes?: readonly string[];
  /** Whether sending the same request twice sends one message. */
  idempotent?: boolean;
  /** Requests a minute, and the most characters of texts, where the page names limits. */
  limits?: { requestsPerMinute?: number; name?: number; description?: number; locationName?: number; locationAddress?: number };
  /** How an account is set up, and how the gateway reports on it: for tools, which make forms and tests of accounts of it. */
  account?: {
    documentation?: string;
    status?: {
      documentation: string; notes?: readonly string[]; method?: "GET" | "POST"; url: `{baseUrl}/${string}`;
      headers?: { [name: string]: string }; query?: { [name: string]: string }; body?: { [name: string]: string };
      troubles?: readonly { path: string; is: string | boolean; message: string }[];
    };
  };
  /** What a target says besides `gateway`. Secrets and names that must be there stand in a request; the account's need not. */
  target: { [field: string]: TargetFieldDescription };
  request: RequestDescription;
  /** JSON Merge Patches (RFC 7396) on the request, asked for by words of choices, or by `*` for a label that is given. */
  variants?: readonly { when: { [field: string]: string }; request?: { [part: string]: unknown }; edit?: ChangeDescription; cancel?: ChangeDescription }[];
  /** How an event that was sent is edited: a JSON Merge Patch on the request. `{messageId}` stands for its message's id. */
  edit?: ChangeDescription;
  /** How it is cancelled: a patch on `edit`, or on the request where there is no `edit`. */
  cancel?: ChangeDescription;
  answers?: AnswersDescription;
  /** How webhooks report guests' RSVPs; or the id of a gateway that ships and does it so. */
  rsvps?: string | RsvpsDescription;
}

/**
 * A gateway of a description. It is used where the id of one that ships is: as `gateway` of a target, and in `parseReply` and
 * `parseRsvp`. It is frozen; JSON of it, or a copy, is none.
 *
 * Throws a `TargetError` with all that is wrong, in `options.language`; `path` leads into the description.
 */
export function defineGateway(description: GatewayDescription, options?: { language?: LanguageTag }): OwnGateway;
