import type { IDisplayOptions, INodeCredentialDescription, INodePropertyOptions } from 'n8n-workflow';
import { gateways, type GatewayId, type Operation } from '../../engine/waevent';

/** What the menu calls a gateway that the user describes. */
export const OWN = 'own';

/** What can be chosen in the menu. */
type Choice = GatewayId | typeof OWN;

const CHOICES: Choice[] = [...gateways.map(({ id }) => id), OWN];

/** The credential type that holds the accounts of a choice. */
export const credentialOf = (choice: Choice) => `${choice}EventsApi`;

/**
 * The credential of each, by the gateways that hide it: n8n takes a field whose every choice shows a credential for a choice of how to
 * sign in, and would not show it.
 */
export const credentials: INodeCredentialDescription[] = CHOICES.map((choice) => ({
  name: credentialOf(choice),
  required: true,
  displayOptions: {
    show: { operation: ['send', 'build', 'edit', 'cancel'] },
    hide: { gateway: CHOICES.filter((other) => other !== choice) },
  },
}));

/** The gateways that have an operation, by their names, and behind them the user's own, whose description says what it has. */
export const gatewayOptions = (operation: Operation = 'send'): INodePropertyOptions[] => [
  ...gateways
    .filter(({ operations }) => operations.includes(operation))
    .map(({ id, name }) => ({ name, value: id }))
    .sort((one, other) => one.name.localeCompare(other.name)),
  { name: 'Own Gateway (JSON)', value: OWN, description: 'A gateway that is not in this list, by a description of your own' },
];

/** Gateways that publish how they report guests' RSVPs, and those whose descriptions may. */
export const ANSWERING: Choice[] = [...gateways.filter(({ rsvps }) => rsvps).map(({ id }) => id), OWN];

/** Those that do not. */
export const SILENT: GatewayId[] = gateways.filter(({ rsvps }) => !rsvps).map(({ id }) => id);

/** The gateways that have a place of their own for a field of the event, and those whose descriptions may. */
export const carriersOf = (field: string): Choice[] => [...gateways.filter(({ fields }) => fields.includes(field)).map(({ id }) => id), OWN];

/** Shown inside of a collection for the gateways that carry a field. */
export const shownFor = (field: string): IDisplayOptions => ({ show: { '/gateway': carriersOf(field) } });
