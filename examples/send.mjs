// Sends a complete request and reads the gateway's reply.

import { parseReply } from "../pkg/node.js";
import { numberFrom } from "./numbers.mjs";

/** How long to wait for a reply. */
export const timeoutSeconds = numberFrom("SEND_TIMEOUT_SECONDS", 20, { least: 1, most: 3600 });

/** How much of a reply is read. `parseReply` treats a longer one as cut off, and never reports it as sent. */
const MAX_BYTES = 1 << 20;

/** The gateway's certificate was refused, so the connection ended before the request. */
const CERTIFICATE_REFUSED = /^CERT_|SELF_SIGNED_CERT|^ERR_TLS_CERT_ALTNAME_INVALID$|^UNABLE_TO_/;

/**
 * Whether the request failed before there was a connection, so nothing has left. After any other failure, the event may
 * have been sent. The error code alone does not show this, because a connection that broke later may also report
 * EHOSTUNREACH. The system call does.
 */
const neverLeft = ({ code, syscall, errors } = {}) =>
  errors?.length > 0 ? errors.every(neverLeft) : (syscall === "connect" || syscall === "getaddrinfo" || code === "UND_ERR_CONNECT_TIMEOUT" || CERTIFICATE_REFUSED.test(code));

/**
 * Returns the reply of `gateway`, as `parseReply` reads it. Sends only once: the caller decides what to do next.
 * `secrets`, by name, are those in the request. A gateway may repeat them in its reply, and messages must not contain
 * them.
 */
export async function send(gateway, request, secrets) {
  try {
    const reply = await fetch(request.url, {
      ...request,
      redirect: "error", // a redirect must not carry the secret elsewhere
      signal: AbortSignal.timeout(timeoutSeconds * 1000),
    });
    return parseReply(gateway, { status: reply.status, headers: reply.headers, body: await textOf(reply) }, { secrets });
  } catch (error) {
    if (neverLeft(error.cause)) {
      return { outcome: "not_sent", code: "unreachable", message: `The gateway cannot be reached (${error.cause.code}).`, retry: "after" };
    }
    // Without a reply, the event may still have been sent: look in the chat before sending it again.
    return { outcome: "unknown", code: "no_answer", message: "The gateway did not answer.", retry: "check_first" };
  }
}

/** The text of a reply. If the reply is too long, a little more than the limit is returned. */
async function textOf(reply) {
  // The byte order mark is kept, so the text has no fewer bytes than were read.
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let bytes = 0;
  let text = "";
  // Leaving the loop closes the connection.
  for await (const chunk of reply.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if ((bytes += chunk.length) > MAX_BYTES) break;
  }
  return text + decoder.decode();
}
