// Sends a complete request, and reads the gateway's reply.

import { parseReply } from "../pkg/node.js";
import { numberFrom } from "./numbers.mjs";

/** How long to wait for a reply. */
export const timeoutSeconds = numberFrom("SEND_TIMEOUT_SECONDS", 20, { least: 1, most: 3600 });

/** How much of a reply is read. What is longer counts as cut off for `parseReply`, which never takes that for sent. */
const MAX_BYTES = 1 << 20;

/** The gateway's certificate was refused, which ends the connection before the request. */
const CERTIFICATE_REFUSED = /^CERT_|SELF_SIGNED_CERT|^ERR_TLS_CERT_ALTNAME_INVALID$|^UNABLE_TO_/;

/**
 * Whether it failed before there was a connection, in which case nothing has left. After any other failure the event may have
 * been sent. A code alone does not show that: a connection that broke later can say EHOSTUNREACH too. The system call does.
 */
const neverLeft = ({ code, syscall, errors } = {}) =>
  errors?.length > 0 ? errors.every(neverLeft) : (syscall === "connect" || syscall === "getaddrinfo" || code === "UND_ERR_CONNECT_TIMEOUT" || CERTIFICATE_REFUSED.test(code));

/**
 * The reply of `gateway`, as `parseReply` returns it. Nothing is sent twice: what to do next is the caller's to say. `secrets`,
 * by name, are those in the request: a gateway may repeat them, and what it says is kept and shown.
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
    // No reply does not mean not sent: look in the chat before sending again.
    return { outcome: "unknown", code: "no_answer", message: "The gateway did not answer.", retry: "check_first" };
  }
}

/** The text of a reply, or a little more than is taken for whole. */
async function textOf(reply) {
  // A byte order mark counts, so the text has no fewer bytes than were read.
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let bytes = 0;
  let text = "";
  // To leave the loop ends the connection.
  for await (const chunk of reply.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if ((bytes += chunk.length) > MAX_BYTES) break;
  }
  return text + decoder.decode();
}
