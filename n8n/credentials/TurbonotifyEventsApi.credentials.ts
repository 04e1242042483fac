// Written by `cargo xtask gateways` from gateways/turbonotify.json.
import type {
  ICredentialDataDecryptedObject,
  ICredentialTestRequest,
  ICredentialType,
  IHttpRequestOptions,
  INodeProperties,
} from 'n8n-workflow';
import { putIn } from '../engine/secrets';

/** An account of Turbo Notify. https://docs.turbonotify.com/en/numbers/status/, read 2026-11. */
export class TurbonotifyEventsApi implements ICredentialType {
  name = 'turbonotifyEventsApi';

  displayName = 'Turbo Notify Events API';

  documentationUrl = 'https://docs.turbonotify.com/en/general/access-key/';

  icon = { light: 'file:../icons/waevent.svg', dark: 'file:../icons/waevent.dark.svg' } as const;

  properties: INodeProperties[] = [
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: 'https://api.turbonotify.com',
    },
    {
      displayName: 'Token',
      name: 'token',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      description: 'An API key with the scope messages:send',
    },
    {
      displayName: 'Alias',
      name: 'alias',
      type: 'string',
      default: 'main',
      description: "The alias of an extra number. Without one the account's main number is used.",
    },
  ];

  async authenticate(
    credentials: ICredentialDataDecryptedObject,
    request: IHttpRequestOptions,
  ): Promise<IHttpRequestOptions> {
    return putIn(['token'], credentials, request);
  }

  test: ICredentialTestRequest = {
    request: {
      baseURL: '={{$credentials.baseUrl.trim()}}',
      url: '=/v1/numbers/{{$credentials.alias.trim() || "main"}}',
      headers: { Authorization: 'Bearer {token}' },
    },
    rules: [
      {
        type: 'responseSuccessBody',
        properties: { key: 'status', value: 'pending', message: 'The number is waiting to be paired' },
      },
      {
        type: 'responseSuccessBody',
        properties: { key: 'status', value: 'disconnected', message: 'The number is not connected to WhatsApp' },
      },
      {
        type: 'responseSuccessBody',
        properties: { key: 'status', value: 'failed', message: 'Pairing the number failed' },
      },
      {
        type: 'responseSuccessBody',
        properties: { key: 'status', value: 'revoked', message: 'WhatsApp unlinked the number: pair it again' },
      },
    ],
  };
}
