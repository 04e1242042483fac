// Turns any JavaScript value into the frame that the module reads: pairs of numbers, and one text.
//
// Only own, enumerable fields are read, no deeper than an event goes, and no value can throw here, whatever it does when
// it is read. Nothing is checked: unusual values cross as what they are.
import { readDate } from "./dates.js";
import {
  ABSENT, BIG_INT, BOOLEAN, DATA_DEPTH, DATA_FIELDS, DATE_TEXT, DEPTH, fields, FORM_FIELDS, GATEWAY, INSTANT, kinds, LIST, LIST_LENGTH, LONE_SURROGATE,
  LONG_TEXT, MOST_SLOTS, NAME_LENGTH, NUMBER, NUMBERED_FIELDS, OTHER, OTHER_FIELDS, RECORD, START_LENGTH, TEXT, UNREAD, WHOLE_LENGTH,
} from "./wire.js";

/**
 * The lines of each of the caller's own gateways, by the object that represents it. Only `defineGateway` creates such
 * objects; JSON cannot.
 */
export const ownGateways = /* @__PURE__ */ new WeakMap();

/** The fields that the functions read: their numbers by name. */
const known = /* @__PURE__ */ new Map(/* @__PURE__ */ fields.map((name, at) => [name, at]));

/** The name of a part of the location in forms. */
const PART = /^location[.[](name|address|latitude|longitude)\]?$/;

const FORM = /^\[object (FormData|URLSearchParams)\]$/;
const BYTES = /^\[object (Shared)?ArrayBuffer\]$/;
const FILE = /^\[object (File|Blob)\]$/;

const tagOf = Object.prototype.toString;
const isOwn = Object.prototype.propertyIsEnumerable;
export const isWellFormed = String.prototype.isWellFormed ?? function () {
  return !/\p{Surrogate}/u.test(this);
};

/** Whether an object is plain, also one from another realm, whose `Object.prototype` is another one. */
export function isPlain(object) {
  try {
    const prototype = Object.getPrototypeOf(object);
    return prototype === null || Object.getPrototypeOf(prototype) === null;
  } catch {
    return false;
  }
}

/** The text with lone surrogates replaced. */
const wellFormed = (text) => (isWellFormed.call(text) ? text : text.replace(/\p{Surrogate}/gu, "\ufffd"));

/** The first `length` code units of a text, without half a surrogate pair at the end. */
const startOf = (text, length) => (text.length > length ? text.slice(0, length).replace(/[\ud800-\udbff]$/, "") : text);

/** Whether a value is bytes of any kind, also from another realm. */
export const isBytes = (value) => ArrayBuffer.isView(value) || BYTES.test(tagOf.call(value));

/** The fields of a form, unchanged. A field that occurs twice becomes a list, which no field accepts, so it is
 *  reported; empty occurrences are ignored. */
function fieldsOf(form) {
  const fields = Object.create(null);
  let left = FORM_FIELDS;
  for (const [name, value] of form) {
    if ((left -= 1) < 0) throw new RangeError("a form without an end");
    const before = fields[name] || [];
    fields[name] = value === "" ? fields[name] ?? "" : before.length === 0 ? value : [before, value].flat();
  }
  return fields;
}

export class Frame {
  slots = [];
  text = "";

  /** A frame of values, one after the other. */
  static of(...values) {
    const frame = new this();
    for (const value of values) frame.add(value);
    return frame;
  }

  /** A frame of options. They must be a plain object, because other objects hold their data elsewhere than in own fields. */
  static ofOptions(options) {
    const frame = this.of(options);
    if (frame.slots[0] !== RECORD || isPlain(options)) return frame;
    const other = new this();
    other.putOther("class instance");
    return other;
  }

  /** A frame of a webhook, down to four nested objects, where RSVPs are; or of an issue. */
  static ofData(data) {
    const frame = new DataFrame();
    frame.add(data, DATA_DEPTH);
    return frame;
  }

  /** One frame with the values of several. */
  static join(...frames) {
    const joined = new Frame();
    for (const { slots, text } of frames) {
      for (const slot of slots) joined.slots.push(slot);
      joined.text += text;
    }
    return joined;
  }

  add(value, depth = DEPTH) {
    switch (typeof value) {
      case "string":
        return this.addText(value);
      case "number":
        return this.put(NUMBER, value);
      case "boolean":
        return this.put(BOOLEAN, value ? 1 : 0);
      case "undefined":
        return this.put(ABSENT, 0);
      case "bigint":
        // No time has more digits than this.
        return this.putText(BIG_INT, String(value).slice(0, NAME_LENGTH));
      case "object":
        return value === null ? this.put(ABSENT, 0) : this.addObject(value, depth);
      default:
        return this.putOther(typeof value);
    }
  }

  put(tag, number) {
    this.slots.push(tag, number);
  }

  putText(tag, text) {
    this.slots.push(tag, text.length);
    this.text += text;
  }

  putOther(kind) {
    this.put(OTHER, kinds.indexOf(kind));
  }

  addText(text) {
    if (!isWellFormed.call(text)) return this.put(LONE_SURROGATE, text.search(/\p{Surrogate}/u));
    return this.#isMuch(text) ? this.#addLong(text.trim()) : this.putText(TEXT, text);
  }

  /** Whether a text is so long that the frame would be too large with it. */
  #isMuch(text) {
    return text.length > START_LENGTH && this.text.length + text.length > WHOLE_LENGTH;
  }

  #addLong(text) {
    if (!this.#isMuch(text)) return this.putText(TEXT, text);
    const start = startOf(text, START_LENGTH);
    this.slots.push(LONG_TEXT, text.length, start.length);
    this.text += start;
  }

  addObject(object, depth) {
    const { text } = this;
    const { length } = this.slots;
    try {
      this.addReadable(object, depth);
    } catch {
      // A proxy that throws, or a revoked one. What was read from it is dropped.
      this.slots.length = length;
      this.text = text;
      this.putOther("unreadable value");
    }
  }

  addReadable(object, depth) {
    if (this.slots.length > MOST_SLOTS) return this.putOther("unreadable value");
    if (Array.isArray(object)) return this.addList(object, depth);
    const prototype = Object.getPrototypeOf(object);
    if (prototype !== Object.prototype && prototype !== null) {
      const lines = ownGateways.get(object);
      if (lines !== undefined) return this.putText(GATEWAY, lines);
      const tag = tagOf.call(object);
      if (tag === "[object Map]") return this.putOther("map");
      if (tag === "[object Set]") return this.putOther("set");
      if (isBytes(object)) return this.putOther("bytes");
      if (FILE.test(tag)) return this.putOther("file");
      if (depth > 0 && FORM.test(tag)) return this.addRecord(fieldsOf(object), depth - 1);
      const date = readDate(object, tag);
      if (typeof date === "number") return this.put(INSTANT, date);
      if (typeof date === "string") return this.putText(DATE_TEXT, startOf(date, NAME_LENGTH));
      // Without own fields, its data is elsewhere: a promise, a request, headers.
      if (!isPlain(object) && Object.keys(object).length === 0) return this.putOther("class instance");
    }
    return depth > 0 ? this.addRecord(object, depth - 1) : this.putOther("object");
  }

  addList(list, depth) {
    const { length } = list;
    if (depth === 0 || !Number.isInteger(length) || length > LIST_LENGTH) {
      return this.putOther("array");
    }
    this.put(LIST, length);
    for (let at = 0; at < length; at += 1) this.addField(list, at, depth - 1);
  }

  addRecord(object, depth) {
    const names = Object.keys(object);
    if (names.length <= OTHER_FIELDS) return this.addFields(object, names, depth);
    let others = 0;
    const read = names.filter((name) => known.has(name) || PART.test(name) || (others += 1) <= OTHER_FIELDS);
    const unread = names.length - read.length;
    this.addFields(object, read, depth, unread > 0 ? 1 : 0);
    if (unread > 0) this.slots.push(0, UNREAD, unread);
  }

  /** A record with these fields. `more` is the number of fields that the caller adds. */
  addFields(object, names, depth, more = 0) {
    this.put(RECORD, names.length + more);
    for (const name of names) {
      const number = known.get(name);
      if (number < NUMBERED_FIELDS) this.slots.push(-1 - number);
      else this.#addName(name);
      this.addField(object, name, depth);
    }
  }

  #addName(name) {
    // Half a surrogate pair would join with a half at the start of the next name, and shift everything that follows.
    const text = wellFormed(startOf(name, NAME_LENGTH));
    this.slots.push(text.length);
    this.text += text;
  }

  /** Adds a field if it is still the object's own: another getter may have removed it. */
  addField(object, name, depth) {
    let value;
    try {
      value = Object.hasOwn(object, name) ? object[name] : undefined;
    } catch {
      return this.putOther("unreadable value");
    }
    this.add(value, depth);
  }
}

/** A frame of other programs' data, whose field names are not known here. */
export class DataFrame extends Frame {
  addRecord(object, depth) {
    const names = Object.keys(object);
    if (names.length > DATA_FIELDS) this.putOther("object");
    else this.addFields(object, names, depth);
  }
}

/**
 * A frame of a gateway's reply. Malformed text is read too. The module treats a text of more than a mebibyte as cut
 * off, so a little more than the first mebibyte is enough.
 */
export class ReplyFrame extends DataFrame {
  static of(reply) {
    return super.of(answerOf(reply));
  }

  addText(text) {
    this.putText(TEXT, wellFormed(startOf(text, WHOLE_LENGTH + 2)));
  }
}

/** A reply of fetch, axios, got or n8n, with one name each for status, headers and body. */
function answerOf(reply) {
  if (typeof reply !== "object" || reply === null) return undefined;
  try {
    const [status, statusCode] = [fieldOf(reply, "status"), fieldOf(reply, "statusCode")];
    const isNumber = typeof status === "number";
    // Two different statuses count as none.
    if (isNumber && typeof statusCode === "number" && status !== statusCode) return undefined;
    const body = textOf(fieldOf(reply, "body") ?? fieldOf(reply, "data"));
    return { status: isNumber ? status : statusCode ?? status, headers: headersOf(reply), body };
  } catch {
    // An unreadable reply may say that the event was sent.
    return undefined;
  }
}

/** How many prototypes, headers and values are read at most, because a proxy may be endless. */
const MOST_CLASSES = 4;
const MOST_HEADERS = 1000;
const MOST_VALUES = 100_000;

/** An object's own field, or the result of its class's getter, as `Response` and `IncomingMessage` have. */
function fieldOf(object, name) {
  if (isOwn.call(object, name)) return object[name];
  let owner = Object.getPrototypeOf(object);
  for (let each = 0; each < MOST_CLASSES && owner !== null && owner !== Object.prototype; each += 1) {
    const getter = Object.getOwnPropertyDescriptor(owner, name)?.get;
    if (getter) return getter.call(object);
    owner = Object.getPrototypeOf(owner);
  }
  return undefined;
}

/** The text of a body. Throws if it has none yet, such as a stream or a promise. */
function textOf(body) {
  if (typeof body === "string") return body;
  if (typeof body === "function") throw new TypeError("a body that is a function");
  if (typeof body !== "object" || body === null) return undefined;
  if (ArrayBuffer.isView(body) || tagOf.call(body) === "[object ArrayBuffer]") return new TextDecoder().decode(body);
  // Plain in any realm, because n8n passes objects from another one.
  const prototype = Object.getPrototypeOf(body);
  const isPlain = Array.isArray(body) || prototype === null || Object.getPrototypeOf(prototype) === null;
  let values = 0;
  const own = function (name, value) {
    values += 1;
    if (values > MOST_VALUES) throw new RangeError("a body without end");
    return isOwn.call(this, name) ? value : undefined;
  };
  const text = isPlain ? JSON.stringify(body, own) : undefined;
  if (text === undefined) throw new TypeError("a body that was not read");
  return text;
}

/** The headers as an object, from an object, a `Headers`, a `Map` or the like; undefined if they cannot be read. */
function headersOf(reply) {
  try {
    const headers = fieldOf(reply, "headers");
    if (typeof headers !== "object" || headers === null) return undefined;
    // Some clients return a list for a header that may occur twice.
    return Object.fromEntries([...pairsOf(headers)].map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]));
  } catch {
    return undefined;
  }
}

/** The names and values of headers, from an object, a `Headers`, a `Map` or the like. Throws if they throw. */
export function* pairsOf(headers) {
  let read = 0;
  for (const pair of typeof headers[Symbol.iterator] === "function" ? headers : Object.entries(headers)) {
    if (!Array.isArray(pair) || typeof pair[0] !== "string" || read >= MOST_HEADERS) return;
    read += 1;
    yield pair;
  }
}
