// Which requests a server on this machine answers: those that were meant for it.
//
// A page anywhere can send its visitor's browser to 127.0.0.1, and a name that its owner leads there (DNS rebinding) makes the
// answers the page's own. The browser still says for which host a request is, and from which page.
//
// Behind a proxy that hands its own name on, name that too: OWN_HOSTS=events.example.com,events.example.com:8443

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

const named = (process.env.OWN_HOSTS ?? "").toLowerCase().split(",").map((host) => host.trim()).filter(Boolean);

/** Why a request is not answered, as a status and words; undefined where it is. */
export function refusal({ headers, headersDistinct, url = "/" }) {
  const host = headers.host?.toLowerCase() ?? "";
  // Of two hosts nobody knows which one counts; and a whole address, as proxies are asked for, counts more than either.
  if (headersDistinct?.host?.length > 1 || !/^(\/|\*$)/.test(url)) return [421, "This server is not that host"];
  if (!LOOPBACK.test(host) && !named.includes(host)) return [421, "This server is not that host"];
  // Only browsers name the page's origin: a scheme in front of its host.
  const page = headers.origin?.toLowerCase().replace(/^https?:\/\//, "");
  if (page !== undefined && page !== host && !named.includes(page)) return [403, "A page of another site"];
  return undefined;
}
