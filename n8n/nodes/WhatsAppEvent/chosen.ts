import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { defineGateway, gateways, TargetError, type Gateway, type GatewayDescription, type GatewayId, type OwnGateway } from '../../engine/waevent';
import { credentialOf, OWN } from './gateways';
import { parsedJson } from './json';
import type { Faulty } from './outcome';
import { Unreadable } from './unreadable';

/** The parameter that holds the description of a gateway of the user's own. */
const DESCRIPTION = 'gatewayDescription';

/** The gateway that the node is for: the same for all items, as the fields that are shown depend on it. */
export interface Chosen {
  /** What names it: the id of one that ships, or what was made of a description. */
  gateway: GatewayId | OwnGateway;
  /** What is published about it, or described. */
  facts: Gateway | OwnGateway;
  /** The credential type of its accounts. */
  credential: string;
}

export function chosenGateway(node: IExecuteFunctions): Chosen | Faulty {
  const choice = node.getNodeParameter('gateway', 0);
  if (choice === OWN) return describedGateway(node);
  const facts = gateways.find(({ id }) => id === choice);
  return facts ? { gateway: facts.id, facts, credential: credentialOf(facts.id) } : unknownChoice('gateway', choice);
}

/** The description as it stands in the node. What an expression gives may be a stranger's, who would say how secrets are sent. */
function describedGateway(node: IExecuteFunctions): Chosen | Faulty {
  const text = node.getNodeParameter(DESCRIPTION, 0, '', { rawExpressions: true });
  if (String(text).startsWith('=')) return new Unreadable(DESCRIPTION, 'Enter the description itself: an expression is not evaluated here.').faulty;
  const description = parsedJson(DESCRIPTION, text);
  if (description instanceof Unreadable) return description.faulty;
  try {
    const gateway = defineGateway(description as GatewayDescription);
    return { gateway, facts: gateway, credential: credentialOf(OWN) };
  } catch (error) {
    if (!(error instanceof TargetError)) throw new NodeOperationError(node.getNode(), error as Error);
    return { ok: false, issues: error.issues.map((issue) => ({ ...issue, path: [DESCRIPTION, ...issue.path] })), warnings: [] };
  }
}

/** A workflow of a later version of the node may name what this one does not have. */
export function unknownChoice(field: string, value: unknown): Faulty {
  const message = `Update the node: this version has no ${field} "${value}".`;
  return { ok: false, issues: [{ code: 'invalid_option', path: [field], message }], warnings: [] };
}
