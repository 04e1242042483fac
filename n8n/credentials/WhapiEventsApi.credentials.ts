// Written by `cargo xtask gateways` from gateways/whapi.json.
import type {
  ICredentialDataDecryptedObject,
  ICredentialTestRequest,
  ICredentialType,
  IHttpRequestOptions,
  INodeProperties,
} from 'n8n-workflow';
import { putIn } from '../engine/secrets';

/** An account of Whapi.Cloud. https://whapi.readme.io/reference/checkhealth, read 2026-11. */
export class WhapiEventsApi implements ICredentialType {
  name = 'whapiEventsApi';

  displayName = 'Whapi.Cloud Events API';

  documentationUrl = 'https://whapi.readme.io/reference/sendevent';

  icon = { light: 'file:../icons/waevent.svg', dark: 'file:../icons/waevent.dark.svg' } as const;

  properties: INodeProperties[] = [
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: 'https://gate.whapi.cloud',
    },
    {
      displayName: 'Token',
      name: 'token',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      description: "The channel's token, which also identifies the channel that sends",
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
      url: '/health',
      qs: { wakeup: 'false' },
      headers: { Authorization: 'Bearer {token}' },
    },
  };
}
