import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { authorize } from './waevent';

/**
 * Puts a credential's secrets into their slots (`{token}` and the like), in the URL, in a header or in the body of a
 * request. Every credential type authenticates in this way, so the node itself holds only drafts.
 */
export function putIn(
  names: string[],
  credentials: ICredentialDataDecryptedObject,
  request: IHttpRequestOptions & { uri?: string },
): IHttpRequestOptions {
  const { headers = {}, body } = request;
  const url = addressOf(request);
  // A file is left as it is.
  const text = isPlain(body) ? JSON.stringify(body) : typeof body === 'string' ? body : '';
  // A text can have a slot only if it is a JSON object.
  const hasFields = isObject(text);
  const secrets = secretsOf(names, credentials);
  const slots = [url, ...Object.values(headers), text].join('\n');
  const draft = {
    method: 'POST' as const,
    url,
    headers: headers as Record<string, string>,
    body: hasFields ? text : '{}',
    // A text of the event may look like a slot. If the account does not have that secret, it is not a slot.
    missingSecrets: names.filter((name) => secrets[name] !== '' && slots.includes(`{${name}}`)),
  };
  const complete = authorize(draft, secrets);
  // A test request cannot leave out a header that an account does not need, so it leaves it empty.
  const filled = Object.entries(complete.headers).filter(([, value]) => value !== '');
  return {
    ...request,
    ...(request.uri === undefined ? { url: complete.url } : { uri: complete.url }),
    headers: Object.fromEntries(filled),
    ...(hasFields && { body: typeof body === 'string' ? complete.body : JSON.parse(complete.body) }),
  } as IHttpRequestOptions;
}

/** n8n's HTTP Request node calls the address `uri`. */
export const addressOf = (request: IHttpRequestOptions & { uri?: string }): string => request.uri ?? request.url;

function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value));
}

/** Whether a text is a JSON object. */
function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** The secrets of a credential by their names. */
export function secretsOf(names: string[], credentials: ICredentialDataDecryptedObject): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, Object.hasOwn(credentials, name) ? pasted(credentials[name]) : '']));
}

/** The value of a credential's field, trimmed, because pasting adds white space. */
export const pasted = (value: unknown): string => String(value ?? '').trim();
