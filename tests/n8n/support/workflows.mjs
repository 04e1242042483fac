// Workflows: a trigger, and the node after it.

export { startOf, titleOf } from "../../standins/rules.mjs";

export const credentialOf = (gateway) => `${gateway}EventsApi`;

/**
 * An event that every gateway accepts, except for the recipient, which each gateway sets itself. The zone is the
 * workflow's.
 */
export const EVENT = { to: "+55 11 99999-9999", name: "Team meeting", start: "2027-09-10T14:00:00", locationName: "Room A" };
export const ZONE = "America/Sao_Paulo";
/** 14:00 in São Paulo, three hours behind UTC. */
export const START_SECONDS = Date.UTC(2027, 8, 10, 17) / 1000;

/** Accepts a POST at `path`, and responds with the last node's output. */
export const webhook = (path) => ({
  id: "trigger",
  name: "Webhook",
  type: "n8n-nodes-base.webhook",
  typeVersion: 2,
  webhookId: path,
  position: [0, 0],
  parameters: { path, httpMethod: "POST", responseMode: "lastNode", responseData: "allEntries", options: {} },
});

/** Starts the workflow manually. */
export const manual = { id: "trigger", name: "Start", type: "n8n-nodes-base.manualTrigger", typeVersion: 1, position: [0, 0], parameters: {} };

/** Makes an item of each element in the webhook's `items`. */
export const split = {
  id: "split",
  name: "Split",
  type: "n8n-nodes-base.splitOut",
  typeVersion: 1,
  position: [200, 0],
  parameters: { fieldToSplitOut: "body.items", options: {} },
};

/** The node, for a gateway of the fixtures. `settings` are the node's own, such as `retryOnFail`. */
export const event = ({ module, credential }, parameters = {}, settings = {}) => ({
  id: "event",
  name: "WhatsApp Event",
  type: "n8n-nodes-waevent.whatsAppEvent",
  typeVersion: 1,
  position: [400, 0],
  parameters: {
    operation: "send",
    gateway: module.target.gateway,
    ...EVENT,
    ...module.event,
    options: module.target.contract ? { contract: module.target.contract } : {},
    ...parameters,
  },
  credentials: { [credential.type]: { id: credential.id, name: credential.name } },
  ...settings,
});

/** Connects each node to the next one. */
export function workflow(name, ...nodes) {
  const connections = {};
  for (const [at, node] of nodes.slice(0, -1).entries()) connections[node.name] = { main: [[{ node: nodes[at + 1].name, type: "main", index: 0 }]] };
  return { name, nodes, connections, settings: { executionOrder: "v1", timezone: ZONE } };
}
