import {
  NodeApiError,
  NodeOperationError,
  sleep,
  type ICredentialDataDecryptedObject,
  type IDataObject,
  type IExecuteFunctions,
  type IHttpRequestOptions,
  type IN8nHttpFullResponse,
  type INodeExecutionData,
  type JsonObject,
} from 'n8n-workflow';
import { secretsOf } from '../../engine/secrets';
import { authorize, parseReply, TargetError, type GatewayId, type GatewayRequest, type Reply } from '../../engine/waevent';
import { draftAll, type Draft } from './build';
import { ACCOUNTS, gatewayNamed } from './gateways';
import { failedItem, faultyItem, paired, refuse, type Faulty } from './outcome';
import { gatewayOf } from './reading';
import { withoutAnswer } from './unanswered';

const TIMEOUT_SECONDS = 60;

/** What becomes of an item whose turn did not come. */
const CANCELLED: Reply = {
  outcome: 'not_sent',
  code: 'send_failed',
  message: 'The execution was cancelled before this item was sent.',
  retry: 'after',
};

/** The longest pause that a gateway gets in one run. */
const LONGEST_PAUSE_SECONDS = 60;

/**
 * Sends each item once. n8n's "Retry On Fail" runs all items of a node again, so that an error is thrown only while nothing
 * has gone out; after that, what failed is told as data. An unknown outcome is data always: to send again is for somebody
 * who has looked.
 */
export async function send(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const gateway = gatewayOf(this);
  const drafts = (await draftAll(this)).map((each, item) => withSecretsJudged(this, item, each));
  refuse(this, drafts);

  const items: INodeExecutionData[] = [];
  let mayHaveSent = false;
  let pauseSeconds = 0;
  for (const [item, draft] of drafts.entries()) {
    if (!draft.ok) {
      items.push(faultyItem(this, item, draft));
      continue;
    }
    const { request, fingerprint } = draft.built;
    if (mayHaveSent) pauseSeconds = Math.max(pauseSeconds, paceSeconds(gateway, drafts.length));
    if (pauseSeconds > 0 && !isCancelled(this)) await sleep(pauseSeconds * 1000);
    const reply = isCancelled(this) ? CANCELLED : await post(this, gateway, item, request, draft.credentials);
    pauseSeconds = 'retryAfterSeconds' in reply ? Math.min(reply.retryAfterSeconds ?? 0, LONGEST_PAUSE_SECONDS) : 0;
    mayHaveSent ||= reply.outcome !== 'not_sent';
    const error = reply.outcome === 'not_sent' ? failure(this, gateway, item, reply) : undefined;
    if (error && !mayHaveSent && !this.continueOnFail()) throw error;
    const json = { ...reply, fingerprint, warnings: draft.warnings } as unknown as IDataObject;
    items.push(error && this.continueOnFail() ? failedItem(this, item, json, error) : paired(item, json));
  }
  hint(this, items);
  return items;
}

/** A secret that cannot be sent is a fault, told before anything is sent. */
function withSecretsJudged(node: IExecuteFunctions, itemIndex: number, draft: Draft | Faulty): Draft | Faulty {
  if (!draft.ok) return draft;
  const { built: { request }, credentials, warnings } = draft;
  try {
    authorize(request, secretsOf(request.missingSecrets, credentials));
    return draft;
  } catch (error) {
    if (!(error instanceof TargetError)) throw new NodeOperationError(node.getNode(), error as Error, { itemIndex });
    return { ok: false, issues: error.issues.map((issue) => ({ ...issue, path: ['credential', ...issue.path] })), warnings };
  }
}

/** Sends a request, and reads the answer. It throws nothing and tries nothing twice. */
async function post(
  node: IExecuteFunctions,
  gateway: GatewayId,
  item: number,
  request: GatewayRequest,
  credentials: ICredentialDataDecryptedObject,
): Promise<Reply> {
  const { credential } = ACCOUNTS[gateway];
  const { timeoutSeconds } = node.getNodeParameter('options', item, {}) as { timeoutSeconds?: unknown };
  const options: IHttpRequestOptions = {
    method: 'POST',
    url: request.url,
    headers: request.headers,
    body: request.body,
    encoding: 'text',
    returnFullResponse: true,
    ignoreHttpStatusErrors: true,
    // A redirect must not carry the secret elsewhere, or the event to a second place.
    disableFollowRedirect: true,
    // An expression may give anything; without a time-out a gateway that hangs would end the run never.
    timeout: (Number(timeoutSeconds) > 0 ? Number(timeoutSeconds) : TIMEOUT_SECONDS) * 1000,
  };
  try {
    // With the item's own credential: n8n would take that of the first item.
    const decrypted = { credentialsDecrypted: { id: '', name: '', type: credential, data: credentials } };
    const { httpRequestWithAuthentication } = node.helpers;
    const reply = await httpRequestWithAuthentication.call(node, credential, options, decrypted);
    const { statusCode, headers, body } = reply as IN8nHttpFullResponse;
    const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
    const answer = parseReply(gateway, { status: statusCode, headers: headers as Record<string, string>, body: text });
    return withoutSecrets(answer, Object.values(secretsOf(gatewayNamed(gateway).secrets, credentials)));
  } catch (error) {
    return withoutAnswer(error);
  }
}

/** A gateway may repeat a secret in its own words, and what the node gives goes on through the workflow. */
function withoutSecrets(reply: Reply, secrets: string[]): Reply {
  if (!('message' in reply)) return reply;
  const message = secrets.filter((secret) => secret !== '').reduce((text, secret) => text.replaceAll(secret, '[removed]'), reply.message);
  return { ...reply, message };
}

function failure(
  node: IExecuteFunctions,
  gateway: GatewayId,
  itemIndex: number,
  reply: Extract<Reply, { outcome: 'not_sent' }>,
): NodeApiError {
  const again = reply.retryAfterSeconds === undefined ? 'later' : `after ${reply.retryAfterSeconds} seconds`;
  const advice = reply.retry === 'after' ? `Send it again ${again}.` : 'The same request fails again.';
  return new NodeApiError(node.getNode(), reply as unknown as JsonObject, {
    message: `${gatewayNamed(gateway).name} did not send the event: ${reply.code}`,
    description: `${reply.message}\n${advice}`,
    itemIndex,
  });
}

const isCancelled = (node: IExecuteFunctions): boolean => node.getExecutionCancelSignal()?.aborted ?? false;

/** A gateway that takes so many requests a minute gets a run of more items at that pace. */
function paceSeconds(gateway: GatewayId, count: number): number {
  const { requestsPerMinute } = gatewayNamed(gateway);
  return requestsPerMinute !== undefined && count > requestsPerMinute ? 60 / requestsPerMinute : 0;
}

/** Says in the editor that somebody has to look. */
function hint(node: IExecuteFunctions, items: INodeExecutionData[]): void {
  const those = (outcome: string) => items.flatMap(({ json }, item) => (json.outcome === outcome ? [item] : [])).join(', ');
  const tell = (message: string) => node.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
  const [unknown, notSent] = [those('unknown'), those('not_sent')];
  if (unknown) tell(`It is not known whether the event of item ${unknown} was sent. Look in the chat before you send again.`);
  if (notSent) tell(`The event of item ${notSent} was not sent: its output says why.`);
}
