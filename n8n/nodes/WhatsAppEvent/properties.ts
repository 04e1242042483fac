import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from '../../engine/waevent';
import { eventProperties } from './eventProperties';
import { ANSWERING, OWN, SILENT, gatewayOptions } from './gateways';
import { optionProperties } from './optionProperties';

/** The menu of gateways for an operation that not all of them have. */
function gatewaysThat(operation: Operation): INodeProperties {
  return {
    displayName: 'Gateway',
    name: 'gateway',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show: { operation: [operation] } },
    options: gatewayOptions(operation),
    default: 'zapi',
  };
}

export const properties: INodeProperties[] = [
  {
    displayName: 'Resource',
    name: 'resource',
    type: 'options',
    noDataExpression: true,
    options: [
      { name: 'Event', value: 'event' },
      { name: 'RSVP', value: 'rsvp' },
    ],
    default: 'event',
  },
  {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show: { resource: ['event'] } },
    options: [
      {
        name: 'Build',
        value: 'build',
        action: 'Build event request',
        description: 'Build the request without sending it. It contains no secret.',
      },
      {
        name: 'Cancel',
        value: 'cancel',
        action: 'Cancel event',
        description: 'Mark a sent event as canceled, if the gateway can',
      },
      {
        name: 'Check',
        value: 'check',
        action: 'Check event',
        description: 'Report everything that is wrong with an event, as data',
      },
      {
        name: 'Edit',
        value: 'edit',
        action: 'Edit event',
        description: 'Replace a sent event with another one, if the gateway can',
      },
      {
        name: 'Send',
        value: 'send',
        action: 'Send event',
        description: 'Send the event once, and read the gateway’s reply',
      },
    ],
    default: 'send',
  },
  {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show: { resource: ['rsvp'] } },
    options: [
      {
        name: 'Read',
        value: 'readRsvp',
        action: 'Read RSVP',
        description: 'Read a guest’s answer from the gateway’s webhook',
      },
    ],
    default: 'readRsvp',
  },
  {
    displayName: 'Gateway',
    name: 'gateway',
    type: 'options',
    noDataExpression: true,
    displayOptions: { hide: { operation: ['cancel', 'edit'] } },
    options: gatewayOptions(),
    default: 'ryzeapi',
  },
  gatewaysThat('cancel'),
  gatewaysThat('edit'),
  {
    displayName: 'Description of the Gateway',
    name: 'gatewayDescription',
    type: 'json',
    // An item must not decide how secrets are sent.
    noDataExpression: true,
    displayOptions: { show: { gateway: [OWN] } },
    required: true,
    default: '',
    description:
      'Your gateway as JSON, in the form that <a href="https://github.com/waevent/waevent/blob/main/docs/guide/own-gateways.md">waevent’s guide</a> describes. It contains no secret: those are in the credential.',
  },
  {
    displayName: 'This gateway does not publish how its webhooks report RSVPs',
    name: 'noAnswers',
    type: 'notice',
    displayOptions: { show: { operation: ['readRsvp'], gateway: SILENT } },
    default: '',
  },
  {
    displayName: 'RSVPs are read as WAHA reports them: this gateway’s page shows no RSVP, but its webhooks are like WAHA’s',
    name: 'assumedAnswers',
    type: 'notice',
    displayOptions: { show: { operation: ['readRsvp'], gateway: ['wappfy', 'wawp'] } },
    default: '',
  },
  {
    displayName: 'Webhook',
    name: 'webhook',
    type: 'json',
    displayOptions: { show: { operation: ['readRsvp'], gateway: ANSWERING } },
    required: true,
    default: '={{ $json.body ?? $json }}',
    description: 'What the gateway sent. Check its signature first, because anybody can send a webhook.',
  },
  ...eventProperties,
  optionProperties,
];
