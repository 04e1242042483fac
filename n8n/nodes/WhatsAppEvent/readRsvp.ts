import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { parseRsvp } from '../../engine/waevent';
import { plain } from './check';
import { ANSWERING, gatewayNamed } from './gateways';
import { each, settle, type Outcome } from './outcome';
import { gatewayOf } from './reading';

/** The guest's answer, or `rsvp: null` where a webhook is about something else. */
export async function readRsvp(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const gateway = gatewayOf(this);
  const answers = ANSWERING.includes(gateway);
  const read = (item: number): Outcome => {
    if (!answers) return { ok: true, json: { rsvp: null, warnings: [] } };
    const result = parseRsvp(gateway, this.getNodeParameter('webhook', item, null));
    if (!result.ok) return result;
    const rsvp = result.value && plain(result.value);
    return { ok: true, json: { rsvp, warnings: result.warnings } as unknown as IDataObject };
  };
  if (!answers) {
    const message = `${gatewayNamed(gateway).name} does not publish how it tells the answers of guests: there is none to read`;
    this.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
  }
  return settle(this, await each(this, read));
}
