import type { GenericValue, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Operation, Options, Target } from '../../engine/waevent';
import { fromCalendar } from './calendarItem';
import type { Chosen } from './chosen';
import { asDeclared, asNumber } from './fieldTypes';
import { parsedJson } from './json';
import { Unreadable } from './unreadable';

// What an item's parameters say, as waevent takes it. Nothing is judged here: waevent reports every fault.

type Parameters = Record<string, unknown>;

/** Options of the node that say how a request is written and sent, and not how an event is read. */
const ABOUT_THE_REQUEST = ['contract', 'credentials', 'values', 'timeoutSeconds'];

/** How long a gateway is waited for: by default, and at most, as an expression may give anything. */
const TIMEOUT_SECONDS = { usual: 60, longest: 300 };

/** What is asked of the gateway: to send, where the node does something of its own. The same for all items. */
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

/** "-23.55, -46.63". What is no pair is passed on as a latitude, and reported as what it is. */
function placeOf(coordinates: unknown): Parameters {
  if (typeof coordinates !== 'string') return { latitude: coordinates };
  const [latitude, longitude, ...more] = coordinates.split(',').map(asNumber);
  return longitude === undefined || more.length > 0 ? { latitude: coordinates } : { latitude, longitude };
}

/** The zone is always said: the field's, or that of the workflow's settings. None is taken from the machine. */
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

/** Where an item goes, without a secret: fields of an account, and how one that ships wants requests written. */
export function targetOf(node: IExecuteFunctions, item: number, { gateway, facts }: Chosen, fields: IDataObject): Target {
  const options = collection(node, 'options', item);
  const choices = facts.target.filter(({ is }) => is === 'choice' && typeof gateway === 'string').map(({ name }) => [name, options[name]]);
  return { ...Object.fromEntries(choices), ...fields, gateway } as unknown as Target;
}

/** A collection without the fields that were left empty. */
function collection(node: IExecuteFunctions, collected: string, item: number): Parameters {
  const fields = node.getNodeParameter(collected, item, {}) as Record<string, GenericValue>;
  const filled = Object.entries(fields).filter(([, value]) => value !== '');
  return Object.fromEntries(filled.map(([name, value]) => [name, asDeclared(name, value)]));
}
