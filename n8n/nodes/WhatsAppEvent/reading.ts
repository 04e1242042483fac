import type { GenericValue, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { GatewayId, Operation, Options, Target } from '../../engine/waevent';
import { fromCalendar } from './calendarItem';
import { asDeclared, asNumber } from './fieldTypes';
import { gatewayNamed } from './gateways';
import { Unreadable } from './unreadable';

// What an item's parameters say, as waevent takes it. Nothing is judged here: every fault is waevent's to tell.

type Parameters = Record<string, unknown>;

/** Options of the node that say how a request is written and sent, and not how an event is read. */
const ABOUT_THE_REQUEST = ['contract', 'credentials', 'values', 'timeoutSeconds'];

/** How long a gateway is waited for: by default, and at most, as an expression may give anything. */
const TIMEOUT_SECONDS = { usual: 60, longest: 300 };

/** The same for all items: the fields that are shown depend on it. */
export const gatewayOf = (node: IExecuteFunctions): GatewayId => node.getNodeParameter('gateway', 0) as GatewayId;

/** What is asked of the gateway: to send, where the node does something of its own. The same for all items, too. */
export function operationOf(node: IExecuteFunctions): Operation {
  const operation = node.getNodeParameter('operation', 0);
  return operation === 'edit' || operation === 'cancel' ? operation : 'send';
}

/** A parameter whose text is JSON. What is none says from where on; the text itself stays out of the message. */
function json(node: IExecuteFunctions, parameter: string, item: number): unknown {
  const value = node.getNodeParameter(parameter, item);
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch (error) {
    const [, position] = /at position (\d+)/.exec((error as SyntaxError).message) ?? [];
    const message = position === undefined ? 'Give JSON: this is none.' : `Mend the JSON: it is none from its character ${Number(position) + 1} on.`;
    return new Unreadable(parameter, message);
  }
}

export function eventOf(node: IExecuteFunctions, item: number): unknown {
  const from = node.getNodeParameter('eventFrom', item);
  if (from === 'json') return json(node, 'event', item);
  const to = asDeclared('to', node.getNodeParameter('to', item));
  if (from === 'calendar') {
    const found = json(node, 'calendarItem', item);
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

/** "-23.55, -46.63". What is no pair is handed on as a latitude, to be told as what it is. */
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

/** Where an item goes, without a secret: an account, and how its gateway wants requests written. */
export function targetOf(node: IExecuteFunctions, item: number, account: IDataObject): Target {
  const gateway = gatewayOf(node);
  const options = collection(node, 'options', item);
  const said = gatewayNamed(gateway)
    .target.filter(({ is }) => is !== 'secret')
    .map(({ name, is }) => {
      if (is === 'choice') return [name, options[name]];
      // A field that may be left empty is then none.
      return [name, is === 'segment' ? pasted(account[name]) : pasted(account[name]) || undefined];
    });
  return { gateway, ...Object.fromEntries(said), ...dialectOf(gateway, account) } as unknown as Target;
}

/** How a request is written that the account itself decides on: Z-API sends a header to accounts with a second secret only. */
function dialectOf(gateway: GatewayId, account: IDataObject): Parameters {
  if (gateway !== 'zapi') return {};
  return { credentials: String(account.clientToken ?? '').trim() === '' ? 'path' : 'header' };
}

/** White space around it comes from pasting. */
const pasted = (value: unknown): unknown => (typeof value === 'string' ? value.trim() : value);

/** A collection without the fields that were left empty. */
function collection(node: IExecuteFunctions, collected: string, item: number): Parameters {
  const fields = node.getNodeParameter(collected, item, {}) as Record<string, GenericValue>;
  const filled = Object.entries(fields).filter(([, value]) => value !== '');
  return Object.fromEntries(filled.map(([name, value]) => [name, asDeclared(name, value)]));
}
