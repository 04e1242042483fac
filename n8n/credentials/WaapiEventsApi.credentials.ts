// Written by `cargo xtask gateways` from gateways/waapi.json.
import type {
  ICredentialDataDecryptedObject,
  ICredentialTestRequest,
  ICredentialType,
  IHttpRequestOptions,
  INodeProperties,
} from 'n8n-workflow';
import { putIn } from '../engine/secrets';

/** An account of WaAPI. https://github.com/WaAPIapp/waapi-php-sdk, read 2026-11. */
export class WaapiEventsApi implements ICredentialType {
  name = 'waapiEventsApi';

  displayName = 'WaAPI Events API';

  documentationUrl = 'https://waapi.readme.io/reference/send-event';

  icon = { light: 'file:../icons/waevent.svg', dark: 'file:../icons/waevent.dark.svg' } as const;

  properties: INodeProperties[] = [
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: 'https://waapi.app',
    },
    {
      displayName: 'Instance ID',
      name: 'instanceId',
      type: 'string',
      default: '',
      required: true,
      description: 'The number of the instance',
    },
    {
      displayName: 'Token',
      name: 'token',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      description: 'The API token, which can use all instances of its owner',
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
      url: '=/api/v1/instances/{{$credentials.instanceId.trim()}}/client/status',
      headers: { Authorization: 'Bearer {token}' },
    },
    rules: [
      {
        type: 'responseSuccessBody',
        properties: { key: 'clientStatus.instanceStatus', value: 'qr', message: 'The instance is waiting for its QR code to be scanned' },
      },
      {
        type: 'responseSuccessBody',
        properties: { key: 'clientStatus.instanceStatus', value: 'auth_failure', message: 'The instance could not sign in to WhatsApp' },
      },
      {
        type: 'responseSuccessBody',
        properties: { key: 'clientStatus.instanceStatus', value: 'disconnected', message: 'The instance is not connected to WhatsApp' },
      },
    ],
  };
}
