import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { ownAccount, withSecrets } from '../../engine/own';
import { pasted, secretsOf } from '../../engine/secrets';
import type { Chosen } from './chosen';
import type { Fault } from './outcome';

/** What a credential says of an account. */
export interface Account {
  /** The fields of a target, those that it lacks too. None holds what the credential has for a secret. */
  fields: IDataObject;
  /** What is wrong with the credential itself. */
  issues: Fault[];
  /** The secrets of these names, empty where there is none. */
  secretsOf(names: string[]): Record<string, string>;
  /** What n8n is to authenticate a request with that has slots for these secrets. */
  credentialsFor(secrets: Record<string, string>): ICredentialDataDecryptedObject;
}

export const accountOf = (chosen: Chosen, credentials: ICredentialDataDecryptedObject): Account =>
  typeof chosen.gateway === 'string' ? accountOfShipped(chosen, credentials) : accountOfOwn(chosen, credentials);

/** The credential type was made for the gateway: its fields have the target's names. */
function accountOfShipped({ gateway, facts }: Chosen, credentials: ICredentialDataDecryptedObject): Account {
  const fields = facts.target
    .filter(({ is }) => is !== 'secret' && is !== 'choice')
    // A field that may be left empty is then none.
    .map(({ name, is }) => [name, pasted(credentials[name]) || (is === 'segment' ? '' : undefined)]);
  // Z-API sends a header to accounts with a second secret only.
  const dialect = gateway === 'zapi' ? { credentials: pasted(credentials.clientToken) ? 'header' : 'path' } : {};
  return {
    fields: { ...Object.fromEntries(fields), ...dialect },
    issues: [],
    secretsOf: (names) => secretsOf(names, credentials),
    credentialsFor: () => credentials,
  };
}

/** Where the credential has what is no field to it. */
const PLACES: Record<string, string | undefined> = { baseUrl: 'Base URL', secret: 'Secrets' };

/** Any gateway's credential: it says itself what is a secret, and where its secrets go. The description has its names for these. */
function accountOfOwn({ facts }: Chosen, credentials: ICredentialDataDecryptedObject): Account {
  const { baseUrl, fields: given, secrets } = ownAccount(credentials);
  const fields: IDataObject = { ...given };
  const issues: Fault[] = [];
  for (const { name, is } of facts.target) {
    const [place, isGiven] = [PLACES[is], Object.hasOwn(given, name)];
    if (place && isGiven) issues.push({ code: 'unknown_field', path: ['credential', name], message: `Enter "${name}" under ${place}.` });
    if (is === 'baseUrl') fields[name] = baseUrl;
    else if (is === 'secret' || !isGiven) fields[name] = undefined;
  }
  return {
    fields,
    issues,
    secretsOf: (names) => secretsOf(names, secrets),
    credentialsFor: (needed) => withSecrets(credentials, needed),
  };
}
