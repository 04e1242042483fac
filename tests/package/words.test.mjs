// No secret remains in a gateway's words: secrets of every shape, in every sentence, in every place of every gateway's
// replies, in all combinations. The shapes come from a generator with a fixed seed, so failures recur.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./support/files.mjs";
import { generator } from "./support/random.mjs";

const entryPoint = await load();
const ids = entryPoint.gateways.map(({ id }) => id);

/** A piece of this many characters must not remain; it counts as the whole secret. */
const PIECE = 4;

const range = (from, to) => Array.from({ length: to.charCodeAt(0) - from.charCodeAt(0) + 1 }, (_, at) => String.fromCharCode(from.charCodeAt(0) + at)).join("");
const LOWER = range("a", "z");
const UPPER = range("A", "Z");
const DIGITS = range("0", "9");
const LETTERS = LOWER + UPPER;
const WORD = LETTERS + DIGITS;
const PRINTABLE = range("!", "~");

/** Makes texts of a given length from an alphabet. */
const texts = (next) => (alphabet, length) => Array.from({ length }, () => alphabet[Math.floor(next() * alphabet.length)]).join("");

/** Secrets that can be recognised by their look. No sentence below contains four consecutive characters of any. */
const recognisable = (of) => [
  of("0123456789abcdef", 32),
  of("0123456789ABCDEF", 40),
  `${of(`${WORD}+/`, 30)}0Z==`,
  `${of(`${WORD}-_`, 42)}1`,
  `eyJ${of(`${WORD}-_`, 24)}.eyJ${of(`${WORD}-_`, 40)}.${of(`${WORD}-_`, 43)}`,
  `${of("0123456789abcdef", 8)}-${of("0123456789abcdef", 4)}-4${of("0123456789abcdef", 3)}-9${of("0123456789abcdef", 3)}-${of("0123456789abcdef", 12)}`,
  `sk_live_${of(WORD, 24)}`,
  `${of(UPPER, 4)}${of(DIGITS, 4)}${of(UPPER, 5)}`,
  `${of(PRINTABLE, 6)}qX7${of(PRINTABLE, 6)}`,
  `${of(UPPER, 1)}${of(LOWER, 5)}!${of(UPPER, 1)}${of(LOWER, 5)}#${of(DIGITS, 4)}`,
  `${of(LOWER, 6)}${of(DIGITS, 3)}`,
  `${of(LOWER, 3)}${of(DIGITS, 1)}${of(LOWER, 2)}`,
  `${of(LOWER, 1)}${of(UPPER, 1)}${of(LOWER, 1)}${of(UPPER, 2)}${of(LOWER, 2)}${of(UPPER, 1)}${of(LOWER, 1)}`,
];

/** Secrets that look like words or punctuation. */
const hidden = (of) => [
  of(LOWER, 12),
  of(LETTERS, 14),
  `${of(LOWER, 6)} ${of(LOWER, 5)} ${of(LOWER, 7)}`,
  `${of(LOWER, 5)}-${of(LOWER, 2)}-${of(LOWER, 6)}`,
  `${of("<&>\"'\\/%+=", 3)}${of(PRINTABLE, 7)}`,
  of(PRINTABLE, 5),
];

/** What gateways say around a secret, whose place is marked by `@`. */
const SENTENCES = [
  "@", "Invalid token '@'", "Invalid token \"@\".", "token @", "Token @ does not match the instance", "token: @", "Authorization: Bearer @", "Authorization: Basic @",
  "The access token is @!", "password=@&x=1", "The key `@` is unknown", "user @ is not allowed", "Cannot POST /instances/A1/token/@/send-event",
  "https://host.example/send?access_token=@&chatId=1", "{\"token\":\"@\",\"message\":\"no\"}", "[@]", "(@), try again", "<b>@</b>", "header token:@; status 401", "senha @ inválida",
];

const json = (value) => JSON.stringify(value);
const escaped = (words) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The ways in which a reply contains words. */
const ANSWERS = [
  (words) => [400, json({ message: words })],
  (words) => [400, json({ error: words })],
  (words) => [400, json({ error: { message: words } })],
  (words) => [400, json({ success: false, code: words, message: words })],
  (words) => [401, json({ title: words, status: 401 })],
  (words) => [401, json({ details: words })],
  (words) => [500, json({ exception: { message: words, details: words } })],
  (words) => [400, json({ message: ["event.name should not be empty", words] })],
  (words) => [400, json({ message: json({ message: words }) })],
  (words) => [200, json({ wawp_upstream_error: words, status: false })],
  (words) => [429, json([{ message: words }])],
  (words) => [400, `<html><body><h1>${escaped(words)}</h1></body></html>`],
  (words) => [400, `<?xml version="1.0"?><error><message><![CDATA[${words}]]></message></error>`],
  (words) => [400, `<p>${[...words].map((character) => `&#${character.codePointAt(0)};`).join("")}</p>`],
  (words) => [502, words],
  (words) => [200, words],
  // Cut off within the words or after them.
  (words) => [400, json({ message: words }).slice(0, -1)],
  // Where the message is cut, at 500 characters.
  (words) => [400, json({ message: `${"no ".repeat(163)} ${words}` })],
];

/** The first piece of a secret that a message contains. */
function pieceIn(message, secret, length = PIECE) {
  const text = message.replaceAll("[removed]", "\0").toLowerCase();
  const sought = secret.toLowerCase();
  for (let at = 0; at + length <= sought.length; at += 1) {
    const piece = sought.slice(at, at + length);
    if (text.includes(piece)) return piece;
  }
  return undefined;
}

function assertRemoved(secret, words, form, options, gateways = () => ids) {
  for (const answer of ANSWERS) {
    const [status, body] = answer(words);
    for (const id of gateways()) {
      const told = JSON.stringify(entryPoint.parseReply(id, { status, body }, options));
      for (const part of [secret, form]) {
        const piece = pieceIn(JSON.parse(told).message ?? told, part);
        assert.equal(piece, undefined, `${json(piece)} of ${json(part)} is in ${told}, from ${id} ${status} ${body}`);
      }
    }
  }
}

test("what looks like a secret is removed from every place", () => {
  for (const secret of recognisable(texts(generator(1)))) {
    for (const sentence of SENTENCES) assertRemoved(secret, sentence.replaceAll("@", () => secret), secret);
  }
});

test("a secret that the caller gave is removed from every place", () => {
  for (const secret of hidden(texts(generator(2)))) {
    for (const sentence of SENTENCES) assertRemoved(secret, sentence.replaceAll("@", () => secret), secret, { secrets: [secret] });
  }
});

const base64 = (text) => Buffer.from(text).toString("base64");
const hex = (text, digits) => text.charCodeAt(0).toString(16).padStart(digits, "0");
const each = (secret, encode) => [...secret].map(encode).join("");

/** A secret in every encoding in which it may be repeated. */
const encodings = (secret) => [
  secret.toUpperCase(),
  each(secret, (character) => `%${hex(character, 2)}`),
  encodeURIComponent(secret),
  encodeURIComponent(encodeURIComponent(secret)),
  new URLSearchParams({ a: secret }).toString().slice(2),
  json(secret).slice(1, -1),
  each(secret, (character) => `\\u${hex(character, 4)}`),
  each(secret, (character) => `\\x${hex(character, 2)}`),
  each(secret, (character) => `&#x${hex(character, 1)};`),
  each(secret, (character) => `&amp;#${character.charCodeAt(0)};`),
  each(secret, (character) => `${character}\u200b`),
  Buffer.from(secret).toString("hex").toUpperCase(),
  ...["", "u", "ab"].flatMap((user) => [base64(user + secret), base64(`${user}${secret}xy`), Buffer.from(user + secret).toString("base64url")]),
];

test("a secret that the caller gave is removed in every encoding, and if the reply ends inside it", () => {
  // The gateways take turns. The tests above already try every place of each one. Five gateways and eighteen replies
  // meet in every pair.
  let turn = 0;
  const next = () => [ids[(turn += 1) % ids.length]];
  for (const secret of [...recognisable(texts(generator(3))), ...hidden(texts(generator(4)))]) {
    for (const form of encodings(secret)) {
      for (const sentence of ["@", "so @ it is", "x=@"]) assertRemoved(secret, sentence.replaceAll("@", () => form), form, { secrets: [secret] }, next);
    }
    for (let length = PIECE; length < secret.length; length += 1) {
      const body = `{"message":"The value ${secret.slice(0, length)}`;
      const { message } = entryPoint.parseReply("waha", { status: 400, body }, { secrets: [secret] });
      assert.equal(pieceIn(message, secret), undefined, `${json(secret)} in ${message}`);
    }
  }
});

/** Where texts are cut: a message, the part of a text that is read, and a body, a mebibyte. */
const MESSAGE_END = 500;
const TEXT_END = 65_536;
const BODY_END = 2 ** 20;

// White space and comments are left out of the message, so the text after them is shown.
const FILLS = [(length) => " ".repeat(length), (length) => `<!--${"x".repeat(Math.max(0, length - 7))}-->`];

const HEAD = '{"message":"';
const SHAPES = FILLS.flatMap((fill) => [
  (length, rest) => `${fill(length)}${rest}`,
  // The body is cut by its JSON, and its texts by their value.
  (length, rest, end) => json({ message: `${fill(end === BODY_END ? length - HEAD.length : length)}${rest}` }),
]);

/**
 * For each limit, how many characters of a form come before it, and in how many shapes. One character less than a piece
 * may be shown, but not a piece, nor all but the last character. A reply up to the end of the body takes a hundred
 * times as long to read as one up to the end of the message. For the slow limits the shapes therefore take turns, so
 * that over all forms each number of characters meets each shape.
 */
const CUTS = [
  [MESSAGE_END, [1, 2, PIECE - 1, PIECE, 5, 9, -1], SHAPES.length],
  [TEXT_END, [PIECE - 1, PIECE, -1], 2],
  [BODY_END, [PIECE, 9, -1], 1],
];

test("no part of a secret remains where a limit cuts it", () => {
  let turn = 0;
  for (const secret of ["hunter two forests", "flores-do-campo"]) {
    for (const form of [secret, ...encodings(secret)]) {
      // The part of an encoded form that corresponds to a piece: `%68%` is one character.
      const ofForm = Math.ceil((PIECE * form.length) / secret.length);
      for (const [end, places, shapes] of CUTS) {
        for (const place of places) {
          const before = place < 0 ? form.length + place : place;
          for (let at = 0; at < shapes; at += 1, turn += 1) {
            const body = SHAPES[turn % SHAPES.length](end - before, `${form} ${"y ".repeat(20)}`, end);
            // The gateway decides where words are looked for, not where they are cut.
            const id = ["waha", "wawp"][Math.floor(turn / SHAPES.length) % 2];
            const { message } = entryPoint.parseReply(id, { status: 400, body }, { secrets: [secret] });
            for (const [part, length] of [[secret, PIECE], [form, ofForm]]) assert.equal(pieceIn(message, part, length), undefined, `${json(form)} at ${end - before} is in ${json(message.slice(0, 200))}`);
          }
        }
      }
    }
  }
});

test("plain words of gateways are left unchanged", () => {
  const plain = [
    "Missing token in header, Authorization header, or query parameter", "Invalid or Missing Access Token", "Token does not match the instance", "your client-token is not configured",
    "Rate limit exceeded. Try again later.", "event.name should not be empty, event.startTime must be a number", "Session \"sales\" does not exist", "2 UNKNOWN: server returned error 463",
    "Invalid Number (Saudi Arabia)", "O número não existe no WhatsApp", "الرقم غير صحيح", "Não foi possível enviar a mensagem", "El número no está registrado", "502 Bad Gateway",
    "Session status is not as expected. Try again later or restart the session", "Invalid startAt, expected ISO 8601 (RFC3339): parsing time \"2026-04-28 14:00\"",
  ];
  for (const id of ids) for (const words of plain) assert.equal(entryPoint.parseReply(id, { status: 400, body: json({ message: words }) }).message, words);
});
