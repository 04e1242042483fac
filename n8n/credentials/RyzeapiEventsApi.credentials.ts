// Written by `cargo xtask gateways` from gateways/ryzeapi.json.
import type {
  ICredentialDataDecryptedObject,
  ICredentialTestRequest,
  ICredentialType,
  IHttpRequestOptions,
  INodeProperties,
} from 'n8n-workflow';
import { putIn } from '../engine/secrets';

/** An account of RyzeAPI. https://docs.ryzeapi.cloud/en/api/instance/list, read 2026-11. */
export class RyzeapiEventsApi implements ICredentialType {
  name = 'ryzeapiEventsApi';

  displayName = 'RyzeAPI Events API';

  documentationUrl = 'https://docs.ryzeapi.cloud/en/guide/authentication';

  icon = { light: 'file:../icons/waevent.svg', dark: 'file:../icons/waevent.dark.svg' } as const;

  properties: INodeProperties[] = [
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: 'https://ryzeapi.cloud',
    },
    {
      displayName: 'Instance',
      name: 'instance',
      type: 'string',
      default: '',
      required: true,
      description: 'The name of the instance that is connected to WhatsApp',
    },
    {
      displayName: 'Token',
      name: 'token',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      description: "The instance's own token. The account's token works too, but is allowed to do more than is needed.",
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
      url: '/api/instance/list',
      qs: { instanceName: '={{$credentials.instance.trim()}}' },
      headers: { token: '{token}' },
    },
  };
}
