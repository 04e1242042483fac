import {
  NodeApiError,
  NodeOperationError,
  type IDataObject,
  type IExecuteFunctions,
  type IHttpRequestOptions,
  type IN8nHttpFullResponse,
  type INodeExecutionData,
  type JsonObject,
} from 'n8n-workflow';
import { authorize, parseReply, TargetError, type HttpBody, type Operation, type Reply } from '../../engine/waevent';
import { bodyOf } from './answer';
import { draftAll, inCredential, type Draft } from './build';
import type { Chosen } from './chosen';
import { failedItem, faultyItem, paired, refuse, type Fault, type Faulty } from './outcome';
import { Pace } from './pace';
import { operationOf } from './reading';
import { withoutAnswer } from './unanswered';

/** The fields of an item that cannot be sent, beside its issues. */
const FAULTY = { outcome: 'not_sent', code: 'invalid_request', message: 'Its issues say what is wrong.', retry: 'never' };

/**
 * Sends each item once. n8n's "Retry On Fail" runs all items of a node again. An error is therefore thrown only while
 * nothing has gone out; after that, failures are returned as data. An unknown outcome is always data: only somebody who
 * has checked may send again.
 */
export async function send(this: IExecuteFunctions, chosen: Chosen): Promise<INodeExecutionData[]> {
  const { name: gateway, requestsPerMinute } = chosen.facts;
  const operation = operationOf(this);
  const drafts = (await draftAll(this, chosen)).map((each, item) => withSecretsChecked(this, item, each));
  refuse(this, drafts);

  const items: INodeExecutionData[] = [];
  const pace = new Pace(requestsPerMinute, drafts.filter(({ ok }) => ok).length);
  let mayHaveSent = false;
  for (const [item, draft] of drafts.entries()) {
    if (!draft.ok) {
      items.push(faultyItem(this, item, draft, FAULTY));
      continue;
    }
    let reply = await pace.turn(this);
    if (reply === undefined) {
      reply = await post(this, chosen, draft);
      pace.note(reply);
    }
    mayHaveSent ||= reply.outcome !== 'not_sent';
    const error = reply.outcome === 'not_sent' ? failure(this, operation, gateway, item, reply) : undefined;
    if (error && !mayHaveSent && !this.continueOnFail()) throw error;
    const { fingerprint, calendar, warnings } = draft;
    const json = { ...reply, fingerprint, ...(calendar && { calendar }), warnings } as unknown as IDataObject;
    items.push(error && this.continueOnFail() ? failedItem(this, item, json, [error.message, error.description ?? '']) : paired(item, json));
  }
  hint(this, items);
  return items;
}

/** The draft, or its faults if a secret is missing or cannot be sent. They are reported before anything is sent. */
function withSecretsChecked(node: IExecuteFunctions, itemIndex: number, draft: Draft | Faulty): Draft | Faulty {
  if (!draft.ok) return draft;
  const issues = Object.entries(draft.secrets)
    .filter(([, secret]) => secret === '')
    .map(([name]): Fault => inCredential({ code: 'required', path: [name], message: `Enter "${name}", which is missing.` }));
  if (issues.length > 0) return { ok: false, issues, warnings: draft.warnings };
  try {
    authorize(draft.request, draft.secrets);
    return draft;
  } catch (error) {
    if (!(error instanceof TargetError)) throw new NodeOperationError(node.getNode(), error as Error, { itemIndex });
    return { ok: false, issues: error.issues.map(inCredential), warnings: draft.warnings };
  }
}

/** Sends a request and reads the reply. It never throws and never retries. */
async function post(node: IExecuteFunctions, { gateway, credential }: Chosen, { request, secrets, credentials, timeoutSeconds }: Draft): Promise<Reply> {
  const options: IHttpRequestOptions = {
    method: 'POST',
    url: request.url,
    headers: request.headers,
    body: request.body,
    // A text would be read to its end, however long it is.
    encoding: 'stream',
    returnFullResponse: true,
    ignoreHttpStatusErrors: true,
    // A redirect must not carry the secret elsewhere, or the event to a second place.
    disableFollowRedirect: true,
    timeout: timeoutSeconds * 1000,
  };
  // With the item's own credential. n8n would use that of the first item.
  const decrypted = { credentialsDecrypted: { id: '', name: '', type: credential, data: credentials } };
  try {
    const { httpRequestWithAuthentication } = node.helpers;
    const reply = await httpRequestWithAuthentication.call(node, credential, options, decrypted);
    const { statusCode, headers, body: given } = reply as IN8nHttpFullResponse;
    const body = (await bodyOf(given, timeoutSeconds)) as HttpBody;
    // A gateway may repeat a secret in its reply, and the node's output is passed on through the workflow.
    return parseReply(gateway, { status: statusCode, headers: headers as Record<string, string>, body }, { secrets });
  } catch (error) {
    return withoutAnswer(error);
  }
}

function failure(
  node: IExecuteFunctions,
  operation: Operation,
  gateway: string,
  itemIndex: number,
  reply: Extract<Reply, { outcome: 'not_sent' }>,
): NodeApiError {
  const again = reply.retryAfterSeconds === undefined ? 'later' : `after ${reply.retryAfterSeconds} seconds`;
  const advice = reply.retry === 'after' ? `Send it again ${again}.` : 'The same request would fail again.';
  return new NodeApiError(node.getNode(), reply as unknown as JsonObject, {
    message: `${gateway} did not ${operation} the event: ${reply.code}`,
    description: `${reply.message}\n${advice}`,
    itemIndex,
  });
}

/** Shows a hint in the editor that somebody has to look. */
function hint(node: IExecuteFunctions, items: INodeExecutionData[]): void {
  const those = (outcome: string) => items.flatMap(({ json }, item) => (json.outcome === outcome ? [item] : [])).join(', ');
  const hint = (message: string) => node.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
  const [unknown, notSent] = [those('unknown'), those('not_sent')];
  if (unknown) hint(`It is not known whether the event of item ${unknown} was sent. Look in the chat before you send again.`);
  if (notSent) hint(`The event of item ${notSent} was not sent: its output says why.`);
}
