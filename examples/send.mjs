// Sends a complete request, and reads what the gateway answers.

import { parseReply } from "../pkg/node.js";

/** The answer of `gateway`, as `parseReply` gives it. Nothing is sent twice: what to do next is the caller's to say. */
export async function send(gateway, request) {
  try {
    const reply = await fetch(request.url, {
      ...request,
      redirect: "error", // a redirect must not carry the secret elsewhere
      signal: AbortSignal.timeout(20_000),
    });
    return parseReply(gateway, { status: reply.status, headers: reply.headers, body: await reply.text() });
  } catch {
    // No answer does not mean not sent: look in the chat before sending again.
    return { outcome: "unknown", code: "no_answer", message: "The gateway did not answer.", retry: "check_first" };
  }
}
