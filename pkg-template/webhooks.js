// The entry point `waevent/webhooks`, which verifies signatures. It starts no instance: callers import another entry
// point too. It is for servers, where the secrets are.
import { gateways } from "./api.js";
import { ask } from "./ask.js";
import { expectArguments } from "./errors.js";
import { withMessage } from "./messages.js";
import { misfits, part } from "./plain.js";
import { Frame, isBytes, pairsOf } from "./read.js";
import { WEBHOOK_OPTIONS } from "./wire.js";

/**
 * The gateways that sign webhooks, with an HMAC of the body in hexadecimal digits. `header` is the name of its
 * header, if that is published; `algorithm` is a header that names the algorithm.
 *
 * WAHA: https://waha.devlike.pro/docs/how-to/events/#hmac-authentication, 24 July 2026. Wawp: `verify_signature` of its SDK,
 * https://github.com/Whatsapp-Automation-web-platform/wawp-sdk-python, 30 April 2026.
 */
const SIGNING = {
  waha: { hash: "SHA-512", digits: 128, header: "x-webhook-hmac", algorithm: { header: "x-webhook-hmac-algorithm", expected: "sha512" } },
  wawp: { hash: "SHA-256", digits: 64 },
};

export async function verifyWebhook(delivery, options) {
  expectArguments(arguments, "a webhook");
  const { taken } = part(delivery ?? {}, "gateway", "secret", "header", "headers", "body");
  const { issues: faults = [], warnings } = ask(WEBHOOK_OPTIONS, Frame.join(Frame.ofOptions(options), Frame.of(taken.gateway)));
  const found = faults.some(({ path }) => path[0] === "gateway") ? {} : read(taken);
  const issues = [...faults, ...(found.issues ?? []).map((issue) => withMessage(issue, options))];
  if (issues.length > 0) return { ok: false, issues, warnings };
  if (await isSigned(found)) return { ok: true, value: { body: taken.body }, warnings };
  return { ok: false, issues: [withMessage({ code: "signature_mismatch", path: ["body"] }, options)], warnings };
}

/** The arguments for WebCrypto, and all faults in them: `{ hash, secret, signature, body, issues }`. */
function read({ gateway, secret, header, headers, body }) {
  const signing = isText(gateway) ? SIGNING[gateway] : undefined;
  if (!signing) {
    const { name } = gateways.find(({ id }) => id === gateway) ?? gateway;
    return { issues: [{ code: "signature_unpublished", path: ["gateway"], params: { gatewayName: name } }] };
  }
  const name = (isText(header) ? header : signing.header)?.toLowerCase();
  const signature = name ? signatureIn(headers, name, signing) : {};
  const bytes = bytesOf(body);
  const issues = [
    ...textual("secret", secret),
    ...(name ? misfits("header", header, "string", () => typeof header === "string") : textual("header", header)),
    ...(signature.issues ?? []),
    ...(bytes ? [] : [{ code: "wrong_type", path: ["body"], params: { expected: "the raw body", found: typeof body } }]),
  ];
  return { hash: signing.hash, secret, signature: signature.bytes, body: bytes, issues };
}

const isText = (value) => typeof value === "string" && value !== "";

/** The faults of a value that must be a text and not empty. */
function textual(name, value) {
  const faults = misfits(name, value, "string", () => typeof value === "string");
  return faults.length > 0 || isText(value) ? faults : [{ code: "required", path: [name] }];
}

/** The bytes of the signature, or its faults: `{ bytes, issues }`. */
function signatureIn(headers, name, { digits, algorithm }) {
  if (headers === undefined || headers === null) return { issues: [{ code: "required", path: ["headers"] }] };
  const faultIn = (header, code, params) => ({ issues: [{ code, path: ["headers", header], ...(params && { params }) }] });
  let values;
  let algorithms;
  try {
    values = valuesOf(headers, name);
    algorithms = algorithm ? valuesOf(headers, algorithm.header) : [];
  } catch {
    return { issues: [{ code: "wrong_type", path: ["headers"], params: { expected: "object", found: typeof headers } }] };
  }
  if (values.length === 0) return faultIn(name, "signature_missing", { header: name });
  if (values.length > 1) return faultIn(name, "repeated_field");
  if (algorithms.some((found) => found.toLowerCase() !== algorithm.expected)) return faultIn(algorithm.header, "signature_algorithm", algorithm);
  if (!/^[\da-f]+$/i.test(values[0]) || values[0].length !== digits) return faultIn(name, "signature_format", { digits });
  return { bytes: Uint8Array.from(values[0].match(/../g), (pair) => parseInt(pair, 16)) };
}

/** The values of a header. Servers join a header that occurs twice with commas, or return a list. Throws if `headers`
 *  is not an object. */
function valuesOf(headers, wanted) {
  if (typeof headers !== "object") throw new TypeError("headers that are no object");
  const values = [...pairsOf(headers)].filter(([name]) => name.toLowerCase() === wanted).flatMap(([, value]) => value);
  return values.flatMap((value) => String(value).split(",")).map((value) => value.trim()).filter(isText);
}

/** A copy of the body's bytes; undefined if the body is neither text nor bytes. */
function bytesOf(body) {
  if (typeof body === "string") return new TextEncoder().encode(body);
  try {
    if (!isBytes(body)) return undefined;
    return (ArrayBuffer.isView(body) ? new Uint8Array(body.buffer, body.byteOffset, body.byteLength) : new Uint8Array(body)).slice();
  } catch {
    return undefined;
  }
}

/** Whether the signature matches the body and the secret. WebCrypto compares in constant time. */
async function isSigned({ hash, secret, signature, body }) {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) throw new Error("This runtime has no WebCrypto, which waevent/webhooks needs");
  const key = await subtle.importKey("raw", new TextEncoder().encode(secret), { name: "HMAC", hash }, false, ["verify"]);
  return subtle.verify("HMAC", key, signature, body);
}
