import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { ownAccount, withSecrets } from '../../engine/own';
import { pasted, secretsOf } from '../../engine/secrets';
import type { Chosen } from './chosen';
import type { Fault } from './outcome';

/** An account, read from a credential. */
export interface Account {
  /** The fields of the target; fields without a value are included as undefined. None contains a secret of the
   *  credential. */
  fields: IDataObject;
  /** The faults of the credential itself. */
  issues: Fault[];
  /** The secrets with these names; empty if there is none. */
  secretsOf(names: string[]): Record<string, string>;
  /** The credential with which n8n authenticates a request that has slots for these secrets. */
  credentialsFor(secrets: Record<string, string>): ICredentialDataDecryptedObject;
}

export const accountOf = (chosen: Chosen, credentials: ICredentialDataDecryptedObject): Account =>
  typeof chosen.gateway === 'string' ? accountOfShipped(chosen, credentials) : accountOfOwn(chosen, credentials);

/** A built-in gateway has its own credential type, whose fields have the target's names. */
function accountOfShipped({ gateway, facts }: Chosen, credentials: ICredentialDataDecryptedObject): Account {
  const fields = facts.target
    .filter(({ is }) => is !== 'secret' && is !== 'choice')
    // An optional field that is empty is absent.
    .map(({ name, is }) => [name, pasted(credentials[name]) || (is === 'segment' ? '' : undefined)]);
  // Z-API needs a header only for accounts with a second secret.
  const dialect = gateway === 'zapi' ? { credentials: pasted(credentials.clientToken) ? 'header' : 'path' } : {};
  return {
    fields: { ...Object.fromEntries(fields), ...dialect },
    issues: [],
    secretsOf: (names) => secretsOf(names, credentials),
    credentialsFor: () => credentials,
  };
}

/** The places in the credential for values that do not belong under its other fields. */
const PLACES: Record<string, string | undefined> = { baseUrl: 'Base URL', secret: 'Secrets' };

/** The credential for own gateways decides itself what is a secret, and where secrets may go. The description only has
 *  names for them. */
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
