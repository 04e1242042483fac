import type { IDisplayOptions, INodeCredentialDescription, INodePropertyOptions } from 'n8n-workflow';
import { gateways, type GatewayId, type Operation } from '../../engine/waevent';

/** The menu's value for the user's own gateway. */
export const OWN = 'own';

/** The values of the menu. */
type Choice = GatewayId | typeof OWN;

const CHOICES: Choice[] = [...gateways.map(({ id }) => id), OWN];

/** The credential type for the accounts of a choice. */
export const credentialOf = (choice: Choice) => `${choice}EventsApi`;

/**
 * The credential of each choice, with the gateways that hide it. If they were shown by their gateways instead, n8n
 * would take the gateway field for the choice of how to sign in, and hide it.
 */
export const credentials: INodeCredentialDescription[] = CHOICES.map((choice) => ({
  name: credentialOf(choice),
  required: true,
  displayOptions: {
    show: { operation: ['send', 'build', 'edit', 'cancel'] },
    hide: { gateway: CHOICES.filter((other) => other !== choice) },
  },
}));

/** The gateways that have an operation, sorted by name, and then the user's own, whose description says which
 *  operations it has. */
export const gatewayOptions = (operation: Operation = 'send'): INodePropertyOptions[] => [
  ...gateways
    .filter(({ operations }) => operations.includes(operation))
    .map(({ id, name }) => ({ name, value: id }))
    .sort((one, other) => one.name.localeCompare(other.name)),
  { name: 'Own Gateway (JSON)', value: OWN, description: 'A gateway that is not in this list, which you describe yourself' },
];

/** The gateways that publish how they report RSVPs, and the user's own, whose description may say so. */
export const ANSWERING: Choice[] = [...gateways.filter(({ rsvps }) => rsvps).map(({ id }) => id), OWN];

/** The gateways that do not publish it. */
export const SILENT: GatewayId[] = gateways.filter(({ rsvps }) => !rsvps).map(({ id }) => id);

/** The gateways that have a place for a field of the event, and the user's own, whose description may have one. */
export const carriersOf = (field: string): Choice[] => [...gateways.filter(({ fields }) => fields.includes(field)).map(({ id }) => id), OWN];

/** Display options within a collection: shown for the gateways that carry the field. */
export const shownFor = (field: string): IDisplayOptions => ({ show: { '/gateway': carriersOf(field) } });
