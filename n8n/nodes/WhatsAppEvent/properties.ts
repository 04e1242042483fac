import type { INodeProperties } from 'n8n-workflow';
import { eventProperties } from './eventProperties';
import { ANSWERING, gatewayOptions } from './gateways';
import { optionProperties } from './optionProperties';

export const properties: INodeProperties[] = [
  {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    options: [
      {
        name: 'Build',
        value: 'build',
        action: 'Build the request for an event',
        description: 'Make the request and send nothing. It holds no secret.',
      },
      {
        name: 'Check',
        value: 'check',
        action: 'Check an event',
        description: 'Tell everything that is wrong with an event, as data',
      },
      {
        name: 'Read RSVP',
        value: 'readRsvp',
        action: 'Read an RSVP',
        description: 'Read the answer of a guest from the gateway’s webhook',
      },
      {
        name: 'Send',
        value: 'send',
        action: 'Send an event',
        description: 'Send the event, once, and read what the gateway answers',
      },
    ],
    default: 'send',
  },
  {
    displayName: 'Gateway',
    name: 'gateway',
    type: 'options',
    noDataExpression: true,
    options: gatewayOptions,
    default: 'ryzeapi',
  },
  {
    displayName: 'RyzeAPI does not publish how its webhooks tell the answers of guests',
    name: 'noAnswers',
    type: 'notice',
    displayOptions: { show: { operation: ['readRsvp'], gateway: ['ryzeapi'] } },
    default: '',
  },
  {
    displayName: 'Webhook',
    name: 'webhook',
    type: 'json',
    displayOptions: { show: { operation: ['readRsvp'], gateway: ANSWERING } },
    required: true,
    default: '={{ $json.body ?? $json }}',
    description: 'What the gateway sent. Check its signature first, as anybody can send a webhook.',
  },
  ...eventProperties,
  optionProperties,
];
