/**
 * Whether a webhook came from the gateway. It works beside every entry point that has the functions, and starts none: import `waevent`,
 * `waevent/inline` or `waevent/slim` as well. For servers: the secret must not reach a page.
 *
 * ```js
 * import { parseRsvp } from "waevent";
 * import { verifyWebhook } from "waevent/webhooks";
 *
 * // As the page of WAHA has it.
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

/** The body as it came, before anything parsed it: the bytes, or their text in UTF-8. */
export type RawBody = string | ArrayBuffer | ArrayBufferView;

/** What came to a server's handler, and the secret that the gateway was given. */
export interface WebhookDelivery<Body extends RawBody = RawBody> {
  /** Those that sign. WAHA: HMAC-SHA-512 of the body in hexadecimal digits, in `X-Webhook-Hmac`, where `config.webhooks[].hmac.key` or
   *  `WHATSAPP_HOOK_HMAC_KEY` is set. Wawp: HMAC-SHA-256 likewise. Others are `signature_unpublished`. */
  gateway: "waha" | "wawp";
  /** The key, as the gateway has it. An empty one is `required`, so that a variable that was not set lets nothing through. */
  secret: string | undefined;
  /** The name of the header with the signature, in any case. WAHA's is known; Wawp does not publish which one it is, so it is needed there. */
  header?: string | undefined;
  /** The request's, by names in any case: a `Headers`, a `Map`, or an object such as Node's `req.headers`. */
  headers: object;
  /** Never what was parsed from it, as one space more or less is another body: a handler must be given the raw one. */
  body: Body;
}

/**
 * Checks the signature of a webhook, in constant time, by WebCrypto. `value.body` is the body that was verified: parse that one. Bad
 * input is issues and never throws: `signature_missing`, `signature_format`, `signature_algorithm`, `signature_mismatch`, a header that is
 * there twice (`repeated_field`), a body that was parsed already (`wrong_type`). None holds the secret, the signature or the body. Answer
 * 401 to all of them. A runtime without WebCrypto throws.
 *
 * A good signature says who sent a body, and not when: whoever recorded a request can send it again. Neither gateway signs a time or
 * an id outside of the body, so WAHA's `X-Webhook-Timestamp` and `X-Webhook-Request-Id` prove nothing. Keep `Rsvp.dedupeKey`.
 */
export function verifyWebhook<Body extends RawBody>(delivery: WebhookDelivery<Body>, options?: Pick<Options, "language">): Promise<Result<{ body: Body }>>;
