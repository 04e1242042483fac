import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { parseRsvp } from '../../engine/waevent';
import { plain } from './check';
import type { Chosen } from './chosen';
import { each, settle, type Outcome } from './outcome';

/** Returns the guest's RSVP, or `rsvp: null` if a webhook is about something else. */
export async function readRsvp(this: IExecuteFunctions, { gateway, facts }: Chosen): Promise<INodeExecutionData[]> {
  const read = (item: number): Outcome => {
    if (!facts.rsvps) return { ok: true, json: { rsvp: null, warnings: [] } };
    const result = parseRsvp(gateway, this.getNodeParameter('webhook', item, null));
    if (!result.ok) return result;
    const rsvp = result.value && plain(result.value);
    return { ok: true, json: { rsvp, warnings: result.warnings } as unknown as IDataObject };
  };
  if (!facts.rsvps) {
    const message = typeof gateway === 'string'
      ? `${facts.name} does not publish how it reports RSVPs, so none can be read`
      : `The description of ${facts.name} does not say how it reports RSVPs: add "rsvps"`;
    this.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
  }
  return settle(this, await each(this, read));
}
