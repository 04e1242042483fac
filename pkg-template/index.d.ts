/**
 * waevent: one event in, a ready-to-POST WhatsApp event request out, for every gateway.
 *
 * Times are Unix seconds (`…Seconds`), Unix milliseconds (`…Milliseconds`) or strings. Every number has its unit in
 * its name, except in `TimeInput`, where `Options.epochUnit` says it.
 * Lengths are in UTF-16 code units, as `String.length` and WhatsApp's clients count.
 *
 * Faults of the data are results, never exceptions: every function returns all faults at once.
 */

// ───────────────────────────── input ─────────────────────────────

/** A date object, recognised by its shape: `Date`, `Temporal.Instant`, `Temporal.ZonedDateTime`,
 *  `Temporal.PlainDateTime` (needs a time zone), Luxon's `DateTime` (n8n's `$now`), any dayjs 1.x, moment, and
 *  `ZonedDateTime` and `CalendarDateTime` (needs a time zone) of `@internationalized/date`. An invalid date object
 *  causes a `time_format` issue, and one that holds only a date causes `time_missing`. */
export interface DateLike { toJSON?(): string | null; valueOf?(): unknown; toString?(): string }

/**
 * A time in an object, as other programs write it and as waevent returns it. If the object gives its time in several
 * forms, they must agree; otherwise the issue is `fields_contradict`. Its `timeZone` is checked against its offset,
 * like a zone in brackets.
 *
 * ```js
 * parseTime({ dateTime: "2027-09-10T14:00:00", timeZone: "America/Sao_Paulo" }).ok; // true
 * ```
 */
export type TimeObject =
  /** waevent's own. */
  | { rfc3339: string; epochSeconds?: number; epochMilliseconds?: number; timeZone?: string | null }
  | { epochSeconds: number; epochMilliseconds?: number; timeZone?: string | null }
  | { epochMilliseconds: number; timeZone?: string | null }
  /** Google Calendar, Microsoft Graph. An object with only a `date` is an all-day event, which causes `time_missing`. */
  | { dateTime: string; timeZone?: string | null; date?: string | null }
  /** PHP's `DateTime` as JSON. */
  | { date: string; timezone: string; timezone_type?: number }
  /** Firestore's client and server libraries, and Protocol Buffers. */
  | { seconds: number | string; nanoseconds?: number; nanos?: number }
  | { _seconds: number; _nanoseconds?: number }
  /** MongoDB as JSON. */
  | { $date: string }
  /** `@internationalized/date` as JSON, and Luxon's `toObject`; `month` counts from 1, `offset` is in milliseconds or as in `-03:00`. */
  | {
      year: number; month: number; day: number; hour: number; minute?: number; second?: number; millisecond?: number;
      timeZone?: string; offset?: number | string;
    };

/**
 * - RFC 3339 with an offset: `2026-04-28T14:00:00-03:00`; seconds may be left out, and a space may replace
 *   the `T`
 * - RFC 9557: `2026-04-28T14:00:00-03:00[America/Sao_Paulo]`, `2026-04-28T14:00[America/Sao_Paulo]`
 * - local, as `<input type="datetime-local">` gives it: `2026-04-28T14:00` (needs a time zone)
 * - a date that begins with the day or the month, if `Options.dateOrder` says which
 * - Unix time as number, bigint or numeric string (see `Options.epochUnit`)
 * - a date object, or an object that holds a time
 */
export type TimeInput = string | number | bigint | DateLike | TimeObject;

/** A place: a name, an address, coordinates, or several of them. */
export interface LocationInput {
  /** Up to 1000 characters, with a warning above 200. */
  name?: string | null;
  /** Up to 1000 characters, with a warning above 200. */
  address?: string | null;
  /** Degrees, −90…90, kept to seven decimals (a centimetre). Both coordinates or neither. */
  latitude?: number | string | null;
  /** Degrees, −180…180, kept to seven decimals. */
  longitude?: number | string | null;
}

/**
 * One event, described once, for every gateway. `null`, a missing key and a text that shows nothing mean the same.
 *
 * A `FormData`, a `URLSearchParams` and a plain object of their texts are accepted too: `"90"` and `"-23.55"` are
 * numbers, `on`, `true`, `1`, `off`, `false` and `0` are booleans, and `location.name` or `location[name]` is a part of
 * the location. A field that occurs twice is a `wrong_type`, and a number with two readings (`"1.500"` minutes) a
 * `number_ambiguous`.
 *
 * ```js
 * const input = {
 *   to: "+55 11 99999-9999",
 *   name: "Team meeting",
 *   start: "2027-09-10T14:00:00-03:00",
 *   durationMinutes: 90,
 *   location: { name: "Room A", address: "Av. Paulista, 1000" },
 * };
 * ```
 */
export interface EventInput {
  /** An international phone number (`+55 11 99999-9999`, 7 to 15 digits), `…@s.whatsapp.net`, `…@c.us`, a group
   *  (`…@g.us`, `…-group`) or `…@lid`. Never a number: a group's id has more digits than a JavaScript number
   *  can hold. */
  to: string | Recipient;
  /** The title on the card: one line of 1 to 200 characters, with a warning above 100. */
  name: string;
  /** Not before now (see `Options.allowPast`), up to 2038-01-19T03:14:07Z. */
  start: TimeInput;
  /** Later than `start`. */
  end?: TimeInput | null;
  /** Instead of `end`: more than 0, and a whole number of seconds. */
  durationMinutes?: number | string | null;
  /** IANA zone of `start` and `end`, in upper or lower case, or a Windows zone name, with a warning. Local times are
   *  read in it and instants are shown in it; an offset that it does not have at that time is `time_offset_conflict`
   *  (see `Options.offset`). It takes precedence over `Options.timeZone`; a zone that a time itself names takes
   *  precedence over it. */
  timeZone?: string | null;
  /** Up to 2048 characters, including line feeds and tabs. */
  description?: string | null;
  /** A name, or an object. */
  location?: string | LocationInput | null;
  /** An absolute `https` URL without credentials. WhatsApp's own clients accept only call links
   *  (`https://call.whatsapp.com/video/…`): others cause a warning. */
  joinLink?: string | null;
  /** Whether the event is a call. Default false. */
  scheduledCall?: boolean | string | null;
  /** Lead time of the reminder, in minutes before `start`: 0 to 525600, and a whole number of seconds. */
  reminderMinutes?: number | string | null;
  /** The same lead time in whole seconds, as in `Event`. */
  reminderSeconds?: number | string | null;
  /** Default false; always sent explicitly if the gateway has the field. */
  extraGuestsAllowed?: boolean | string | null;
  /** Whether the card says that the event is off. It does not cancel an earlier message. Default false. */
  canceled?: boolean | string | null;
  /** Message id to quote: 1 to 256 letters, digits and `_ @ . : -`. */
  replyTo?: string | null;
  /** Replies to a group's message in its author's private chat; needs `replyTo`. A message id does not say which chat
   *  it came from, so this is accepted for every recipient. Default false. */
  replyPrivately?: boolean | string | null;
  /** Whole seconds, 0 to 300, for which the gateway shows "typing…" before it sends. */
  delaySeconds?: number | string | null;
  /** Your own tag (`crm`, `n8n`), up to 64 characters. Only sent if the gateway has a field for it. */
  source?: string | null;
}

/**
 * What the caller decides for all events: how incomplete times and numbers are read. A plain object: anything else, such
 * as a `Map`, a list or an instance of a class, is a `wrong_type` at `options`.
 *
 * ```ts
 * import { parseEvent, type Options } from "waevent";
 *
 * const options: Options = { timeZone: "America/Sao_Paulo", country: "BR", language: "pt-BR" };
 * parseEvent({ to: "(11) 99999-9999", name: "Interview", start: "2027-09-10T14:00" }, options).ok; // true
 * ```
 */
export interface Options {
  /** The instant that decides what is past. Default: the host's clock. */
  now?: TimeInput;
  /** IANA zone of local times if the event names none, or a Windows zone name, with a warning. It does not apply to
   *  times that have an offset. Never guessed from the host. */
  timeZone?: string;
  /** ISO 3166 alpha-2 country of phone numbers without a plus sign, in upper or lower case. It is never guessed:
   *  without it such digits count as international if they can be nothing else; see `bareNumbers`. */
  country?: string;
  /** What to do with a local time that occurs twice or never, with Temporal's names. Default "reject": the issue's
   *  `params` have both candidates, in Unix seconds, and their offsets. */
  disambiguation?: "reject" | "compatible" | "earlier" | "later";
  /** What to do if an offset contradicts the zone that the event, an object or brackets name, with Temporal's names.
   *  Default "reject". */
  offset?: "reject" | "use" | "ignore" | "prefer";
  /** Unit of numeric times. Default: inferred from the size (≥ 1e11 is milliseconds), with a warning; a number that
   *  fits neither unit (below 1e8, or 1e14 and above) is `time_unit_suspect`. */
  epochUnit?: "seconds" | "milliseconds";
  /** Which part of dates such as `10/09/2027 14:00`, `9.10.2027 14:00` or `10-09-2027 14:00` comes first: the day
   *  ("dmy") or the month ("mdy"). Default: such dates are refused (`time_format`), because their order is unknown. It
   *  does not apply to dates that begin with the year. */
  dateOrder?: "dmy" | "mdy";
  /** Default false: a start before `now` is `time_past`. */
  allowPast?: boolean;
  /** Which WhatsApp id to send to if a country has two spellings (Brazil's 9, Mexico's 1, Argentina's 9, and the digits
   *  that Ivory Coast and Benin put in front). Default "typed": the spelling that was given, unless it cannot exist.
   *  "long" has the extra digits. */
  whatsappId?: "typed" | "long" | "short";
  /** How phone numbers without a plus sign are read. Default "unambiguous": as numbers of `country`, or without it as
   *  international if they can be nothing else; the others are `phone_country_missing`, which names the regions that fit in
   *  `params.candidates`. "international" says that the country code comes first, as in lists from webhooks and gateways:
   *  `country` then applies only to numbers that begin with 0. */
  bareNumbers?: "unambiguous" | "international";
  /** Turns every warning into an issue. Default false. */
  strict?: boolean;
  /** Language of `Issue.message`. Default "en". In Node, `waevent` and `waevent/inline` have all of them; elsewhere import
   *  those that you use, such as `"waevent/locales/pt-BR"`: one that was not imported is an `invalid_option` issue. */
  language?: LanguageTag;
  /** Makes `Issue.message` address guests, and says what the form calls its fields. Messages then name a field by its
   *  label. A part without its own label has the label of the whole field, and a field without a label is not named:
   *  "Choose a later time: this one has already passed." Labels are shown as text: on one line, at most 64 characters,
   *  without a colon or an asterisk at the end. A fault that is not in the event, such as an invalid target or option,
   *  is reported to guests as a form that is not set up correctly. Errors that are thrown, and warnings about a
   *  builder's target and options, are always for developers. Default: messages are for developers, and fields are
   *  named as in `path`. */
  labels?: Labels;
}

/** The options of `parseReply`. In other functions `secrets` is an unknown option, which causes a warning. */
export interface ReplyOptions extends Options {
  /** What the message must not contain: the secrets of the request, as a list or by name, as in a target. They are
   *  found in upper and lower case, and in URLs, JSON, HTML, Base64 and hexadecimal. Each is 1 to 4096 visible ASCII
   *  characters; `undefined` and empty texts are ignored. A secret of fewer than four characters is found only if it
   *  stands alone. */
  secrets?: readonly (string | undefined)[] | Record<string, string | undefined>;
}

/** The languages of messages, by their BCP 47 tags. */
export type Language = "en" | "pt-BR" | "es" | "ar";

/** A tag that selects one of them, in upper or lower case, with `-` or `_`: `pt`, `pt_BR`, `es-MX`. It is looked up by
 *  RFC 4647, which shortens the tag from its end, so its first part decides. Editors suggest the languages. */
export type LanguageTag = Language | (`${"en" | "pt" | "es" | "ar"}${"" | `-${string}` | `_${string}`}` & Record<never, never>);

/** The path of a field with dots, as a form names it: `start`, `location.name`. */
export type FieldPath = keyof EventInput | `location.${keyof LocationInput}`;

/** What a form calls its fields, by their paths. */
export type Labels = { [Path in FieldPath]?: string | null };

// ───────────────────────────── results ─────────────────────────────

/** `issues` lists every fault, in field order. Each list has at most fifty entries, then one `more_issues` with the
 *  `count` of the rest: an event with 100,000 unknown fields causes 51 warnings. A key that only the other case has may
 *  still be read: `result.value?.start`. The same holds for all unions here. */
export type Result<T> =
  | { ok: true; value: T; issues?: undefined; warnings: Issue[] }
  | { ok: false; value?: undefined; issues: Issue[]; warnings: Issue[] };

/** Keys that a case of a union lacks. They may still be read, even if `strict` is off and `ok` does not narrow. */
export type Absent<Key extends string> = { [Name in Key]?: undefined };

/** A superset of a Standard Schema issue. It never holds a secret or a phone number. */
export interface Issue {
  code: IssueCode;
  /** Field names as in `EventInput`, `Target` or `Options`; the name of the argument (`input`, `target`, `options`,
   *  `request`, `secrets`) if the fault is the whole argument. Empty only in `more_issues`. */
  path: (string | number)[];
  /** The facts that the message contains, e.g. `{ max: 2048, length: 3011 }`. */
  params?: Record<string, unknown>;
  /** What is wrong, and what to do about it, for a developer: fields are named as in `path`. For guests, see
   *  `Options.labels` and `formatIssue`. */
  message: string;
}

/** What is wrong or unusual, for programs to branch on. The spelling of a code never changes; new codes may be added. */
export type IssueCode =
  // shape
  | "wrong_type" | "required" | "unknown_field" | "repeated_field" | "invalid_option" | "fields_contradict"
  | "more_issues"
  // lines
  | "lines_format" | "not_utf8"
  // text
  | "too_long" | "control_character" | "bidi_override" | "lone_surrogate" | "literal_escape"
  | "lines_joined" | "html_shown" | "letter_lost"
  // time
  | "time_format" | "time_missing" | "time_out_of_range" | "time_year_range" | "time_leap_second"
  | "time_offset_format" | "time_offset_range" | "time_offset_conflict" | "time_critical_suffix"
  | "time_zone_missing" | "time_zone_unknown" | "time_zone_abbreviation"
  | "time_zone_windows" | "time_zone_without_summer_time" | "time_zone_overruled"
  | "time_ambiguous" | "time_nonexistent" | "time_past" | "time_too_far"
  | "time_fraction_dropped" | "time_local_offset_unknown" | "time_offset_unusual"
  | "time_numeric_string" | "time_unit_guessed" | "time_unit_suspect" | "host_time_zone_stale"
  | "end_before_start" | "end_and_duration" | "duration_invalid" | "duration_short"
  // recipient
  | "phone_letters" | "phone_too_short" | "phone_too_long" | "phone_unknown_country_code"
  | "phone_country_missing" | "phone_area_code_missing" | "phone_invalid_for_region" | "phone_renumbered"
  | "phone_non_geographic" | "phone_extension" | "phone_multiple" | "phone_malformed_plus"
  | "phone_number_format" | "phone_invalid_characters" | "phone_malformed_uri"
  | "phone_unsupported_scheme" | "phone_link_without_number"
  | "phone_not_mobile" | "phone_digits_normalized" | "phone_invisible_removed"
  | "phone_quotes_removed" | "phone_trunk_zero_removed" | "phone_legacy_prefix_removed" | "phone_ninth_digit_added"
  | "phone_international_prefix_assumed" | "phone_country_code_assumed"
  | "phone_from_link" | "phone_device_removed" | "phone_id_outside_plan"
  | "recipient_group_invite" | "recipient_newsletter" | "recipient_broadcast"
  | "recipient_unsupported"
  // place, link, rest
  | "latitude_range" | "longitude_range" | "coordinates_incomplete" | "coordinates_swapped"
  | "coordinates_zero" | "decimal_comma" | "number_ambiguous"
  | "url_format" | "url_scheme" | "url_credentials" | "join_link_not_whatsapp"
  | "reminder_invalid" | "delay_invalid" | "reply_id_format"
  // gateway and target
  | "field_unsupported" | "field_moved" | "field_required_by_gateway" | "end_invented"
  | "operation_unsupported" | "message_id_format"
  | "unknown_gateway" | "target_segment" | "target_base_url" | "target_base_url_path" | "header_value"
  // signature of a webhook
  | "signature_missing" | "signature_format" | "signature_algorithm" | "signature_mismatch" | "signature_unpublished";

// ───────────────────────────── values ─────────────────────────────

/** An instant, in whole seconds, with its offset and the zone in which it was given. */
export interface Time {
  /** Unix time in seconds. */
  epochSeconds: number;
  /** Unix time in milliseconds. */
  epochMilliseconds: number;
  /** RFC 3339 without a fraction, with the offset that the zone has at that time, or else the given offset:
   *  `2026-04-28T14:00:00-03:00`. It ends in `Z` for Unix time, a `Date` and the unknown offset `-00:00`. */
  rfc3339: string;
  /** The zone, if one was given: as the caller spelled it, or its IANA name if that was a Windows name. */
  timeZone?: string;
}

/** Who an event goes to: a person by phone number, a group, or a person by a LID, which hides the number. */
export type Recipient =
  | {
      kind: "person";
      /** `+5511999999999` */
      e164: string;
      /** The one or two ids that may exist on WhatsApp, as digits. The first one is used. */
      whatsappIds: string[];
      /** True if no offline rule can decide which of `whatsappIds` exists. */
      lookupRecommended: boolean;
      /** `5511999999999@s.whatsapp.net`: the first of `whatsappIds`. */
      jid: string;
      /** `5511999999999@c.us`: the same id. */
      chatId: string;
      id?: undefined;
    }
  | ({ kind: "group"; /** `120363019502650977@g.us` */ id: string } & NoNumber)
  | ({ kind: "lid"; /** `123456789012345@lid` */ id: string } & NoNumber);

/** The keys of a person that groups and LIDs do not have. */
export type NoNumber = Absent<"e164" | "whatsappIds" | "lookupRecommended" | "jid" | "chatId">;

/** The validated, gateway-neutral event. Frozen plain data. */
export interface Event {
  to: Recipient;
  name: string;
  start: Time;
  end?: Time;
  description?: string;
  location?: { name?: string; address?: string; latitude?: number; longitude?: number };
  joinLink?: string;
  scheduledCall: boolean;
  reminderSeconds?: number;
  extraGuestsAllowed: boolean;
  canceled: boolean;
  replyTo?: string;
  replyPrivately: boolean;
  delaySeconds?: number;
  source?: string;
}

// ───────────────────────────── gateways ─────────────────────────────

/** The gateways, as `Target.gateway` names them. */
export type GatewayId = "ryzeapi" | "wappfy" | "wawp" | "waha" | "zapi" | "whapi" | "waapi" | "turbonotify";

/** The libraries, as `buildCall` names them. */
export type LibraryId = "baileys" | "whatsapp-web.js" | "wa-js";

/**
 * Where to send, and how. Secrets are optional everywhere: without them the request is a draft that
 * `authorize` completes on the server, so that no token ever reaches a browser.
 *
 * `instance`, `session` and `instanceId` are 1 to 100 letters, digits and `_ . -`, starting with a letter
 * or digit, without `..`. `baseUrl` is `https`, or `http` for loopback and private hosts, without
 * credentials, query and fragment; a path in front is fine. The metadata services of clouds are refused.
 */
export type Target =
  | {
      gateway: "ryzeapi";
      /** The name of the instance that is connected to WhatsApp. */
      instance: string;
      /** The instance's own token. The account's token works too, but is allowed to do more than is needed. */
      token?: string;
      baseUrl?: string;
    }
  | {
      gateway: "wappfy";
      /** The name of the session that is connected to WhatsApp. */
      session: string;
      /** From Wappfy's dashboard. */
      apiKey?: string;
      baseUrl?: string;
      /** Wappfy's page documents two contracts. "guide" (default): `jid`, milliseconds, location and
       *  extraGuestsAllowed required. "reference": `chatId`, seconds, `reply_to`. Never mixed. */
      contract?: "guide" | "reference";
    }
  | {
      gateway: "wawp";
      /** The 12 letters and digits of the instance. */
      instanceId: string;
      accessToken?: string;
      baseUrl?: string;
      /** Where `instance_id` and `access_token` are sent. Default "body". */
      credentials?: "body" | "query" | "header";
      /** "typed" (default) sends numbers and booleans, "strings" sends them as strings, like the page's
       *  samples. */
      values?: "typed" | "strings";
    }
  | {
      gateway: "waha";
      /** The name of the session that is connected to WhatsApp. */
      session: string;
      /** The key that the server was started with. A server without one accepts any key. */
      apiKey?: string;
      /** The URL of your own server: WAHA has no host of its own. */
      baseUrl: string;
    }
  | {
      gateway: "zapi";
      instanceId: string;
      /** The instance's token, which is part of the path: only letters, digits and `_ . -`, like the names. */
      token?: string;
      /** The account's token, in the header `Client-Token`. Accounts that have not switched it on have none. */
      clientToken?: string;
      baseUrl?: string;
      /** "header" (default) sends `clientToken`, "path" is for accounts that have not switched it on. */
      credentials?: "header" | "path";
    }
  | {
      gateway: "whapi";
      /** The channel's token, which also identifies the channel that sends. */
      token?: string;
      baseUrl?: string;
    }
  | {
      gateway: "waapi";
      /** The number of the instance. */
      instanceId: string;
      /** The API token, which can use all instances of its owner. */
      token?: string;
      baseUrl?: string;
    }
  | {
      gateway: "turbonotify";
      /** An API key with the scope messages:send. */
      token?: string;
      /** The alias of an extra number. Without one the account's main number is used. */
      alias?: string;
      baseUrl?: string;
    };

/**
 * A gateway of your own, as returned by `defineGateway` of `waevent/define`. It has the same facts as a built-in
 * gateway, and a target names the gateway by this value. Plain data with the same fields is not a gateway.
 */
export interface OwnGateway extends Readonly<Omit<Gateway, "id" | "documentation">> {
  readonly id: string;
  /** The URL of its documentation; empty if the description names none. */
  readonly documentation: string;
  /** It does not exist at run time. It stops the compiler from accepting plain data. */
  readonly "~own": never;
}

/** Where to send with a gateway of your own: the fields that its description has. Secrets are optional here too. */
export type OwnTarget = { gateway: OwnGateway } & { [field: string]: string | undefined | OwnGateway };

/** `fetch(request.url, request)` sends it. */
export interface GatewayRequest {
  method: "POST";
  url: string;
  headers: Record<string, string>;
  /** JSON text, ready to POST. */
  body: string;
  /** The secrets that `authorize` still has to fill in, named as in `Target` (`token`, `apiKey`, `accessToken`,
   *  `clientToken`); empty if the request is complete. Until then the slot of each secret has its name in braces:
   *  `{token}`. */
  missingSecrets: string[];
}

/** What a gateway can be asked to do with an event. */
export type Operation = "send" | "edit" | "cancel";

/** What `buildRequest`, `buildEdit` and a builder return. */
export interface Built {
  /** The request to POST. */
  request: GatewayRequest;
  /** The event as it was understood. Computed when first read. */
  readonly event: Event;
  /**
   * Detects duplicate sends: 32 hexadecimal digits, equal for two requests if the same account of the same gateway
   * sends them and a guest could not distinguish the two cards, and different otherwise. How the input was spelled does
   * not count, nor does anything that the gateway does not show, including `delaySeconds` and `source`. It contains no
   * secret, and later versions compute the same value. It is sent only as an idempotency key, if the gateway accepts
   * one. Computed when first read.
   *
   * The fingerprint of an edit or a cancellation also depends on the message: it is equal if the same message would
   * show the same card, and never equal to the fingerprint of sending that card.
   */
  readonly fingerprint: string;
}

/** What `buildCancel` returns. */
export interface Cancellation extends Pick<Built, "request" | "fingerprint"> {
  /** The event as the card will show it, if it was passed: `canceled` is true. Computed when first read. */
  readonly event?: Event;
}

/** The arguments for a library's function. A time that it takes as a `Date` is a `Date`, in whole seconds. */
export interface Call<Id extends LibraryId = LibraryId> {
  /** The recipient as the library spells it: `…@s.whatsapp.net` or `…@c.us`, `…@g.us`, `…@lid`. */
  to: string;
  /** The arguments after the recipient. */
  args: LibraryArguments[Id];
}

/** The arguments of each library's function. */
export interface LibraryArguments {
  /** `sock.sendMessage(to, ...args)` of Baileys 7. */
  baileys: [content: {
    event: {
      name: string;
      description?: string;
      startDate: Date;
      endDate?: Date;
      location?: { degreesLatitude?: number; degreesLongitude?: number; name?: string; address?: string };
      /** Baileys creates a link for it. */
      call?: "video";
      isScheduleCall: boolean;
      isCancelled: boolean;
      extraGuestsAllowed: boolean;
    };
  }];
  /** `client.sendMessage(to, new ScheduledEvent(...args))` of whatsapp-web.js. */
  "whatsapp-web.js": [name: string, startTime: Date, options: {
    description?: string;
    endTime?: Date;
    location?: string;
    /** whatsapp-web.js creates a link for "video", and also if the type is left out. */
    callType: "video" | "none";
    isEventCanceled: boolean;
    /** Always `undefined`: whatsapp-web.js makes the secret itself, but its types require the key. */
    messageSecret: undefined;
  }];
  /** `WPP.chat.sendEventMessage(to, ...args)` of wa-js. */
  "wa-js": [options: {
    name: string;
    description?: string;
    /** Unix seconds. */
    startTime: number;
    /** Unix seconds. */
    endTime?: number;
    location?: { degreesLatitude: number; degreesLongitude: number; name: string };
    /** wa-js creates a link for it. */
    callType?: "video";
    /** The id of a message, in wa-js's own form. */
    quotedMsg?: string;
  }];
}

/** What a library carries, as data. */
export interface Library {
  id: LibraryId;
  /** As its makers write it. */
  name: string;
  recipients: ("person" | "group" | "lid")[];
  /** `EventInput` fields with a place of their own, as in `Gateway`. */
  fields: string[];
  /** How long it shows an event without an end, if it invents an end. The warning is `end_invented`. */
  inventsEndSeconds?: number;
  /** The URL of its documentation. */
  documentation: string;
}

/**
 * Every library that `buildCall` knows. Frozen. None of them is a gateway, and only `buildCall` accepts them.
 *
 * ```js
 * libraries.map(({ id }) => id); // ["baileys","whatsapp-web.js","wa-js"]
 * ```
 */
export const libraries: readonly Library[];

/** What a gateway carries and asks for, as data. */
export interface Gateway {
  id: GatewayId;
  /** As its makers write it. */
  name: string;
  timeUnit: "seconds" | "milliseconds" | "rfc3339";
  recipients: ("person" | "group" | "lid")[];
  /** `EventInput` fields with a place of their own, parts behind a dot (`location.address`), for a
   *  target with its defaults. Other fields are moved or left out, with a warning. */
  fields: string[];
  /** `EventInput` fields that the gateway requires, beyond `to`, `name` and `start`. */
  requires: string[];
  /** Names of its secrets, as in `Target`. */
  secrets: string[];
  /** The fields of its `Target` besides `gateway`, in order. */
  target: TargetField[];
  /** The operations for which its pages document a request. The others are `operation_unsupported`. */
  operations: Operation[];
  /** Whether it publishes how its webhooks report RSVPs, so that `parseRsvp` can read them. */
  rsvps: boolean;
  requestsPerMinute?: number;
  /** Whether sending the same request twice sends one message. */
  idempotent: boolean;
  /** The URL of its documentation. */
  documentation: string;
}

/** A field of a gateway's target. */
export interface TargetField {
  name: string;
  /** A required name (`segment`), an optional one (`label`), a secret, the base URL, or one of several words. */
  is: "segment" | "label" | "secret" | "baseUrl" | "choice";
  /** Whether it identifies the account that sends. */
  account?: boolean;
  /** The gateway's own base URL, if it has one; the word of a choice that is used if none is given; or the label that
   *  means the same as none. */
  default?: string;
  /** The words of a choice. */
  of?: string[];
}

/**
 * Every gateway. Frozen.
 *
 * ```js
 * gateways.find(({ id }) => id === "zapi")?.recipients; // ["group"]
 * ```
 */
export const gateways: readonly Gateway[];

// ───────────────────────────── functions ─────────────────────────────
// Faults in data are results. Only faults of the caller throw: not initialised, a missing argument, no issue to format.

/**
 * Checks an event by the rules that hold for all gateways.
 *
 * ```js
 * const result = parseEvent({ to: "+5511999999999", name: "", start: "tomorrow" });
 * result.ok; // false
 * result.issues?.map((issue) => issue.code); // ["required", "time_format"]
 * ```
 */
export function parseEvent(input: EventInput | {} | null | undefined, options?: Options): Result<Event>;

/**
 * Reads a phone number or an id. Its issues have the path `["to"]`.
 *
 * ```js
 * parseRecipient("+55 (11) 99999-9999").value?.chatId; // "5511999999999@c.us"
 * ```
 */
export function parseRecipient(text: string | Recipient | {} | null | undefined, options?: Options): Result<Recipient>;

/**
 * Reads a time. Its issues have the path `["start"]`.
 *
 * ```js
 * parseTime("2027-04-28T14:00:00-03:00").value?.epochSeconds; // 1808931600
 * ```
 */
export function parseTime(input: TimeInput | {} | null | undefined, options?: Options): Result<Time>;

/**
 * Builds the request that sends an event, and reports the faults of event, target and options together.
 *
 * ```js
 * const result = buildRequest(input, { gateway: "ryzeapi", instance: "sales" });
 * if (result.ok) result.value.request.body; // JSON text
 * ```
 */
export function buildRequest(input: EventInput | {} | null | undefined, target: Target | OwnTarget, options?: Options): Result<Built>;

/**
 * Builds the request that replaces the event that a message shows. Pass the whole event, as changed: gateways remove from
 * the card what is not sent again. `messageId` is the one that `parseReply` or `parseRsvp` returned, bare or long; its
 * faults have the path `["messageId"]`. If the gateway has no such request, the issue is `operation_unsupported`, which
 * says what to do instead.
 *
 * ```js
 * const group = { ...input, to: "120363312345678901@g.us" };
 * const result = buildEdit({ ...group, name: "Planning" }, "3EB0C767D82A", { gateway: "zapi", instanceId: "A1B2" });
 * if (result.ok) result.value.request.url; // https://api.z-api.io/instances/A1B2/token/{token}/send-edit-event
 * ```
 */
export function buildEdit(
  input: EventInput | {} | null | undefined,
  messageId: string,
  target: Target | OwnTarget,
  options?: Options,
): Result<Built>;

/**
 * Builds the request that marks the event that a message shows as cancelled. `event` is the one that was sent, whatever
 * its `canceled` says. Some gateways need it, because they remove from the card what is not sent again; without it the
 * issue there is `required` at `["event"]`. Its own faults have the paths of its fields. With `allowPast`, its start
 * may have passed.
 *
 * ```js
 * const event = { ...input, to: "120363312345678901@g.us" };
 * const result = buildCancel("3EB0C767D82A", { gateway: "zapi", instanceId: "A1B2" }, { event });
 * if (result.ok) result.value.event?.canceled; // true
 *
 * buildCancel("3EB0C767D82A", { gateway: "ryzeapi", instance: "sales" }).issues?.[0].code; // "operation_unsupported"
 * ```
 */
export function buildCancel(
  messageId: string,
  target: Target | OwnTarget,
  options?: Options & { event?: EventInput | {} | null },
): Result<Cancellation>;

/**
 * Builds the call of a library that sends WhatsApp messages itself: the recipient, and the arguments. Faults and warnings are
 * those of `buildRequest`; in their `params` the library is called `gateway`.
 *
 * ```js
 * const result = buildCall(input, { library: "baileys" });
 * if (result.ok) result.value.args[0].event.startDate.toISOString(); // 2027-09-10T17:00:00.000Z
 * ```
 */
export function buildCall<Id extends LibraryId>(
  input: EventInput | {} | null | undefined,
  library: { library: Id },
  options?: Options,
): Result<Call<Id>>;

/**
 * Checks target and options once, for many events; `build` is then faster than `buildRequest`.
 * Throws `TargetError` (with `issues`) when the target or an option is invalid.
 *
 * ```js
 * const builder = createBuilder({ gateway: "wawp", instanceId: "A1B2" });
 * const results = bookings.map((booking) => builder.build(booking));
 * ```
 */
export function createBuilder(target: Target | OwnTarget, options?: Options): Builder;

/** Builds requests for a target and options that were checked once. */
export interface Builder {
  /** Builds the request for one event. */
  build(input: EventInput | {} | null | undefined): Result<Built>;
  /** The warnings about target and options, such as an unknown field. */
  readonly warnings: Issue[];
}

/**
 * Builds the requests of many events in newline-delimited JSON, one event a line: bytes in, bytes out, in pieces,
 * without an object or a promise for each event. The output has one line for each input line that is not blank, in
 * order: a `LineResult` as JSON.
 *
 * `lines` may be text, bytes, a `Blob` such as a chosen file, a stream, or an iterable of text or bytes, whose pieces
 * may be cut anywhere, even inside a character. A line is up to 1 MiB long. Unlike `build`, it does not compare the
 * host's time zones (`host_time_zone_stale`).
 *
 * A line with bytes that are not UTF-8 is refused (`not_utf8`; `params.byte` counts from 1). A file that is a JSON
 * array, UTF-16 or a pretty-printed object, or that has commas after its objects or several objects on one line, is
 * reported once (`lines_format`), at the first line that shows this, and nothing is built from it. After a first line
 * of valid JSON, only the faulty line itself is refused.
 *
 * Throws `TargetError` if the target or an option is invalid, including `signal` and `onProgress`. After an abort,
 * iterating rejects with the signal's reason.
 *
 * ```js
 * const text = bookings.map((booking) => JSON.stringify(booking)).join("\n");
 * const results = buildLines(text, { gateway: "wawp", instanceId: "A1B2" });
 * for await (const bytes of results) new TextDecoder().decode(bytes); // {"line":1,"ok":true,"request":{"method":"POST",…
 * ```
 */
export function buildLines(lines: LinesSource, target: Target | OwnTarget, options?: LinesOptions): Lines;

/** Where lines come from: text, bytes, a `Blob`, a stream, or an iterable of text or bytes. */
export type LinesSource = LinesChunk | Blob | ReadableStream<LinesChunk> | AsyncIterable<LinesChunk> | Iterable<LinesChunk>;
/** A piece of the lines, cut anywhere: text, or bytes in UTF-8. */
export type LinesChunk = string | ArrayBuffer | ArrayBufferView;

/** The options of `buildLines`: those of `parseEvent`, and two to follow it and to stop it. */
export interface LinesOptions extends Options {
  /** Stops between two pieces, or while the next piece is awaited. */
  signal?: AbortSignal;
  /** Called after each piece. */
  onProgress?: (progress: LinesProgress) => void;
}

/** The progress so far. Blank lines count in `lines`, but are neither built nor refused. */
export interface LinesProgress { bytes: number; lines: number; built: number; refused: number }

/** The bytes of the output; at the end, the counts. */
export interface Lines extends AsyncGenerator<Uint8Array, LinesProgress, void> {
  /** The warnings about target and options, such as an unknown field. */
  readonly warnings: Issue[];
}

/** One line of the output of `buildLines`. `line` counts from 1. */
export type LineResult =
  | { line: number; ok: true; request: GatewayRequest; fingerprint: string; issues?: undefined; warnings: Issue[] }
  | ({ line: number; ok: false; issues: Issue[]; warnings: Issue[] } & Absent<"request" | "fingerprint">);

/**
 * Returns a schema of the event for form libraries and servers that take a [Standard
 * Schema](https://standardschema.dev) or a Standard JSON Schema. It never returns a Promise.
 *
 * The value of a valid event is the frozen `Event`. Warnings are not reported, unless `strict` turns them into issues.
 * With a target, that gateway's own requirements count too; the JSON Schemas are the same for every target. Throws
 * `TargetError` (with `issues`) if the target or an option is invalid: the user of a form is not shown its author's
 * mistakes.
 *
 * ```js
 * const schema = eventSchema({ target: { gateway: "wappfy", session: "sales" } });
 * const { issues } = schema["~standard"].validate({ ...input, location: { latitude: 91, longitude: 0 } });
 * issues?.map(({ path }) => path.join(".")); // ["location.name", "location.latitude"]
 *
 * schema["~standard"].jsonSchema.input({ target: "draft-2020-12" }).required; // ["to", "name", "start"]
 * ```
 */
export function eventSchema(
  options?: Options & { target?: Target | OwnTarget },
): StandardSchemaV1<EventInput, Event> & StandardJSONSchemaV1<EventInput, Event>;

/** As in `@standard-schema/spec` 1.1, and synchronous. */
export interface StandardSchemaV1<Input = unknown, Output = Input> {
  readonly "~standard": StandardProperties<Input, Output> & {
    readonly validate: (value: unknown, options?: StandardOptions) => StandardResult<Output>;
  };
}

/** As in `@standard-schema/spec` 1.1. */
export interface StandardJSONSchemaV1<Input = unknown, Output = Input> {
  readonly "~standard": StandardProperties<Input, Output> & {
    readonly jsonSchema: {
      /** The schema of the input. It accepts everything that `parseEvent` accepts, and more, because it can only
       *  describe single fields. Targets are "draft-2020-12" and "draft-07"; others throw a `TypeError`. Returns a new
       *  object each time. */
      readonly input: (options: StandardOptions & { readonly target: JSONSchemaTarget }) => Record<string, unknown>;
      /** The schema of the output, an `Event`. */
      readonly output: (options: StandardOptions & { readonly target: JSONSchemaTarget }) => Record<string, unknown>;
    };
  };
}

/** The supported drafts. The type allows any string, so libraries may pass other drafts. */
export type JSONSchemaTarget = "draft-2020-12" | "draft-07" | ({} & string);

/** The properties of every Standard Schema and Standard JSON Schema. */
export interface StandardProperties<Input, Output> {
  readonly version: 1;
  readonly vendor: string;
  /** Only for the compiler; it does not exist at run time. */
  readonly types?: { readonly input: Input; readonly output: Output } | undefined;
}

/** Options that libraries may pass. They are ignored. */
export interface StandardOptions {
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

/** A valid result has no key `issues`, and an invalid one has no key `value`. Libraries infer the output type from
 *  `value`, so only one case declares it, as in the specification. */
export type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly Issue[] };

/**
 * Returns a copy of the request with the missing secrets filled in and its body serialized again. Secrets that are not
 * missing are ignored, and those that are not given stay in `missingSecrets`. Throws `TargetError` if the argument is
 * not a request; if a missing secret has no slot in it, or more than one; if an object in the body has the same key
 * twice, or the secret's header or parameter occurs twice; and if a secret is not 1 to 4096 visible ASCII characters,
 * or belongs in the path and is not a plain name.
 *
 * The slot of a secret is a whole segment of the path, the whole value of a parameter or a header (or all of it after a
 * scheme: `Bearer {accessToken}`), or the top-level field of the body with its name (`access_token`).
 *
 * A request that came from a browser may have been changed there: use only its `body`, and check the account in what
 * `authorize` returns, as `examples/drafts.mjs` does; or build the request again on the server.
 *
 * ```js
 * const complete = authorize(draft, { token: process.env.RYZEAPI_TOKEN });
 * await fetch(complete.url, complete);
 * ```
 */
export function authorize(
  request: GatewayRequest,
  secrets: Record<string, string | undefined>,
): GatewayRequest;

/** A body: as text of any content type, as parsed JSON, or as bytes in UTF-8. A body of more than 1 MiB counts as cut
 *  off, so you may stop reading there. */
export type HttpBody = string | Record<string, unknown> | readonly unknown[] | ArrayBuffer | ArrayBufferView | null;

/**
 * A gateway's reply as received, with the names of `fetch` and axios (`status`), or of got and n8n (`statusCode`). A
 * body that was not read yet, such as a stream, makes the outcome "unknown": pass `await response.text()`.
 */
export type HttpReply = ({ status: number } | { statusCode: number }) & {
  /** An object, or an iterable of pairs such as a `Headers` or a `Map`. The names may be in upper or lower case. */
  headers?: object;
  body?: HttpBody;
  /** The body if `body` is not given: this is axios's name for it. */
  data?: HttpBody;
};

/** Why an event was not sent, or may not have been; `retry` says what to do. `gateway_unreachable` is the reply of a
 *  proxy or a tunnel in front of the gateway; the request did not reach the gateway. */
export type ReplyCode =
  | "invalid_request" | "invalid_number" | "unauthorized" | "forbidden" | "session_not_found"
  | "rate_limited" | "disconnected" | "gateway_unreachable" | "send_failed" | "upstream_failed" | "server_error" | "unreadable";

/** What is known of an event that was not sent, or may not have been. */
export interface ReplyFailure {
  code: ReplyCode;
  /** The gateway's own words, at most 500 characters, with `[removed]` in place of phone numbers, `secrets`, whatever
   *  follows a word such as "token", and anything that does not look like a word; `HTTP 502` if it says nothing. A
   *  secret made only of letters, such as "flores", can only be recognised if it is passed. */
  message: string;
  /** How long to wait, if the gateway says so. */
  retryAfterSeconds?: number;
}

/** `messageId` is as the gateway wrote it; `sameMessage` compares it. An id that equals a secret does not count as one. */
export type Reply =
  | ({ outcome: "sent"; messageId: string } & NoFailure)
  /** It waits in the gateway's queue. */
  | ({ outcome: "accepted"; messageId: string } & NoFailure)
  /** "never": the same request fails again. "after": send it again, later. */
  | ({ outcome: "not_sent"; retry: "never" | "after"; messageId?: undefined } & ReplyFailure)
  /** It may have been sent: look before sending again. */
  | ({ outcome: "unknown"; retry: "check_first"; messageId?: undefined } & ReplyFailure);

/** The keys of a failure, which a reply to a sent event does not have. */
export type NoFailure = Absent<"retry" | keyof ReplyFailure>;

/**
 * Reads the gateway's reply: JSON, XML, HTML or plain text, whatever the status says. The outcome is "sent" only if the
 * reply fits the success reply on the gateway's page; a refusal that mentions a message id or a timeout is "unknown".
 * Anything that is not a reply is `unreadable`. Throws `TargetError` if the gateway is unknown or an option is invalid.
 * Pass the request's secrets, because gateways repeat them.
 *
 * ```js
 * const body = '{"success":true,"status":"sent","data":{"messageId":"3EB0C767D82A"}}';
 * parseReply("ryzeapi", { status: 200, body }).outcome; // "sent"
 * parseReply("ryzeapi", { status: 502, body: "<h1>Bad Gateway</h1>" }).retry; // "check_first"
 *
 * const secrets = { token: "flores" };
 * parseReply("ryzeapi", { status: 401, body: "So flores?" }, { secrets }).message; // "So [removed]?"
 * ```
 */
export function parseReply(gateway: GatewayId | OwnGateway, reply: HttpReply, options?: ReplyOptions): Reply;

/**
 * Returns the JSON Schema (2020-12) of the bodies that a target accepts and that waevent writes: keys, types, and times
 * in the right unit. It describes bodies that send an event, unless you name another `operation`. Returns a new object
 * each time, or `undefined` for a gateway of your own without a schema. Throws `TargetError` if the target is invalid,
 * or if the operation does not exist or the gateway does not have it.
 *
 * ```js
 * bodySchema({ gateway: "wappfy", session: "sales" }).required; // ["jid", "event"]
 * ```
 */
export function bodySchema<T extends Target | OwnTarget>(
  target: T,
  operation?: Operation,
): T extends OwnTarget ? Record<string, unknown> | undefined : Record<string, unknown>;

/**
 * Writes an issue's message again, from the code, the path and the params, in another language or for another reader. The
 * issue may have gone through JSON. Throws a `TypeError` if it is not an issue, or if the language was not imported.
 *
 * Without a `reader` the message is for developers, as `Issue.message` is by default: the field is named as in `path`.
 * With a `reader` it is for the user of a form: the field is named by its `label`, or not named if the label is missing
 * or blank; see `Options.labels`.
 *
 * ```js
 * const [issue] = parseEvent({ ...input, start: "2020-01-01T00:00:00Z" }).issues ?? [];
 * formatIssue(issue, "es"); // Elija una hora posterior: "start" ya pasó.
 * formatIssue(issue, "es", { label: "Comienza" }); // Elija una hora posterior: "Comienza" ya pasó.
 * formatIssue(issue, "es-MX", {}); // Elija una hora posterior: esta ya pasó.
 * ```
 */
export function formatIssue(
  issue: Pick<Issue, "code" | "path" | "params">,
  language?: LanguageTag,
  reader?: { label?: string | null },
): string;

/** One RSVP of one guest. It is plain data and may be stored as JSON. */
export interface Rsvp {
  /** Message id of the event card, bare, comparable with `Reply.messageId` through `sameMessage`. */
  eventMessageId: string;
  /** A person or a LID, in groups too. */
  responder: Recipient;
  /** The group, or the responder. */
  chat: Recipient;
  /** "unknown": a status that waevent does not know. "undecryptable": the gateway could not read the RSVP; sending the
   *  event again makes a new RSVP possible. */
  status: "going" | "not_going" | "maybe" | "unknown" | "undecryptable";
  /** How many others the guest brings: 0 or more. */
  extraGuests: number;
  /** When the guest answered, if the gateway says so. */
  respondedAt?: Time;
  /** Equal for a webhook that is delivered twice. It may contain a phone number. */
  dedupeKey: string;
}

/**
 * Reads a guest's RSVP from a gateway's webhook: its parsed body, its JSON as text or bytes in UTF-8, or the request
 * object that a handler receives in Express, Fastify, Koa, n8n or a cloud function, also as an n8n item or in a list of
 * one. The value is null if the webhook is about something else, if the gateway's own account gave the RSVP, and for
 * gateways that do not publish how they report RSVPs. If an RSVP cannot be read, the paths of the issues lead into the
 * webhook. Anything that is not exactly one webhook of the gateway is a `wrong_type` at `webhook`.
 *
 * Anybody can send a webhook: check its signature first, with `verifyWebhook` of `waevent/webhooks`.
 *
 * ```js
 * const webhook = {
 *   event: "event.response",
 *   payload: {
 *     from: "5511999999999@c.us",
 *     eventCreationKey: { id: "false_5511888888888@c.us_3EB0C767D82A" },
 *     eventResponse: { response: "GOING", timestampMs: 1747707858429, extraGuestCount: 1 },
 *   },
 * };
 * const result = parseRsvp("wappfy", webhook);
 * if (result.ok && result.value) result.value.status; // "going"
 * ```
 */
export function parseRsvp(gateway: GatewayId | OwnGateway, webhook: unknown, options?: Options): Result<Rsvp | null>;

/**
 * Counts the last RSVP of each guest to each event: the one with the latest time, or the later one in the list if both
 * have the same second or no time. An unknown or undecryptable RSVP replaces an earlier one, and counts under no
 * status. `extraGuests` adds up those of the guests who are going. Anything that is not an RSVP, or throws when it is
 * read, is not counted. Arrays are counted in full, other iterables up to the first million RSVPs; an error that an
 * iterator throws is passed on.
 *
 * ```js
 * tally([]); // {"going":0,"notGoing":0,"maybe":0,"extraGuests":0}
 * ```
 */
export function tally(rsvps: Iterable<Rsvp>): {
  going: number;
  notGoing: number;
  maybe: number;
  extraGuests: number;
};

/**
 * Whether two recipients are the same: people who share a number or a WhatsApp id, groups or LIDs with the same id.
 * A person and a LID are never known to be the same.
 *
 * ```js
 * const typed = parseRecipient("+55 51 98020-1045").value;
 * const stored = parseRecipient("555180201045@s.whatsapp.net").value;
 * if (typed && stored) console.log(sameRecipient(typed, stored)); // true
 * ```
 */
export function sameRecipient(a: Recipient, b: Recipient): boolean;

/**
 * Whether two message ids name the same message, in the bare form or as `{fromMe}_{chatId}_{messageId}[_{participant}]`.
 *
 * ```js
 * sameMessage("3EB0C767D82A", "true_5511999999999@c.us_3EB0C767D82A"); // true
 * ```
 */
export function sameMessage(a: string, b: string): boolean;

/**
 * The pairs of events whose times overlap, as indexes in the list: the lower index first, and the pairs in the order of
 * their indexes. An event without an end counts as 30 minutes long; one that starts when another ends does not overlap
 * it. Anything that is not an event as returned by `parseEvent` overlaps nothing.
 *
 * The events are read immediately. The pairs are found as they are requested, because 10,000 events that all overlap
 * have 50 million pairs: `[...findOverlaps(events)]` lists all of them, and `findOverlaps(events).next().done` is true
 * if there are none.
 *
 * ```js
 * const events = bookings.map((booking) => parseEvent(booking)).flatMap((result) => (result.ok ? [result.value] : []));
 * for (const [one, other] of findOverlaps(events)) console.log(events[one].name, events[other].name);
 * ```
 */
export function findOverlaps(events: readonly Event[]): Generator<[number, number], void, undefined>;

/**
 * Thrown for a fault of the caller: a target, an option, a request or a secret that cannot be used. Its `issues` list
 * every fault.
 *
 * ```js
 * try {
 *   createBuilder({ gateway: "ryzeapi", instance: "" });
 * } catch (error) {
 *   if (error instanceof TargetError) error.issues[0].path; // ["instance"]
 * }
 * ```
 */
export class TargetError extends Error {
  readonly issues: Issue[];
}
/** Thrown by the functions of `waevent/slim` before `init` or `initSync`, and by `waevent/form` if no entry point was imported with it. */
export class NotInitializedError extends Error {}
/** Thrown if the module trapped, which no input should cause. A new instance replaces it, and the next call works. */
export class InternalError extends Error {}

/**
 * The versions of the package, of the IANA time zone database in it, and of libphonenumber's metadata.
 *
 * ```js
 * Object.keys(versions); // ["waevent","timeZones","phoneNumbers"]
 * ```
 */
export const versions: { waevent: string; timeZones: string; phoneNumbers: string };
