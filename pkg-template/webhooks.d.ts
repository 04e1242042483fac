/**
 * Checks whether a webhook came from the gateway. It works with every entry point but starts none: import `waevent`,
 * `waevent/inline` or `waevent/slim` as well. For servers: the secret must not reach a page.
 *
 * ```js
 * import { parseRsvp } from "waevent";
 * import { verifyWebhook } from "waevent/webhooks";
 *
 * // The example on WAHA's page.
 * const verified = await verifyWebhook({
 *   gateway: "waha",
 *   secret: "my-secret-key",
 *   headers: {
 *     "X-Webhook-Hmac-Algorithm": "sha512",
 *     "X-Webhook-Hmac": "208f8a55dde9e05519e898b10b89bf0d0b3b0fdf11fdbf09b6b90476301b98d8097c462b2b17a6ce93b6b47a136cf2e78a33a63f6752c2c1631777076153fa89",
 *   },
 *   body: '{"event":"message","session":"default","engine":"WEBJS"}',
 * });
 * verified.ok; // true
 * parseRsvp("waha", verified.value?.body).value; // null
 * ```
 */
import type { Options, Result } from "./index.js";

/** The body as received, before anything parsed it: the bytes, or their text in UTF-8. */
export type RawBody = string | ArrayBuffer | ArrayBufferView;

/** A webhook that a server received, and the secret that the gateway was given. */
export interface WebhookDelivery<Body extends RawBody = RawBody> {
  /** The gateways that sign. WAHA: HMAC-SHA-512 of the body in hexadecimal digits, in `X-Webhook-Hmac`, if
   *  `config.webhooks[].hmac.key` or `WHATSAPP_HOOK_HMAC_KEY` is set. Wawp: HMAC-SHA-256 in hexadecimal digits. Other
   *  gateways are `signature_unpublished`. */
  gateway: "waha" | "wawp";
  /** The key that the gateway signs with. An empty key is a `required` issue, so an environment variable that is not
   *  set lets nothing through. */
  secret: string | undefined;
  /** The name of the header with the signature, in upper or lower case. WAHA's is known. Wawp does not publish it, so
   *  it is required there. */
  header?: string | undefined;
  /** The request's headers, with names in upper or lower case: a `Headers`, a `Map`, or an object such as Node's
   *  `req.headers`. */
  headers: object;
  /** The raw body, never what was parsed from it: a single space more or less makes another body. */
  body: Body;
}

/**
 * Checks the signature of a webhook, in constant time, with WebCrypto. `value.body` is the body that was verified:
 * parse that one. Invalid input never throws. The issues are `signature_missing`, `signature_format`,
 * `signature_algorithm`, `signature_mismatch`, `repeated_field` for a header that occurs twice, and `wrong_type` for a
 * body that was already parsed. None contains the secret, the signature or the body. Respond to all of them with status
 * 401. Throws in a runtime without WebCrypto.
 *
 * A valid signature proves who sent a body, but not when: somebody who recorded a request can send it again. Neither
 * gateway signs a time or an id outside the body, so WAHA's `X-Webhook-Timestamp` and `X-Webhook-Request-Id` prove
 * nothing. Store `Rsvp.dedupeKey` to recognise repetitions.
 */
export function verifyWebhook<Body extends RawBody>(delivery: WebhookDelivery<Body>, options?: Pick<Options, "language">): Promise<Result<{ body: Body }>>;
