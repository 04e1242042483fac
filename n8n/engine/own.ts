import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { addressOf, pasted, putIn } from './secrets';

/** An account of a gateway of the user's own, as its credential holds it. */
export interface OwnAccount {
  /** Where its secrets may go: here and below. */
  baseUrl: string;
  /** What anybody may see. */
  fields: Record<string, string>;
  secrets: Record<string, string>;
}

/** Names and values, as n8n gives a list of them. Those without a name or a value are not there. */
interface Pairs {
  pair?: { name?: unknown; value?: unknown }[];
}

export const ownAccount = ({ baseUrl, plain, masked }: ICredentialDataDecryptedObject): OwnAccount => ({
  baseUrl: pasted(baseUrl),
  fields: named(plain as Pairs | undefined),
  secrets: named(masked as Pairs | undefined),
});

function named(pairs: Pairs | undefined): Record<string, string> {
  const named = (pairs?.pair ?? []).map(({ name, value }) => [pasted(name), pasted(value)]);
  return Object.fromEntries(named.filter((pair) => !pair.includes('')));
}

/** The credential with these secrets and no other: a guest's text may read like the slot of one that the gateway does not ask for. */
export const withSecrets = (credentials: ICredentialDataDecryptedObject, secrets: Record<string, string>): ICredentialDataDecryptedObject => ({
  ...credentials,
  masked: { pair: Object.entries(secrets).map(([name, value]) => ({ name, value })) },
});

/** Puts the secrets into a request, if it goes where they may go: whoever may use the credential could send them anywhere otherwise. */
export function putInBelow(credentials: ICredentialDataDecryptedObject, request: IHttpRequestOptions): IHttpRequestOptions {
  const { baseUrl, secrets } = ownAccount(credentials);
  const { baseURL = '' } = request;
  const given = addressOf(request);
  // As n8n's client joins them, to which two slashes begin an address of its own.
  const address = /^\/(?!\/)/.test(given) ? baseURL + given : given;
  if (!folder(address).startsWith(folder(baseUrl))) throw new Error('This credential is for requests to its base URL only');
  return putIn(Object.keys(secrets), secrets, request);
}

/** An address with a slash at its end, without what stands behind its path. */
function folder(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname.replace(/\/*$/, '/');
}
