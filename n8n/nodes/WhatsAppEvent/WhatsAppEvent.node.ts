import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { build } from './build';
import { check } from './check';
import { properties } from './properties';
import { readRsvp } from './readRsvp';
import { send } from './send';

const operations = { build, check, readRsvp, send };

/** Sends WhatsApp events through any of the gateways that waevent knows. */
export class WhatsAppEvent implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'WhatsApp Event',
    name: 'whatsAppEvent',
    icon: { light: 'file:../../icons/waevent.svg', dark: 'file:../../icons/waevent.dark.svg' },
    group: ['output'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["gateway"] }}',
    description: 'Send WhatsApp events, check them first, and read who comes',
    defaults: { name: 'WhatsApp Event' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      {
        name: 'ryzeapiEventsApi',
        required: true,
        displayOptions: { show: { operation: ['send', 'build'], gateway: ['ryzeapi'] } },
      },
      {
        name: 'wappfyEventsApi',
        required: true,
        displayOptions: { show: { operation: ['send', 'build'], gateway: ['wappfy'] } },
      },
      {
        name: 'wawpEventsApi',
        required: true,
        displayOptions: { show: { operation: ['send', 'build'], gateway: ['wawp'] } },
      },
      {
        name: 'wahaEventsApi',
        required: true,
        displayOptions: { show: { operation: ['send', 'build'], gateway: ['waha'] } },
      },
      {
        name: 'zapiEventsApi',
        required: true,
        displayOptions: { show: { operation: ['send', 'build'], gateway: ['zapi'] } },
      },
    ],
    properties,
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const operation = this.getNodeParameter('operation', 0) as keyof typeof operations;
    return [await operations[operation].call(this)];
  }
}
