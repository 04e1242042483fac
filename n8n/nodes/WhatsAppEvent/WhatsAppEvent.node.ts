import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { build } from './build';
import { check } from './check';
import { chosenGateway, unknownChoice } from './chosen';
import { credentials, gatewayOptions } from './gateways';
import { settleAll } from './outcome';
import { properties } from './properties';
import { readRsvp } from './readRsvp';
import { send } from './send';

/** An edit and a cancellation are sent, paced and reported in the same way as an event. */
const operations = { build, cancel: send, check, edit: send, readRsvp, send };
const OPERATION_NAMES = { build: 'Build', cancel: 'Cancel', check: 'Check', edit: 'Edit', readRsvp: 'Read RSVP', send: 'Send' };
const GATEWAY_NAMES = Object.fromEntries(gatewayOptions().map(({ value, name }) => [value, name]));

/** Sends WhatsApp events through any gateway that waevent knows, or that the user describes. */
export class WhatsAppEvent implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'WhatsApp Event',
    name: 'whatsAppEvent',
    icon: { light: 'file:../../icons/waevent.svg', dark: 'file:../../icons/waevent.dark.svg' },
    group: ['output'],
    version: 1,
    subtitle: `={{ ${JSON.stringify(OPERATION_NAMES)}[$parameter["operation"]] + ": " + ${JSON.stringify(GATEWAY_NAMES)}[$parameter["gateway"]] }}`,
    description: 'Send WhatsApp events, check them first, change them later, and read who is coming',
    defaults: { name: 'WhatsApp Event' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials,
    properties,
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const operation = this.getNodeParameter('operation', 0) as keyof typeof operations;
    const chosen = Object.hasOwn(operations, operation) ? chosenGateway(this) : unknownChoice('operation', operation);
    return ['ok' in chosen ? settleAll(this, chosen) : await operations[operation].call(this, chosen)];
  }
}
