// A request as text to copy elsewhere. Placeholders such as `{token}` stay, because they mark where the secret goes.

export const snippets = { json, curl, fetch: fetchCall, n8n };

/** The body, indented. */
export function json({ body }) {
  return JSON.stringify(JSON.parse(body), null, 2);
}

/** For a POSIX shell. */
export function curl({ method, url, headers, body }) {
  // curl reads { and [ in a URL as a pattern, and would send a request for each match.
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

/** A node to paste into n8n's canvas. Texts without a leading = are not expressions there. */
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

// Between single quotes a shell reads everything literally; a single quote itself must be outside of them.
function quoted(text) {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
