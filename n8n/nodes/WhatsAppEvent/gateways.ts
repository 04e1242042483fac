import type { IDisplayOptions, INodePropertyOptions } from 'n8n-workflow';
import { gateways, type GatewayId } from '../../engine/waevent';

/** What an account of each gateway is called in a target, and the credential type that holds it. */
export const ACCOUNTS: Record<GatewayId, { account: string; credential: string }> = {
  ryzeapi: { account: 'instance', credential: 'ryzeapiEventsApi' },
  wappfy: { account: 'session', credential: 'wappfyEventsApi' },
  wawp: { account: 'instanceId', credential: 'wawpEventsApi' },
  waha: { account: 'session', credential: 'wahaEventsApi' },
  zapi: { account: 'instanceId', credential: 'zapiEventsApi' },
};

export const gatewayOptions: INodePropertyOptions[] = gateways
  .map(({ id, name }) => ({ name, value: id }))
  .sort((one, other) => one.name.localeCompare(other.name));

/** Gateways that tell guests' answers; RyzeAPI does not publish how it does. */
export const ANSWERING: GatewayId[] = gateways.map(({ id }) => id).filter((id) => id !== 'ryzeapi');

export const gatewayNamed = (id: GatewayId) => gateways.find((gateway) => gateway.id === id)!;

/** The gateways that have a place of their own for a field of the event. */
export const carriersOf = (field: string): GatewayId[] =>
  gateways.filter(({ fields }) => fields.includes(field)).map(({ id }) => id);

/** Shown inside of a collection for the gateways that carry a field. */
export const shownFor = (field: string): IDisplayOptions => ({ show: { '/gateway': carriersOf(field) } });
