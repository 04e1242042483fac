import type { ICredentialDataDecryptedObject, IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { buildRequest, type Built, type Issue } from '../../engine/waevent';
import { ACCOUNTS } from './gateways';
import { given, settle, type Faulty, type Outcome } from './outcome';
import { eventOf, gatewayOf, optionsOf, targetOf } from './reading';

/** An item's request, and the credential of its account. */
export interface Draft {
  ok: true;
  built: Built;
  warnings: Issue[];
  credentials: ICredentialDataDecryptedObject;
}

/** The requests of all items, without secrets, before anything is done with the first. */
export async function draftAll(node: IExecuteFunctions): Promise<(Draft | Faulty)[]> {
  const drafts: (Draft | Faulty)[] = [];
  for (let item = 0; item < node.getInputData().length; item += 1) drafts.push(await given(node, item, () => draft(node, item)));
  return drafts;
}

async function draft(node: IExecuteFunctions, item: number): Promise<Draft | Faulty> {
  const credentials = await node.getCredentials(ACCOUNTS[gatewayOf(node)].credential, item);
  const target = targetOf(node, item, credentials as IDataObject);
  const result = buildRequest(eventOf(node, item) as never, target, optionsOf(node, item));
  return result.ok ? { ok: true, built: result.value, warnings: result.warnings, credentials } : result;
}

/** The request as data, for a node of one's own that sends it. Secrets stand in it as their names: `{token}`. */
export async function build(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const drafts = await draftAll(this);
  const outcomes = drafts.map((each): Outcome => {
    if (!each.ok) return each;
    const { request, fingerprint } = each.built;
    return { ok: true, json: { request, fingerprint, warnings: each.warnings } as unknown as IDataObject };
  });
  return settle(this, outcomes);
}
