import type { ICredentialDataDecryptedObject, IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { buildRequest, type Built, type Result } from '../../engine/waevent';
import { ACCOUNTS } from './gateways';
import { settle } from './outcome';
import { eventOf, gatewayOf, optionsOf, targetOf } from './reading';

/** An item's request, and the credential of its account. */
export interface Draft {
  result: Result<Built>;
  credentials: ICredentialDataDecryptedObject;
}

/** The requests of all items, without secrets, before anything is done with the first. */
export async function draftAll(node: IExecuteFunctions): Promise<Draft[]> {
  const { credential } = ACCOUNTS[gatewayOf(node)];
  const drafts: Draft[] = [];
  for (let item = 0; item < node.getInputData().length; item += 1) {
    const credentials = await node.getCredentials(credential, item);
    const target = targetOf(node, item, credentials as IDataObject);
    drafts.push({ result: buildRequest(eventOf(node, item) as never, target, optionsOf(node, item)), credentials });
  }
  return drafts;
}

/** The request as data, for a node of one's own that sends it. Secrets stand in it as their names: `{token}`. */
export async function build(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const drafts = await draftAll(this);
  const outcomes = drafts.map(({ result }) => {
    if (!result.ok) return result;
    const { request, fingerprint } = result.value;
    const json = { request, fingerprint, warnings: result.warnings } as unknown as IDataObject;
    return { ok: true as const, json };
  });
  return settle(this, outcomes);
}
