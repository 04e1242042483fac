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
 *  `Temporal.PlainDateTime` (needs a time zone), Luxon's `DateTime` (n8n's `$now`), dayjs of every 1.x, moment,
 *  `ZonedDateTime` and `CalendarDateTime` (needs a time zone) of `@internationalized/date`. An invalid one is a
 *  `time_format` issue, and a day alone is `time_missing`. */
export interface DateLike { toJSON?(): string | null; valueOf?(): unknown; toString?(): string }

/**
 * A time as other programs give it, and as waevent returns it. If an object says its time in several ways, they must
 * agree, or the issue is `fields_contradict`; its `timeZone` is checked against its offset like one in brackets.
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
  /** Google Calendar, Microsoft Graph. One that has only a `date` lasts all day, which is `time_missing`. */
  | { dateTime: string; timeZone?: string | null; date?: string | null }
  /** PHP's `DateTime` as JSON. */
  | { date: string; timezone: string; timezone_type?: number }
  /** Firestore, in pages and on servers, and Protocol Buffers. */
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
  /** Up to 1000; above 200 a warning. */
  name?: string | null;
  /** Up to 1000; above 200 a warning. */
  address?: string | null;
  /** Degrees, −90…90, kept to seven decimals (a centimetre). Both coordinates or neither. */
  latitude?: number | string | null;
  /** Degrees, −180…180, kept to seven decimals. */
  longitude?: number | string | null;
}

/**
 * One event, described once, for every gateway. `null`, a missing key and a text that shows nothing mean the same.
 *
 * A `FormData`, a `URLSearchParams` and a plain object of their texts are read likewise: `"90"` and `"-23.55"` are numbers,
 * `on`, `true`, `1`, `off`, `false` and `0` are booleans, and `location.name` or `location[name]` is a part of the location.
 * A field that occurs twice is a `wrong_type`, and a number with two readings (`"1.500"` minutes) a `number_ambiguous`.
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
  /** An international phone number (`+55 11 99999-9999`, 7 to 15 digits), `…@s.whatsapp.net`, `…@c.us`,
   *  a group (`…@g.us`, `…-group`) or `…@lid`. Strings only: a group's id does not fit a number. */
  to: string | Recipient;
  /** The title on the card: 1 to 200; above 100 a warning. One line. */
  name: string;
  /** Not before now (see `Options.allowPast`), up to 2038-01-19T03:14:07Z. */
  start: TimeInput;
  /** Later than `start`. */
  end?: TimeInput | null;
  /** Instead of `end`: more than 0, in whole seconds. */
  durationMinutes?: number | string | null;
  /** IANA zone of `start` and `end`, in any case, or a zone's Windows name, with a warning. Local times are read in it and
   *  instants are shown in it; an offset that it does not have at that time is `time_offset_conflict` (see `Options.offset`).
   *  It takes precedence over `Options.timeZone`; a zone that a time itself names takes precedence over it. */
  timeZone?: string | null;
  /** Up to 2048, line feeds and tabs included. */
  description?: string | null;
  /** A name, or an object. */
  location?: string | LocationInput | null;
  /** An absolute `https` URL without credentials. WhatsApp's own clients accept only call links
   *  (`https://call.whatsapp.com/video/…`): others cause a warning. */
  joinLink?: string | null;
  /** Whether the event is a call. Default false. */
  scheduledCall?: boolean | string | null;
  /** Lead time of the reminder, minutes before `start`: 0 to 525600, in whole seconds. */
  reminderMinutes?: number | string | null;
  /** The same in whole seconds, as `Event` has it. */
  reminderSeconds?: number | string | null;
  /** Default false; always sent explicitly if the gateway has the field. */
  extraGuestsAllowed?: boolean | string | null;
  /** Whether the card says that the event is off. It does not cancel an earlier message. Default false. */
  canceled?: boolean | string | null;
  /** Message id to quote: 1 to 256 letters, digits and `_ @ . : -`. */
  replyTo?: string | null;
  /** Replies to a group's message in its author's private chat, whoever the event goes to; needs `replyTo`. Default false. */
  replyPrivately?: boolean | string | null;
  /** Whole seconds, 0 to 300, for which the gateway shows "typing…" before it sends. */
  delaySeconds?: number | string | null;
  /** Your own tag (`crm`, `n8n`), up to 64, if the gateway carries one. */
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
  /** IANA zone of local times if the event names none, or a zone's Windows name, with a warning. It does not apply to
   *  times that have an offset. Never guessed from the host. */
  timeZone?: string;
  /** ISO 3166 alpha-2 country of phone numbers without a plus sign, in any case. None is ever guessed:
   *  without it such digits count as international if they can be nothing else; see `bareNumbers`. */
  country?: string;
  /** What to do with a local time that exists twice or never, in Temporal's words. Default "reject":
   *  the issue carries both candidates, in Unix seconds, and their offsets. */
  disambiguation?: "reject" | "compatible" | "earlier" | "later";
  /** What to do if an offset contradicts the zone that the event, an object or brackets name, in Temporal's words.
   *  Default "reject". */
  offset?: "reject" | "use" | "ignore" | "prefer";
  /** Unit of numeric times. Default: guessed (≥ 1e11 is milliseconds) with a warning; what fits neither
   *  unit (below 1e8, from 1e14 on) is `time_unit_suspect`. */
  epochUnit?: "seconds" | "milliseconds";
  /** Which part of dates such as `10/09/2027 14:00`, `9.10.2027 14:00` or `10-09-2027 14:00` comes first: the day ("dmy") or the
   *  month ("mdy"). Default: such dates are `time_format`, as nobody can know. It does not apply to dates that begin with the
   *  year. */
  dateOrder?: "dmy" | "mdy";
  /** Default false: a start before `now` is `time_past`. */
  allowPast?: boolean;
  /** Which WhatsApp id to send to if a country has two spellings (Brazil's 9, Mexico's 1, Argentina's 9, and the digits
   *  that Ivory Coast and Benin put in front). Default "typed": the one that was written, unless it cannot exist. "long"
   *  has the extra digits. */
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
  /** Says that guests read `Issue.message`, and what the form calls its fields. Messages then use a field's label. A part
   *  without a label of its own has that of the whole field, and a field without a label is not named: "Choose a later time:
   *  this one has already passed." Labels are shown as text: on one line, of 64 characters at most, without a colon or an
   *  asterisk at the end. What no event has, such as a faulty target or option, reads to guests as a form that is not set up
   *  correctly. Errors that are thrown, and warnings about a builder's target and options, are always for developers.
   *  Default: a developer reads, and fields are called as in `path`. */
  labels?: Labels;
}

/** The options of `parseReply`. In other functions `secrets` is an unknown option, which causes a warning. */
export interface ReplyOptions extends Options {
  /** What must not be in the message: the secrets of the request, as a list or by name, as a target has them. They are found
   *  in any case, in URLs, JSON, HTML, Base64 and hexadecimal. Each is 1 to 4096 visible ASCII characters; `undefined` and
   *  empty texts do not count. A secret of less than four characters is found only where it stands alone. */
  secrets?: readonly (string | undefined)[] | Record<string, string | undefined>;
}

/** The languages of messages, by their BCP 47 tags. */
export type Language = "en" | "pt-BR" | "es" | "ar";

/** A tag that asks for one of them, in any case and with `_` too: `pt`, `pt_BR`, `es-MX`. It is looked up as RFC 4647 says,
 *  which cuts it from the end: its first part decides. Editors offer the languages. */
export type LanguageTag = Language | (`${"en" | "pt" | "es" | "ar"}${"" | `-${string}` | `_${string}`}` & Record<never, never>);

/** The path of a field with dots, as a form names it: `start`, `location.name`. */
export type FieldPath = keyof EventInput | `location.${keyof LocationInput}`;

/** What a form calls its fields, by their paths. */
export type Labels = { [Path in FieldPath]?: string | null };

// ───────────────────────────── results ─────────────────────────────

/** `issues` lists every fault, in field order. Both lists hold fifty at most, then one `more_issues` with the `count` of the
 *  rest: whoever sends 100,000 unknown fields gets 51 warnings. A key that one case does not have may still be read:
 *  `result.value?.start`. This is so in all types of several cases. */
export type Result<T> =
  | { ok: true; value: T; issues?: undefined; warnings: Issue[] }
  | { ok: false; value?: undefined; issues: Issue[]; warnings: Issue[] };

/** Keys that a case does not have. They may be read, even where `strict` is off and `ok` does not narrow. */
export type Absent<Key extends string> = { [Name in Key]?: undefined };

/** A superset of a Standard Schema issue. It never holds a secret or a phone number. */
export interface Issue {
  code: IssueCode;
  /** Field names as in `EventInput`, `Target` or `Options`; the name of the argument (`input`, `target`,
   *  `options`, `request`, `secrets`) if the whole argument is at fault. Empty only in `more_issues`. */
  path: (string | number)[];
  /** Facts to rebuild the message from, e.g. `{ max: 2048, length: 3011 }`. */
  params?: Record<string, unknown>;
  /** What is wrong, and what to do about it, for a developer: fields are called as in `path`. For guests, see
   *  `Options.labels` and `formatIssue`. */
  message: string;
}

/** What is wrong or odd, for programs to branch on. The spelling of a code never changes; new ones may be added. */
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

/** An instant, in whole seconds, with the offset and the zone that it was given in. */
export interface Time {
  /** Unix time in seconds. */
  epochSeconds: number;
  /** Unix time in milliseconds. */
  epochMilliseconds: number;
  /** RFC 3339 with the offset in force in the zone, or the one that was given, without a fraction:
   *  `2026-04-28T14:00:00-03:00`. It ends in `Z` for Unix time, a `Date` and the unknown offset `-00:00`. */
  rfc3339: string;
  /** The zone as the caller spelled it, if one was given; its IANA name if that was a Windows name. */
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
      /** True where no offline rule can decide which of `whatsappIds` exists. */
      lookupRecommended: boolean;
      /** `5511999999999@s.whatsapp.net`, of the first of `whatsappIds`. */
      jid: string;
      /** `5511999999999@c.us`, of the same. */
      chatId: string;
      id?: undefined;
    }
  | ({ kind: "group"; /** `120363019502650977@g.us` */ id: string } & NoNumber)
  | ({ kind: "lid"; /** `123456789012345@lid` */ id: string } & NoNumber);

/** What groups and LIDs do not have. */
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
      /** The instance's own token; that of the account works too, and may do more than it should. */
      token?: string;
      baseUrl?: string;
    }
  | {
      gateway: "wappfy";
      /** The name of the session that is connected to WhatsApp. */
      session: string;
      /** From the dashboard of Wappfy. */
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
      /** Where `instance_id` and `access_token` travel. Default "body". */
      credentials?: "body" | "query" | "header";
      /** "typed" (default) sends numbers and booleans, "strings" what the page's samples send. */
      values?: "typed" | "strings";
    }
  | {
      gateway: "waha";
      /** The name of the session that is connected to WhatsApp. */
      session: string;
      /** The key that the server was started with; a server without one takes any. */
      apiKey?: string;
      /** Your own server's: WAHA has no host of its own. */
      baseUrl: string;
    }
  | {
      gateway: "zapi";
      instanceId: string;
      /** The instance's token, in the path: of letters, digits and `_ . -`, like the names. */
      token?: string;
      /** The account's token, in the header `Client-Token`; none where it is not switched on. */
      clientToken?: string;
      baseUrl?: string;
      /** "header" (default) sends `clientToken`, "path" is for accounts that have none switched on. */
      credentials?: "header" | "path";
    }
  | {
      gateway: "whapi";
      /** The channel's token; it says which channel sends. */
      token?: string;
      baseUrl?: string;
    }
  | {
      gateway: "waapi";
      /** The number of the instance. */
      instanceId: string;
      /** The token of the API, which may use all instances of its owner. */
      token?: string;
      baseUrl?: string;
    }
  | {
      gateway: "turbonotify";
      /** An API key with the scope messages:send. */
      token?: string;
      /** The alias of an extra number; without one the account's main number sends. */
      alias?: string;
      baseUrl?: string;
    };

/**
 * A gateway of your own, as `defineGateway` of `waevent/define` returns it. It has the facts that built-in gateways have, and
 * is the value by which a target names it. Plain data with the same fields is not a gateway.
 */
export interface OwnGateway extends Readonly<Omit<Gateway, "id" | "documentation">> {
  readonly id: string;
  /** The address of its page; empty if the description names none. */
  readonly documentation: string;
  /** It does not exist at run time: it keeps the compiler from accepting plain data. */
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
  /** Secrets still to be put in by `authorize`, named as in `Target` (`token`, `apiKey`, `accessToken`,
   *  `clientToken`); empty when complete. Until then each stands in its slot as its name in braces: `{token}`. */
  missingSecrets: string[];
}

/** What a gateway can be asked to do with an event. */
export type Operation = "send" | "edit" | "cancel";

/** What `buildRequest`, `buildEdit` and a builder make. */
export interface Built {
  /** The request to POST. */
  request: GatewayRequest;
  /** The event as it was understood. Computed when first read. */
  readonly event: Event;
  /**
   * Identifies a double send: 32 hexadecimal digits, equal if a guest could not distinguish the two cards and
   * the same account of the same gateway sends them, and different otherwise. Spellings do not count, nor does
   * what the gateway does not show, `delaySeconds` and `source` included. It holds no secret, and later versions
   * give the same. It is sent only as a key against doubles, if a gateway accepts one. Computed when first read.
   *
   * That of an edit or a cancellation depends on the message too: it is equal if the same message would show the same card,
   * and never equal to that of sending the card.
   */
  readonly fingerprint: string;
}

/** What `buildCancel` makes. */
export interface Cancellation extends Pick<Built, "request" | "fingerprint"> {
  /** The event as the card will show it, if it was passed: `canceled` is true. Computed when first read. */
  readonly event?: Event;
}

/** What a library's function is called with. If it takes a time as a `Date`, it is one, in whole seconds. */
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
    /** It creates a link for "video", and also if the type is left out. */
    callType: "video" | "none";
    isEventCanceled: boolean;
    /** Never given: whatsapp-web.js makes one, though its types ask for the name. */
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
    /** The id of a message, as wa-js gives it. */
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
  /** How long it shows an event without an end, if it invents an end: `end_invented` warns of it. */
  inventsEndSeconds?: number;
  /** The address of its page. */
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
  /** `EventInput` fields that the gateway cannot do without, beyond `to`, `name`, `start`. */
  requires: string[];
  /** Names of its secrets, as in `Target`. */
  secrets: string[];
  /** The fields of its `Target` besides `gateway`, in order. */
  target: TargetField[];
  /** What its pages document a request for. Others are `operation_unsupported`. */
  operations: Operation[];
  /** Whether it publishes how its webhooks report guests' RSVPs: if so, `parseRsvp` can read them. */
  rsvps: boolean;
  requestsPerMinute?: number;
  /** Whether sending the same request twice sends one message. */
  idempotent: boolean;
  /** The address of its page. */
  documentation: string;
}

/** A field of a gateway's target. */
export interface TargetField {
  name: string;
  /** A required name (`segment`), an optional one (`label`), a secret, the base URL, or one of several words. */
  is: "segment" | "label" | "secret" | "baseUrl" | "choice";
  /** Whether it names the account that sends. */
  account?: boolean;
  /** The gateway's own base URL, if it has one, or the word that is used if none is given. */
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
// Data faults are results. Only a caller's fault throws: not initialised, a missing argument, no issue to format.

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
 * Builds the request that sends an event, and reports the faults of event, target and options all at once.
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
 * Builds the request that marks the event that a message shows as cancelled. `event` is the one that was sent, whatever its
 * `canceled` says. Gateways whose page asks for it remove from the card what is not sent again; without it the issue is
 * `required` at `["event"]`. Its own faults have the paths of its fields. With `allowPast`, its start may have passed.
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

/** A target and options that were checked once. */
export interface Builder {
  /** The request for one event. */
  build(input: EventInput | {} | null | undefined): Result<Built>;
  /** What was odd about target and options, such as an unknown field. */
  readonly warnings: Issue[];
}

/**
 * Builds the requests of many events in newline-delimited JSON, one event a line: bytes in, bytes out, in pieces, without
 * an object or a promise for each event. The output has a `LineResult` as JSON for each line that is not blank, in order.
 *
 * `lines` may be text, bytes, a `Blob` such as a chosen file, a stream, or an iterable of text or bytes, with its pieces cut
 * anywhere, even inside a character. A line is up to 1 MiB long. Unlike `build`, it does not compare the host's time zones
 * (`host_time_zone_stale`).
 *
 * A line with bytes that are not UTF-8 is refused (`not_utf8`; `params.byte` counts from 1). A file that is a JSON array,
 * UTF-16, a pretty-printed object, or has commas behind its objects or several on one line, is reported once (`lines_format`), at
 * the line that shows it, and nothing of it is built. After a line that is JSON, only the line itself is refused.
 *
 * Throws `TargetError` when the target or an option is invalid, `signal` and `onProgress` included. An abort rejects with
 * the signal's reason.
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

/** The options of `buildLines`: those of `parseEvent`, and how to follow and to stop it. */
export interface LinesOptions extends Options {
  /** Stops between two pieces, and while the next one is awaited. */
  signal?: AbortSignal;
  /** Called after each piece. */
  onProgress?: (progress: LinesProgress) => void;
}

/** What has been read so far. Blank lines count as lines, and are neither built nor refused. */
export interface LinesProgress { bytes: number; lines: number; built: number; refused: number }

/** The bytes of the output; at the end, the counts. */
export interface Lines extends AsyncGenerator<Uint8Array, LinesProgress, void> {
  /** What was odd about target and options, such as an unknown field. */
  readonly warnings: Issue[];
}

/** One line of the output of `buildLines`. `line` counts from 1. */
export type LineResult =
  | { line: number; ok: true; request: GatewayRequest; fingerprint: string; issues?: undefined; warnings: Issue[] }
  | ({ line: number; ok: false; issues: Issue[]; warnings: Issue[] } & Absent<"request" | "fingerprint">);

/**
 * The event as a schema for form libraries and servers that take a [Standard Schema](https://standardschema.dev),
 * and as JSON Schema for those that take a Standard JSON Schema. It never returns a Promise.
 *
 * A good event is the frozen `Event`. Warnings are not reported, unless `strict` turns them into issues. With a
 * target, that gateway's own requirements count too; the JSON Schemas are those of any event. Throws `TargetError`
 * (with `issues`) when the target or an option is invalid: whoever fills in a form is not shown what its author did
 * wrong.
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
      /** What may come in: everything that `parseEvent` accepts, and more, because it can only describe single fields.
       *  Targets are "draft-2020-12" and "draft-07"; others throw a `TypeError`. A new object each time. */
      readonly input: (options: StandardOptions & { readonly target: JSONSchemaTarget }) => Record<string, unknown>;
      /** What comes out. */
      readonly output: (options: StandardOptions & { readonly target: JSONSchemaTarget }) => Record<string, unknown>;
    };
  };
}

/** Any text, so that libraries can ask. */
export type JSONSchemaTarget = "draft-2020-12" | "draft-07" | ({} & string);

/** What every Standard Schema and Standard JSON Schema says of itself. */
export interface StandardProperties<Input, Output> {
  readonly version: 1;
  readonly vendor: string;
  /** Only for the compiler; it does not exist at run time. */
  readonly types?: { readonly input: Input; readonly output: Output } | undefined;
}

/** What libraries may pass. Nothing of it is read. */
export interface StandardOptions {
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

/** A valid result has no key `issues`, and an invalid one no key `value`. Libraries infer the output from `value`, so only
 *  one case has it, as in the specification. */
export type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly Issue[] };

/**
 * Puts the missing secrets into a copy of the request, and writes its body anew. Secrets that are not missing are
 * ignored. Throws `TargetError` if the argument is not a request; if a missing secret has no place in it, or more than
 * one; if an object of the body has a name twice, or the secret's header or parameter occurs twice; and if a secret is
 * not 1 to 4096 visible ASCII characters, or belongs in the path and is no plain name.
 *
 * The place of a secret is a whole segment of the path, the whole value of a parameter or of a header (or
 * all of it after a scheme: `Bearer {accessToken}`), or the body's own field of its name (`access_token`).
 *
 * A request that came from a browser may have been changed there: use only its `body`, and check the
 * account in what `authorize` returns, as `examples/drafts.mjs` does; or build it anew on the server.
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

/** A body as text, whatever its content type; what was parsed from it as JSON; or its bytes, in UTF-8. One
 *  of more than 1 MiB counts as cut off: you may stop reading there. */
export type HttpBody = string | Record<string, unknown> | readonly unknown[] | ArrayBuffer | ArrayBufferView | null;

/**
 * A gateway's reply, as it came: under the names of `fetch` and axios (`status`), or of got and n8n (`statusCode`).
 * A body that was not read yet, such as a stream, makes the outcome "unknown": pass `await response.text()`.
 */
export type HttpReply = ({ status: number } | { statusCode: number }) & {
  /** By names in any case: an object, or pairs as of a `Headers` or a `Map`. */
  headers?: object;
  body?: HttpBody;
  /** The body if `body` is not given: this is axios's name for it. */
  data?: HttpBody;
};

/** Why an event was not sent, or may not have been; `retry` says what to do. `gateway_unreachable` is what a proxy or
 *  a tunnel in front of the gateway replied; the request did not reach the gateway. */
export type ReplyCode =
  | "invalid_request" | "invalid_number" | "unauthorized" | "forbidden" | "session_not_found"
  | "rate_limited" | "disconnected" | "gateway_unreachable" | "send_failed" | "upstream_failed" | "server_error" | "unreadable";

/** What is known of an event that was not sent, or may not have been. */
export interface ReplyFailure {
  code: ReplyCode;
  /** The gateway's own words in 500 characters at most, with `[removed]` in place of phone numbers, of `secrets`, of what
   *  follows a word such as "token", and of whatever does not look like a word; `HTTP 502` if it says nothing. A
   *  secret of letters alone, such as "flores", can only be recognised if it is passed. */
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

/** What an event that was sent does not have. */
export type NoFailure = Absent<"retry" | keyof ReplyFailure>;

/**
 * Reads the gateway's reply: JSON, XML, HTML or plain text, whatever the status claims. The outcome is "sent" if it fits the
 * success reply on the gateway's page; a refusal that names a message's id or a timeout is "unknown". What is no reply at all
 * is `unreadable`. Throws `TargetError` if the gateway is unknown or an option is invalid. Pass the request's secrets, because
 * gateways repeat them.
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
 * The JSON Schema (2020-12) of the bodies that a target accepts, and that waevent writes: keys, types, and
 * times in the right unit. It is for bodies that send, unless you name another `operation`. A new object each time.
 * Throws `TargetError` if the target is invalid, or the operation is none or not the gateway's.
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
 * Without a `reader` the message is for developers, as `Issue.message` is by default: the field is called as in `path`. With
 * one it is for whoever fills in a form: the field is called by its `label`, or not named if that is missing or blank; see
 * `Options.labels`.
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

/** One RSVP of one guest. Plain data: it may be stored as JSON. */
export interface Rsvp {
  /** Message id of the event card, bare, comparable with `Reply.messageId` through `sameMessage`. */
  eventMessageId: string;
  /** A person or a LID, in groups too. */
  responder: Recipient;
  /** The group, or the responder. */
  chat: Recipient;
  /** "unknown": an RSVP that waevent has no word for. "undecryptable": the gateway could not read it; sending
   *  the event again makes a new RSVP possible. */
  status: "going" | "not_going" | "maybe" | "unknown" | "undecryptable";
  /** How many others the guest brings: 0 or more. */
  extraGuests: number;
  /** When the guest answered, if the gateway says so. */
  respondedAt?: Time;
  /** Equal for a webhook delivered twice. It may hold a phone number. */
  dedupeKey: string;
}

/**
 * Reads a guest's RSVP from a gateway's webhook: its parsed body, its JSON as text or bytes in UTF-8, or the request
 * object that a handler receives in Express, Fastify, Koa, n8n or a cloud function, alone, as an item or as a list of one.
 * The value is null if the webhook is about something else, if the gateway's own account gave the RSVP, and for gateways that
 * do not publish how they report RSVPs. If an RSVP cannot be read, the issues have the path in the webhook. What is no
 * webhook of the gateway, or is several, is a `wrong_type` at `webhook`.
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
 * have the same second or no time. An unknown or undecryptable RSVP replaces an earlier one, and counts under no status.
 * `extraGuests` are those of guests who come. What is no RSVP, or throws when it is read, is not counted. Lists are counted
 * whole, and of other iterables the first million RSVPs; what an iterator itself throws is passed on.
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
 * The pairs of events whose times overlap, as indexes in the list: the lower index first, and the pairs in the
 * order of their indexes. An event without an end counts as 30 minutes long; one that starts when another
 * ends does not overlap it. What is not an event as `parseEvent` returns it overlaps nothing.
 *
 * The events are read at once. The pairs are found as they are requested, because 10,000 events that all overlap have 50
 * million: `[...findOverlaps(events)]` is a list of all, and `findOverlaps(events).next().done` is true if there is none.
 *
 * ```js
 * const events = bookings.map((booking) => parseEvent(booking)).flatMap((result) => (result.ok ? [result.value] : []));
 * for (const [one, other] of findOverlaps(events)) console.log(events[one].name, events[other].name);
 * ```
 */
export function findOverlaps(events: readonly Event[]): Generator<[number, number], void, undefined>;

/**
 * Thrown for a fault of the caller: a target, an option, a request or a secret that cannot be used. Its `issues` have every fault.
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
/** The module trapped, which no input should cause. A fresh one replaces it, and the next call works. */
export class InternalError extends Error {}

/**
 * The release of the package, of the IANA time zone database in it, and of libphonenumber's metadata.
 *
 * ```js
 * Object.keys(versions); // ["waevent","timeZones","phoneNumbers"]
 * ```
 */
export const versions: { waevent: string; timeZones: string; phoneNumbers: string };
