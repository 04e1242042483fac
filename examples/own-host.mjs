// Decides which requests a local server responds to: only those that were meant for it.
//
// Any page can make its visitor's browser send requests to 127.0.0.1. With a domain name that its owner points there
// (DNS rebinding), the page can even read the responses. The browser still says which host a request is for, and which
// page it comes from.
//
// Behind a proxy that passes on its own name, list that name too: OWN_HOSTS=events.example.com,events.example.com:8443

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

const named = (process.env.OWN_HOSTS ?? "").toLowerCase().split(",").map((host) => host.trim()).filter(Boolean);

/** Why a request is refused, as a status and a text, or undefined if it is not. */
export function refusal({ headers, headersDistinct, url = "/" }) {
  const host = headers.host?.toLowerCase() ?? "";
  // With two Host headers, nobody knows which one counts. A full URL, as sent to proxies, overrides the header.
  if (headersDistinct?.host?.length > 1 || !/^(\/|\*$)/.test(url)) return [421, "This server is not that host"];
  if (!LOOPBACK.test(host) && !named.includes(host)) return [421, "This server is not that host"];
  // Only browsers send Origin: a scheme, and then the host of the page.
  const page = headers.origin?.toLowerCase().replace(/^https?:\/\//, "");
  if (page !== undefined && page !== host && !named.includes(page)) return [403, "A page of another site"];
  return undefined;
}
