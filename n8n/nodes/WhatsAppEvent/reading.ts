import type { GenericValue, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Operation, Options, Target } from '../../engine/waevent';
import { fromCalendar } from './calendarItem';
import type { Chosen } from './chosen';
import { asDeclared, asNumber } from './fieldTypes';
import { parsedJson } from './json';
import { Unreadable } from './unreadable';

// Reads an item's parameters in the form that waevent accepts. Nothing is checked here: waevent reports every fault.

type Parameters = Record<string, unknown>;

/** Options of the node for writing and sending a request, and not for reading an event. */
const ABOUT_THE_REQUEST = ['contract', 'credentials', 'values', 'timeoutSeconds'];

/** How long to wait for a gateway: by default, and at most, because an expression may return anything. */
const TIMEOUT_SECONDS = { usual: 60, longest: 300 };

/** The gateway's operation, the same for all items. It is "send" if the node's own operation is none of the gateway's. */
export function operationOf(node: IExecuteFunctions): Operation {
  const operation = node.getNodeParameter('operation', 0);
  return operation === 'edit' || operation === 'cancel' ? operation : 'send';
}

export function eventOf(node: IExecuteFunctions, item: number): unknown {
  const from = node.getNodeParameter('eventFrom', item);
  if (from === 'json') return parsedJson('event', node.getNodeParameter('event', item));
  const to = asDeclared('to', node.getNodeParameter('to', item));
  if (from === 'calendar') {
    const found = parsedJson('calendarItem', node.getNodeParameter('calendarItem', item));
    return found instanceof Unreadable ? found : fromCalendar(found, to);
  }
  const { locationAddress, coordinates, ...rest } = collection(node, 'additionalFields', item);
  return {
    ...rest,
    to,
    name: asDeclared('name', node.getNodeParameter('name', item)),
    start: node.getNodeParameter('start', item),
    location: {
      name: asDeclared('locationName', node.getNodeParameter('locationName', item, '')),
      address: locationAddress,
      ...placeOf(coordinates),
    },
  };
}

/** Reads "-23.55, -46.63". Anything but a pair is passed on as a latitude, which is then reported. */
function placeOf(coordinates: unknown): Parameters {
  if (typeof coordinates !== 'string') return { latitude: coordinates };
  const [latitude, longitude, ...more] = coordinates.split(',').map(asNumber);
  return longitude === undefined || more.length > 0 ? { latitude: coordinates } : { latitude, longitude };
}

/** The options always name a zone: that of the field, or of the workflow's settings, but never that of the machine. */
export function optionsOf(node: IExecuteFunctions, item: number): Options {
  const options = Object.entries(collection(node, 'options', item)).filter(([name]) => !ABOUT_THE_REQUEST.includes(name));
  const timeZone = node.getNodeParameter('timeZone', item, '') || node.getTimezone();
  return { ...Object.fromEntries(options), timeZone } as Options;
}

/** How long to wait for the gateway. */
export function timeoutSecondsOf(node: IExecuteFunctions, item: number): number {
  const { timeoutSeconds } = collection(node, 'options', item);
  if (typeof timeoutSeconds !== 'number' || !(timeoutSeconds > 0)) return TIMEOUT_SECONDS.usual;
  return Math.min(Math.max(timeoutSeconds, 1), TIMEOUT_SECONDS.longest);
}

/** The target of an item, without a secret: the fields of the account, and a built-in gateway's options for writing
 *  requests. */
export function targetOf(node: IExecuteFunctions, item: number, { gateway, facts }: Chosen, fields: IDataObject): Target {
  const options = collection(node, 'options', item);
  const choices = facts.target.filter(({ is }) => is === 'choice' && typeof gateway === 'string').map(({ name }) => [name, options[name]]);
  return { ...Object.fromEntries(choices), ...fields, gateway } as unknown as Target;
}

/** A collection without its empty fields. */
function collection(node: IExecuteFunctions, collected: string, item: number): Parameters {
  const fields = node.getNodeParameter(collected, item, {}) as Record<string, GenericValue>;
  const filled = Object.entries(fields).filter(([, value]) => value !== '');
  return Object.fromEntries(filled.map(([name, value]) => [name, asDeclared(name, value)]));
}
