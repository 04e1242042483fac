import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { defineGateway, gateways, TargetError, type Gateway, type GatewayDescription, type GatewayId, type Issue, type OwnGateway } from '../../engine/waevent';
import { credentialOf, OWN } from './gateways';
import { parsedJson } from './json';
import type { Faulty } from './outcome';
import { Unreadable } from './unreadable';

/** The parameter with the description of the user's own gateway. */
const DESCRIPTION = 'gatewayDescription';

/** The chosen gateway. It is the same for all items, because the fields that the editor shows depend on it. */
export interface Chosen {
  /** The id of a built-in gateway, or the gateway that a description defines. */
  gateway: GatewayId | OwnGateway;
  /** Its facts, built in or from its description. */
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

/** The gateway of the description in the node. Expressions are not allowed, because a stranger's data could then decide
 *  how secrets are sent. */
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
    return { ok: false, issues: error.issues.map((issue) => ({ ...issue, path: [DESCRIPTION, ...within(issue)] })), warnings: [] };
  }
}

/** The path within a description. waevent reports what is wrong with the whole at `description`, the argument's name. */
const within = ({ code, path }: Issue): Issue['path'] => (path.join('.') === 'description' && code !== 'unknown_field' ? [] : path);

/** A fault for a choice that this version lacks. A workflow from a later version of the node may have one. */
export function unknownChoice(field: string, value: unknown): Faulty {
  const message = `Update the node: this version has no ${field} "${value}".`;
  return { ok: false, issues: [{ code: 'invalid_option', path: [field], message }], warnings: [] };
}
