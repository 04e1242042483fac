import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { parseRsvp } from '../../engine/waevent';
import { plain } from './check';
import { ANSWERING, gatewayNamed } from './gateways';
import { each, settle, type Faulty, type Outcome } from './outcome';
import { gatewayOf, json, NotJson } from './reading';

const NO_WEBHOOK: Faulty = {
  ok: false,
  issues: [{ code: 'wrong_type', path: ['webhook'], message: 'Give what the gateway sent: the body of its webhook, as JSON.' }],
  warnings: [],
};

/** The guest's answer, or `rsvp: null` where a webhook is about something else. */
export async function readRsvp(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const gateway = gatewayOf(this);
  const answers = ANSWERING.includes(gateway);
  const read = (item: number): Outcome => {
    if (!answers) return { ok: true, json: { rsvp: null, warnings: [] } };
    const webhook = json(this.getNodeParameter('webhook', item, null));
    // An expression that misses it would otherwise read as a webhook about something else.
    if (typeof webhook !== 'object' || webhook === null || webhook instanceof NotJson) return NO_WEBHOOK;
    const result = parseRsvp(gateway, webhook);
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
