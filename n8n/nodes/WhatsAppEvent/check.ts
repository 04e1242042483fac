import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { buildRequest } from '../../engine/waevent';
import { ACCOUNTS, gatewayNamed } from './gateways';
import { eventOf, gatewayOf, optionsOf, targetOf } from './reading';
import { given, paired } from './outcome';

/** Any account's events are judged alike, so that this takes no credential: names that every gateway takes stand in. */
const ANY = { account: 'any', baseUrl: 'https://gateway.example' };

/** Issues as data: a faulty event is what was asked for, and no error. */
export async function check(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const gateway = gatewayOf(this);
  const account = { [ACCOUNTS[gateway].account]: ANY.account, baseUrl: ANY.baseUrl };
  const judge = (item: number) => {
    const result = buildRequest(eventOf(this, item) as never, targetOf(this, item, account), optionsOf(this, item));
    const { ok, warnings } = result;
    return result.ok ? { ok, issues: [], warnings, event: plain(result.value.event) } : result;
  };
  const items: INodeExecutionData[] = [];
  for (let item = 0; item < this.getInputData().length; item += 1) {
    const told = await given(this, item, () => judge(item));
    items.push(paired(item, { gateway: gatewayNamed(gateway).name, ...told } as unknown as IDataObject));
  }
  return items;
}

/** n8n writes to the data of items, and events are frozen. */
export const plain = (value: object): IDataObject => JSON.parse(JSON.stringify(value)) as IDataObject;
