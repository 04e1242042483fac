// Written by `cargo xtask gateways` from gateways/zapi.json.
import type {
  ICredentialDataDecryptedObject,
  ICredentialTestRequest,
  ICredentialType,
  IHttpRequestOptions,
  INodeProperties,
} from 'n8n-workflow';
import { putIn } from '../engine/secrets';

/** An account of Z-API. https://developer.z-api.io/en/instance/status, read 2026-11. */
export class ZapiEventsApi implements ICredentialType {
  name = 'zapiEventsApi';

  displayName = 'Z-API Events API';

  documentationUrl = 'https://developer.z-api.io/en/security/client-token';

  icon = { light: 'file:../icons/waevent.svg', dark: 'file:../icons/waevent.dark.svg' } as const;

  properties: INodeProperties[] = [
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: 'https://api.z-api.io',
    },
    {
      displayName: 'Instance ID',
      name: 'instanceId',
      type: 'string',
      default: '',
      required: true,
    },
    {
      displayName: 'Instance Token',
      name: 'token',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      description: "The instance's token, which is part of the path: only letters, digits and _ . -, like the names",
    },
    {
      displayName: 'Account Security Token',
      name: 'clientToken',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      description: "The account's token, in the header Client-Token. Accounts that have not switched it on have none.",
    },
  ];

  async authenticate(
    credentials: ICredentialDataDecryptedObject,
    request: IHttpRequestOptions,
  ): Promise<IHttpRequestOptions> {
    return putIn(['token', 'clientToken'], credentials, request);
  }

  test: ICredentialTestRequest = {
    request: {
      baseURL: '={{$credentials.baseUrl.trim()}}',
      url: '=/instances/{{$credentials.instanceId.trim()}}/token/{token}/status',
      headers: { 'Client-Token': '={{$credentials.clientToken.trim() ? "{clientToken}" : ""}}' },
    },
    rules: [
      {
        type: 'responseSuccessBody',
        properties: { key: 'connected', value: false, message: 'The instance is not connected to WhatsApp' },
      },
    ],
  };
}
