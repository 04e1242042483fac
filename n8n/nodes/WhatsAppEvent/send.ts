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
import { failedItem, faultyItem, paired, refuse } from './outcome';
import { gatewayOf } from './reading';

const TIMEOUT_SECONDS = 60;

/** What becomes of an item whose turn did not come. */
const CANCELLED: Reply = {
  outcome: 'not_sent',
  code: 'send_failed',
  message: 'The execution was cancelled before this item was sent.',
  retry: 'after',
};

/** The gateway's certificate was refused, which ends the connection before the request. */
const CERTIFICATE_REFUSED = [
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
];

/**
 * Sends each item once. n8n's "Retry On Fail" runs all items of a node again, so that an error is thrown only while nothing
 * has gone out; after that, what failed is told as data. An unknown outcome is data always: to send again is for somebody
 * who has looked.
 */
export async function send(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const gateway = gatewayOf(this);
  const drafts = await draftAll(this);
  refuse(this, drafts.map(({ result }) => result));
  for (const [item, draft] of drafts.entries()) expectSecrets(this, item, draft);

  const items: INodeExecutionData[] = [];
  let mayHaveSent = false;
  for (const [item, { result, credentials }] of drafts.entries()) {
    if (!result.ok) {
      items.push(faultyItem(this, item, result.issues, result.warnings));
      continue;
    }
    const { request, fingerprint } = result.value;
    if (mayHaveSent) await keepPace(this, gateway, drafts.length);
    const isCancelled = this.getExecutionCancelSignal()?.aborted ?? false;
    const reply = isCancelled ? CANCELLED : await post(this, gateway, item, request, credentials);
    mayHaveSent ||= reply.outcome !== 'not_sent';
    const error = reply.outcome === 'not_sent' ? failure(this, gateway, item, reply) : undefined;
    if (error && !mayHaveSent && !this.continueOnFail()) throw error;
    const json = { ...reply, fingerprint, warnings: result.warnings } as unknown as IDataObject;
    items.push(error && this.continueOnFail() ? failedItem(this, item, json, error) : paired(item, json));
  }
  hint(this, items);
  return items;
}

/** Tells a secret that cannot be sent before anything is. */
function expectSecrets(node: IExecuteFunctions, item: number, { result, credentials }: Draft): void {
  if (!result.ok) return;
  const { request } = result.value;
  try {
    authorize(request, secretsOf(request.missingSecrets, credentials));
  } catch (error) {
    if (!(error instanceof TargetError)) throw new NodeOperationError(node.getNode(), error as Error, { itemIndex: item });
    const [issue] = error.issues;
    const message = `In the credential: ${issue?.path.join('.')}: ${issue?.message}`;
    throw new NodeOperationError(node.getNode(), message, { itemIndex: item });
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

/** No answer came. What a library says of it is left out: it may hold the address, and with it a secret. */
function withoutAnswer(error: unknown): Reply {
  const { code, neverLeft } = failed(error as Failed);
  const told = code ? ` (${code})` : '';
  if (neverLeft) {
    return { outcome: 'not_sent', code: 'disconnected', message: `The gateway cannot be reached${told}.`, retry: 'after' };
  }
  const message = `The gateway did not answer${told}. The event may have been sent all the same.`;
  return { outcome: 'unknown', code: 'unreadable', message, retry: 'check_first' };
}

/** A failure as the system tells it, perhaps below those of libraries; with several addresses, one for each. */
interface Failed {
  code?: unknown;
  syscall?: unknown;
  errors?: Failed[];
  cause?: Failed;
}

/**
 * What failed, and whether that was before there was a connection, so that nothing has left. A code alone does not tell: a
 * connection that broke later can say EHOSTUNREACH too. What was being done does.
 */
function failed(error: Failed | undefined): { code?: string; neverLeft: boolean } {
  if (error === undefined || error === null) return { neverLeft: false };
  if (Array.isArray(error.errors) && error.errors.length > 0) {
    const all = error.errors.map(failed);
    return { code: all[0]?.code, neverLeft: all.every(({ neverLeft }) => neverLeft) };
  }
  const code = typeof error.code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(error.code) ? error.code : undefined;
  if (code !== undefined && CERTIFICATE_REFUSED.includes(code)) return { code, neverLeft: true };
  if (typeof error.syscall === 'string') return { code, neverLeft: ['connect', 'getaddrinfo'].includes(error.syscall) };
  const deeper = failed(error.cause);
  return { code: deeper.code ?? code, neverLeft: deeper.neverLeft };
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

/** A gateway that takes so many requests a minute gets a run of more items at that pace. */
async function keepPace(node: IExecuteFunctions, gateway: GatewayId, count: number): Promise<void> {
  const { requestsPerMinute } = gatewayNamed(gateway);
  if (requestsPerMinute === undefined || count <= requestsPerMinute) return;
  if (node.getExecutionCancelSignal()?.aborted) return;
  await sleep(60_000 / requestsPerMinute);
}

/** Says in the editor that somebody has to look. */
function hint(node: IExecuteFunctions, items: INodeExecutionData[]): void {
  const those = (outcome: string) => items.flatMap(({ json }, item) => (json.outcome === outcome ? [item] : [])).join(', ');
  const tell = (message: string) => node.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
  const [unknown, notSent] = [those('unknown'), those('not_sent')];
  if (unknown) tell(`It is not known whether the event of item ${unknown} was sent. Look in the chat before you send again.`);
  if (notSent) tell(`The event of item ${notSent} was not sent: its output says why.`);
}
