import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { gateways } from '../../engine/waevent';
import { build } from './build';
import { check } from './check';
import { ACCOUNTS, credentials } from './gateways';
import { settle, type Faulty } from './outcome';
import { properties } from './properties';
import { readRsvp } from './readRsvp';
import { send } from './send';

/** An edit and a cancellation are sent, paced and answered as an event is. */
const operations = { build, cancel: send, check, edit: send, readRsvp, send };
const OPERATION_NAMES = { build: 'Build', cancel: 'Cancel', check: 'Check', edit: 'Edit', readRsvp: 'Read RSVP', send: 'Send' };
const GATEWAY_NAMES = Object.fromEntries(gateways.map(({ id, name }) => [id, name]));

/** A workflow of a later version of the node may name what this one does not have. */
function unknownChoice(field: string, value: unknown, known: object): Faulty | undefined {
  if (Object.hasOwn(known, String(value))) return undefined;
  const message = `Update the node: this version has no ${field} "${value}".`;
  return { ok: false, issues: [{ code: 'invalid_option', path: [field], message }], warnings: [] };
}

/** Sends WhatsApp events through any of the gateways that waevent knows. */
export class WhatsAppEvent implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'WhatsApp Event',
    name: 'whatsAppEvent',
    icon: { light: 'file:../../icons/waevent.svg', dark: 'file:../../icons/waevent.dark.svg' },
    group: ['output'],
    version: 1,
    subtitle: `={{ ${JSON.stringify(OPERATION_NAMES)}[$parameter["operation"]] + ": " + ${JSON.stringify(GATEWAY_NAMES)}[$parameter["gateway"]] }}`,
    description: 'Send WhatsApp events, check them first, change them later, and read who comes',
    defaults: { name: 'WhatsApp Event' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials,
    properties,
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const operation = this.getNodeParameter('operation', 0) as keyof typeof operations;
    const unknown = unknownChoice('operation', operation, operations) ?? unknownChoice('gateway', this.getNodeParameter('gateway', 0), ACCOUNTS);
    return [unknown ? settle(this, this.getInputData().map(() => unknown)) : await operations[operation].call(this)];
  }
}
