/**
 * Defines gateways of your own from descriptions, in the same form as those of the built-in gateways. It works with
 * every entry point but starts none: import `waevent`, `waevent/lite`, `waevent/inline` or `waevent/slim` as well.
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

/** A field of a target. */
export type TargetFieldDescription =
  /** A required name, of letters, digits and `_ . -`. `account` means that it identifies the sending account. */
  | { is: "segment"; account?: boolean; about?: string; label?: string; example?: string }
  /** An optional name. `default` is the name that means the same as none. */
  | { is: "label"; account?: boolean; default?: string; about?: string; label?: string; example?: string }
  /** A secret, either given in the target or filled in later by `authorize`. */
  | { is: "secret"; optional?: boolean; about?: string; label?: string }
  /** The start of all URLs. */
  | { is: "baseUrl"; default?: string; about?: string }
  /** One of these words. The first is the default. */
  | { is: "choice"; of: readonly string[]; about?: string };

/** The facts of an event that a body can contain. Times are Unix time, RFC 3339 with the event's offset (`rfc3339`), or
 *  RFC 3339 in UTC with milliseconds (`utc`). */
export type Fact =
  "$to" | "$name" | "$start.seconds" | "$start.milliseconds" | "$start.rfc3339" | "$start.utc" | "$end.seconds" |
  "$end.milliseconds" | "$end.rfc3339" | "$end.utc" | "$description" | "$location.name" | "$location.address" |
  "$location.latitude" | "$location.longitude" | "$reminder.given" | "$joinLink" | "$scheduledCall" |
  "$reminder.seconds" | "$extraGuestsAllowed" | "$canceled" | "$replyTo" | "$replyPrivately" | "$delaySeconds" |
  "$source";

/** The facts that are true or false. */
export type Flag = "$reminder.given" | "$scheduledCall" | "$extraGuestsAllowed" | "$canceled" | "$replyPrivately";

/** The fields without which the object of a location is left out. */
type Needs = readonly ("location.name" | "location.latitude")[];

/** A body: facts, names of the target in braces, constants (integers from 0 to 4294967295), and objects of these. In a
 *  variant, `null` removes a field. */
export interface BodyDescription {
  /** For the object of a location: the fields that it requires. A location that lacks one is left out, and its texts
   *  are appended to the description. */
  $needs?: Needs;
  [field: string]: Fact | (string & {}) | number | boolean | null | undefined | BodyDescription | Needs
    | { $if: Flag; then: string | number | boolean; else?: string | number | boolean };
}

/** How a person is written: as digits, a number with its plus sign, an id, or an id without its domain, and any text
 *  after it. */
export type Spelling = `{${"digits" | "e164" | "id" | "user"}}${string}`;

/** How a group is written: as its id, with or without the domain, and any text after it. */
export type GroupSpelling = `{${"id" | "user"}}${string}`;

/** A request. Texts may contain names of the target in braces. */
export interface RequestDescription {
  /** An address below the base URL: `{baseUrl}/api/{session}/events`. */
  url: `{baseUrl}/${string}`;
  /** One value may be `$fingerprint`, if the gateway sends only once for each key. Not in a change, because the same
   *  edit may be made again. */
  headers?: { [name: string]: string | null } | null;
  query?: { [name: string]: string | null } | null;
  /** Recipients of a kind without a spelling are refused, and so are people whose number has fewer digits than
   *  `fewestDigits`. `oldGroup` is for groups created before November 2021, if they are written differently. */
  recipients: {
    person?: Spelling | null; group?: GroupSpelling | null; oldGroup?: GroupSpelling | null; lid?: `{id}${string}` | null;
    fewestDigits?: number | null;
  };
  /** The fields that the gateway requires, beyond recipient, name and start. */
  requires?: readonly "location.name"[] | null;
  /** Whether the gateway creates the link of a call itself. */
  makesCallLinks?: boolean;
  /** "text" if numbers and booleans are written as strings. */
  values?: "text" | null;
  /** A JSON Schema of the body, for `bodySchema`. All numbers in it are integers. */
  bodySchema?: object;
  body: BodyDescription;
}

/** What differs in a request that changes an event. `messageId` says how message ids are written: `bare`, `long`, or
 *  the text that the gateway's own ids begin with. */
export interface ChangeDescription {
  messageId?: string;
  [part: string]: unknown;
}

/** Words in lower case. Parts joined by `+` may stand apart, in any order. */
type Words = readonly string[];

/** The values that fields of a reply may have, by their paths; any value if the list is empty. */
type Values = { [path: string]: readonly string[] };

/** How a gateway replies. */
export interface AnswersDescription {
  notes?: readonly string[];
  /** Success replies. Only a reply that fits one of them counts as sent. `like` names a built-in gateway that replies
   *  in the same way. `messageId` lists the places where the id may be, with dots for nested ones: `["data.id"]`. */
  successes?: readonly {
    like?: string; statuses?: readonly number[]; messageId?: readonly string[]; longId?: boolean | null;
    required?: Values | null; optional?: Values | null; content?: readonly string[];
  }[];
  queued?: boolean;
  envelopes?: readonly { [path: string]: "text" | "integer" | "boolean" }[];
  refusesInXml?: boolean;
  refusesWith503?: boolean;
  /** Statuses that count as a refusal at this gateway if the reply has one of `codes`, although elsewhere the event may
   *  have been sent. */
  refusals?: readonly number[];
  messages?: readonly string[];
  codes?: { [word: string]: ReplyCode };
  words?: { [Code in ReplyCode]?: Words };
  hints?: readonly { words: Words; add: string }[];
}

/** Where a webhook has the facts of an RSVP: paths, with dots between the names. */
export interface RsvpsDescription {
  notes?: readonly string[];
  kind: string; answered: string; undecryptable?: string; fromMe: string; answer: string; response: string; extraGuests?: string;
  times: readonly string[]; eventMessage: string; answerMessage: string; chat: string; responders: readonly string[];
}

/**
 * The description of a gateway's event endpoint. `gateways/gateway.schema.json` in the repository is the same as a JSON
 * Schema, and explains each part. It has at most 1000 values, 16,384 UTF-16 code units of text, 16 levels, 32 fields of
 * a target, and 32 requests.
 */
export interface GatewayDescription {
  $schema?: string;
  /** Up to 32 lower-case letters, digits and `-`. The id of a built-in gateway is refused. */
  id: string;
  /** The name as its makers write it, up to 64 bytes. */
  name: string;
  rank?: number;
  /** The `https` URL of its documentation. */
  documentation?: string;
  /** The month in which the page was read: `2026-11`. */
  read?: string;
  notes?: readonly string[];
  /** Whether sending the same request twice sends one message. */
  idempotent?: boolean;
  /** The limits that the page names: requests a minute, and characters in texts. */
  limits?: { requestsPerMinute?: number; name?: number; description?: number; locationName?: number; locationAddress?: number };
  /** How an account is set up, and how the gateway reports on it. Only for tools that make forms for accounts and test
   *  them. */
  account?: {
    documentation?: string;
    status?: {
      documentation: string; notes?: readonly string[]; method?: "GET" | "POST"; url: `{baseUrl}/${string}`;
      headers?: { [name: string]: string }; query?: { [name: string]: string }; body?: { [name: string]: string };
      troubles?: readonly { path: string; is: string | boolean; message: string }[];
    };
  };
  /** The fields of a target besides `gateway`. Each secret and each required name occurs in a request, except names of
   *  the account. */
  target: { [field: string]: TargetFieldDescription };
  request: RequestDescription;
  /** JSON Merge Patches (RFC 7396) on the request, selected by the words of choices, or by `*` for a label that is given. */
  variants?: readonly { when: { [field: string]: string }; request?: { [part: string]: unknown }; edit?: ChangeDescription; cancel?: ChangeDescription }[];
  /** How a sent event is edited: a JSON Merge Patch on the request. `{messageId}` stands for the id of its message. */
  edit?: ChangeDescription;
  /** How a sent event is cancelled: a patch on `edit`, or on the request if there is no `edit`. */
  cancel?: ChangeDescription;
  answers?: AnswersDescription;
  /** How webhooks report RSVPs, or the id of a built-in gateway that reports them in the same way. */
  rsvps?: string | RsvpsDescription;
}

/**
 * Makes a gateway from a description. Use the result wherever the id of a built-in gateway is expected: as `gateway` of
 * a target, and in `parseReply` and `parseRsvp`. It is frozen. A copy of it, or its JSON, is not a gateway.
 *
 * Throws a `TargetError` with all faults, in `options.language`. Their paths lead into the description.
 */
export function defineGateway(description: GatewayDescription, options?: { language?: LanguageTag }): OwnGateway;
