import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Built } from '../../engine/waevent';
import { judge } from './build';
import type { Chosen } from './chosen';
import { each, settle, type Outcome } from './outcome';

/** Events are checked in the same way for every account, so no credential is needed. These values are valid for every
 *  gateway. */
const ANY: Record<string, string> = { segment: 'any', baseUrl: 'https://gateway.example' };

/** Returns the issues as data: for this operation a faulty event is a result, not an error. */
export async function check(this: IExecuteFunctions, chosen: Chosen): Promise<INodeExecutionData[]> {
  const { name: gateway, target } = chosen.facts;
  const fields = Object.fromEntries(target.map(({ name, is }) => [name, ANY[is]]));
  const checked = (item: number): Outcome => {
    const result = judge(this, chosen, item, fields);
    const { ok, warnings } = result;
    const judged = result.ok ? { ok, issues: [], warnings, event: plain((result.value as Built).event) } : result;
    return { ok: true, json: { gateway, ...judged } as unknown as IDataObject };
  };
  return settle(this, await each(this, checked));
}

/** A copy, because n8n writes to the data of items, and events are frozen. */
export const plain = (value: object): IDataObject => JSON.parse(JSON.stringify(value)) as IDataObject;
