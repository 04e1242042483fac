// A request as text for somewhere else. `{token}` and its like stay in: they mark where the secret goes.

export const snippets = { json, curl, fetch: fetchCall, n8n };

/** The body, readable. */
export function json({ body }) {
  return JSON.stringify(JSON.parse(body), null, 2);
}

/** For a POSIX shell. */
export function curl({ method, url, headers, body }) {
  // curl reads { and [ in an address as a pattern, and would send one request for each reading.
  const start = /[[\]{}]/.test(url) ? "curl --globoff" : "curl";
  const options = [
    `--request ${method}`,
    `--url ${quoted(url)}`,
    ...Object.entries(headers).map(([name, value]) => `--header ${quoted(`${name}: ${value}`)}`),
    `--data-raw ${quoted(body)}`,
  ];
  return [start, ...options].join(" \\\n  ");
}

export function fetchCall({ method, url, headers, body }) {
  const indented = (value) => JSON.stringify(value, null, 2).replaceAll("\n", "\n  ");
  return [
    `const response = await fetch(${JSON.stringify(url)}, {`,
    `  method: ${JSON.stringify(method)},`,
    `  headers: ${indented(headers)},`,
    `  body: JSON.stringify(${indented(JSON.parse(body))}),`,
    "});",
  ].join("\n");
}

/** A node for n8n's canvas, where it is pasted as it stands. Texts without a leading = are no expressions there. */
export function n8n({ method, url, headers, body }) {
  const parameters = Object.entries(headers).map(([name, value]) => ({ name, value }));
  const node = {
    name: "WhatsApp event",
    type: "n8n-nodes-base.httpRequest",
    typeVersion: 4.2,
    position: [0, 0],
    parameters: {
      method, url, sendHeaders: true, headerParameters: { parameters },
      sendBody: true, specifyBody: "json", jsonBody: body, options: {},
    },
  };
  return JSON.stringify({ nodes: [node], connections: {} }, null, 2);
}

export function call(input, target, options) {
  const given = Object.keys(options).length > 0;
  return [
    'import { buildRequest } from "waevent";',
    "",
    `const event = ${JSON.stringify(input, null, 2)};`,
    `const target = ${JSON.stringify(target, null, 2)};`,
    ...(given ? [`const options = ${JSON.stringify(options)};`] : []),
    `const result = buildRequest(event, target${given ? ", options" : ""});`,
  ].join("\n");
}

// Between single quotes a shell reads everything as it stands; a single quote itself must step outside.
function quoted(text) {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
