// The packed and installed node, and n8n's own modules beside it.
import { createRequire } from "node:module";
import { join } from "node:path";

function folder(variable) {
  const path = process.env[variable];
  if (!path) throw new Error(`${variable} must name the folder in which the packed node is installed`);
  return path;
}

export const installed = join(folder("WAEVENT_NODE_CONSUMER"), "node_modules/n8n-nodes-waevent");
const require = createRequire(join(installed, "package.json"));

export const manifest = require("./package.json");
// Found by NODE_PATH, as n8n gives it to its nodes.
export const n8n = require("n8n-workflow");

const { WhatsAppEvent } = require(`./${manifest.n8n.nodes[0]}`);
export const node = new WhatsAppEvent();

/** The credential types by name. */
export const credentialTypes = Object.fromEntries(
  manifest.n8n.credentials.map((file) => {
    const [Credential] = Object.values(require(`./${file}`));
    const type = new Credential();
    return [type.name, type];
  }),
);

/** The credential type of each gateway. */
export const credentialOf = Object.fromEntries(
  node.description.credentials.map(({ name, displayOptions }) => [displayOptions.show.gateway[0], name]),
);
