// The packed and installed node, next to n8n's own modules.
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
// Found through NODE_PATH, like n8n does for its nodes.
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

/** The credential type that n8n shows for each gateway. */
const gateways = node.description.properties.find(({ name }) => name === "gateway").options.map(({ value }) => value);
const isShown = (credential, parameters) => n8n.NodeHelpers.displayParameter(parameters, credential, { typeVersion: 1 }, node.description);
export const credentialOf = Object.fromEntries(
  gateways.map((gateway) => {
    const [credential, ...more] = node.description.credentials.filter((each) => isShown(each, { operation: "send", gateway }));
    if (more.length > 0) throw new Error(`${gateway} is shown ${more.length + 1} credentials`);
    return [gateway, credential.name];
  }),
);
