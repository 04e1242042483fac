import type { ICredentialDataDecryptedObject, IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { buildRequest, type GatewayRequest, type Issue } from '../../engine/waevent';
import { ACCOUNTS } from './gateways';
import { each, settle, type Faulty, type Outcome } from './outcome';
import { eventOf, gatewayOf, optionsOf, targetOf, timeoutSecondsOf } from './reading';

/** All that sending an item takes, so that nothing is left to fail between one item and the next. */
export interface Draft {
  ok: true;
  request: GatewayRequest;
  fingerprint: string;
  warnings: Issue[];
  credentials: ICredentialDataDecryptedObject;
  timeoutSeconds: number;
}

/** The requests of all items, without secrets, before anything is done with the first. */
export const draftAll = (node: IExecuteFunctions): Promise<(Draft | Faulty)[]> => each(node, (item) => draft(node, item));

async function draft(node: IExecuteFunctions, item: number): Promise<Draft | Faulty> {
  const credentials = await node.getCredentials(ACCOUNTS[gatewayOf(node)].credential, item);
  const target = targetOf(node, item, credentials as IDataObject);
  const result = buildRequest(eventOf(node, item) as never, target, optionsOf(node, item));
  if (!result.ok) return result;
  const { value: { request, fingerprint }, warnings } = result;
  return { ok: true, request, fingerprint, warnings, credentials, timeoutSeconds: timeoutSecondsOf(node, item) };
}

/** The request as data, for a node of one's own that sends it. Secrets stand in it as their names: `{token}`. */
export async function build(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const drafts = await draftAll(this);
  const outcomes = drafts.map((drafted): Outcome => {
    if (!drafted.ok) return drafted;
    const { request, fingerprint, warnings } = drafted;
    return { ok: true, json: { request, fingerprint, warnings } as unknown as IDataObject };
  });
  return settle(this, outcomes);
}
