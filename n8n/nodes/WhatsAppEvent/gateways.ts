import type { IDisplayOptions, INodeCredentialDescription, INodePropertyOptions } from 'n8n-workflow';
import { gateways, type GatewayId, type Operation } from '../../engine/waevent';

/** What an account of each gateway is called in a target, and the credential type that holds it. */
export const ACCOUNTS = Object.fromEntries(
  gateways.map(({ id, target }) => [
    id,
    { account: target.find(({ account }) => account)?.name ?? '', credential: `${id}EventsApi` },
  ]),
) as Record<GatewayId, { account: string; credential: string }>;

/**
 * The credential of each gateway, by the gateways that hide it: n8n takes a field whose every choice shows a credential for a choice
 * of how to sign in, and would not show it.
 */
export const credentials: INodeCredentialDescription[] = gateways.map(({ id }) => ({
  name: ACCOUNTS[id].credential,
  required: true,
  displayOptions: {
    show: { operation: ['send', 'build', 'edit', 'cancel'] },
    hide: { gateway: gateways.map((gateway) => gateway.id).filter((other) => other !== id) },
  },
}));

/** The gateways that have an operation, by their names. */
export const gatewayOptions = (operation: Operation = 'send'): INodePropertyOptions[] =>
  gateways
    .filter(({ operations }) => operations.includes(operation))
    .map(({ id, name }) => ({ name, value: id }))
    .sort((one, other) => one.name.localeCompare(other.name));

/** Gateways that publish how they tell guests' answers. */
export const ANSWERING: GatewayId[] = gateways.filter(({ rsvps }) => rsvps).map(({ id }) => id);

/** Those that do not. */
export const SILENT: GatewayId[] = gateways.filter(({ rsvps }) => !rsvps).map(({ id }) => id);

export const gatewayNamed = (id: GatewayId) => gateways.find((gateway) => gateway.id === id)!;

/** The gateways that have a place of their own for a field of the event. */
export const carriersOf = (field: string): GatewayId[] =>
  gateways.filter(({ fields }) => fields.includes(field)).map(({ id }) => id);

/** Shown inside of a collection for the gateways that carry a field. */
export const shownFor = (field: string): IDisplayOptions => ({ show: { '/gateway': carriersOf(field) } });
