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
    // By the gateways that hide them: n8n takes a field whose every choice shows a credential for a choice of how to sign in,
    // and would not show it.
    credentials: [
      {
        name: 'ryzeapiEventsApi',
        required: true,
        displayOptions: { show: { operation: ['send', 'build'] }, hide: { gateway: ['wappfy', 'wawp', 'waha', 'zapi'] } },
      },
      {
        name: 'wappfyEventsApi',
        required: true,
        displayOptions: { show: { operation: ['send', 'build'] }, hide: { gateway: ['ryzeapi', 'wawp', 'waha', 'zapi'] } },
      },
      {
        name: 'wawpEventsApi',
        required: true,
        displayOptions: { show: { operation: ['send', 'build'] }, hide: { gateway: ['ryzeapi', 'wappfy', 'waha', 'zapi'] } },
      },
      {
        name: 'wahaEventsApi',
        required: true,
        displayOptions: { show: { operation: ['send', 'build'] }, hide: { gateway: ['ryzeapi', 'wappfy', 'wawp', 'zapi'] } },
      },
      {
        name: 'zapiEventsApi',
        required: true,
        displayOptions: { show: { operation: ['send', 'build'] }, hide: { gateway: ['ryzeapi', 'wappfy', 'wawp', 'waha'] } },
      },
    ],
    properties,
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const operation = this.getNodeParameter('operation', 0) as keyof typeof operations;
    return [await operations[operation].call(this)];
  }
}
