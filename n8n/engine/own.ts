import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { addressOf, pasted, putIn } from './secrets';

/** An account of the user's own gateway, from its credential. */
export interface OwnAccount {
  /** The secrets may go to this URL and to URLs below it. */
  baseUrl: string;
  /** The fields that are not secret. */
  fields: Record<string, string>;
  secrets: Record<string, string>;
}

interface Pair {
  name?: unknown;
  value?: unknown;
}

/** Names and values in n8n's form: one in each place, or a list. Entries without a name or a value are ignored. */
type Pairs = Record<string, Pair | Pair[]>;

export const ownAccount = ({ baseUrl, plain, masked }: ICredentialDataDecryptedObject): OwnAccount => ({
  baseUrl: pasted(baseUrl),
  fields: named(plain as Pairs | undefined),
  secrets: named(masked as Pairs | undefined),
});

function named(pairs: Pairs | undefined): Record<string, string> {
  const named = Object.values(pairs ?? {}).flat().map(({ name, value }) => [pasted(name), pasted(value)]);
  return Object.fromEntries(named.filter((pair) => !pair.includes('')));
}

/** The credential with these secrets and no others, because a guest's text may look like the slot of a secret that the
 *  request lacks. */
export const withSecrets = (credentials: ICredentialDataDecryptedObject, secrets: Record<string, string>): ICredentialDataDecryptedObject => ({
  ...credentials,
  masked: { pair: Object.entries(secrets).map(([name, value]) => ({ name, value })) },
});

/** Puts the secrets into a request if its URL is below the base URL. Otherwise, anybody who may use the credential
 *  could send them anywhere. */
export function putInBelow(credentials: ICredentialDataDecryptedObject, request: IHttpRequestOptions): IHttpRequestOptions {
  const { baseUrl, secrets } = ownAccount(credentials);
  const { baseURL = '' } = request;
  const given = addressOf(request);
  // n8n's client joins them in this way. For it, two slashes begin a URL with another host.
  const address = /^\/(?!\/)/.test(given) ? baseURL + given : given;
  if (!folder(address).startsWith(folder(baseUrl))) throw new Error('This credential is for requests to its base URL only');
  return putIn(Object.keys(secrets), secrets, request);
}

/** A URL with a slash at its end, without its query and its fragment. */
function folder(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname.replace(/\/*$/, '/');
}
