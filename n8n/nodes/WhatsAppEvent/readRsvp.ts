import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { parseRsvp } from '../../engine/waevent';
import { plain } from './check';
import { given, settle, type Outcome } from './outcome';
import { gatewayOf, json } from './reading';

/** The guest's answer, or `rsvp: null` where a webhook is about something else. */
export async function readRsvp(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const gateway = gatewayOf(this);
  const read = (item: number): Outcome => {
    const result = parseRsvp(gateway, json(this.getNodeParameter('webhook', item, null)));
    if (!result.ok) return result;
    const rsvp = result.value && plain(result.value);
    return { ok: true, json: { rsvp, warnings: result.warnings } as unknown as IDataObject };
  };
  const outcomes: Outcome[] = [];
  for (let item = 0; item < this.getInputData().length; item += 1) outcomes.push(await given(this, item, () => read(item)));
  return settle(this, outcomes);
}
