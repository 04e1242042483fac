// Written by `cargo xtask gateways` from gateways/wawp.json.
import type {
  ICredentialDataDecryptedObject,
  ICredentialTestRequest,
  ICredentialType,
  IHttpRequestOptions,
  INodeProperties,
} from 'n8n-workflow';
import { putIn } from '../engine/secrets';

/** An account of Wawp. https://api.wawp.net/en/docs/v2/session/info, read 2026-11. */
export class WawpEventsApi implements ICredentialType {
  name = 'wawpEventsApi';

  displayName = 'Wawp Events API';

  documentationUrl = 'https://api.wawp.net/en/docs/v2/session/info';

  icon = { light: 'file:../icons/waevent.svg', dark: 'file:../icons/waevent.dark.svg' } as const;

  properties: INodeProperties[] = [
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: 'https://api.wawp.net',
    },
    {
      displayName: 'Instance ID',
      name: 'instanceId',
      type: 'string',
      default: '',
      required: true,
      description: 'The 12 letters and digits of the instance',
    },
    {
      displayName: 'Access Token',
      name: 'accessToken',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
    },
  ];

  async authenticate(
    credentials: ICredentialDataDecryptedObject,
    request: IHttpRequestOptions,
  ): Promise<IHttpRequestOptions> {
    return putIn(['accessToken'], credentials, request);
  }

  test: ICredentialTestRequest = {
    request: {
      baseURL: '={{$credentials.baseUrl.trim()}}',
      url: '/v2/session/info',
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: { instance_id: '={{$credentials.instanceId.trim()}}', access_token: '{accessToken}' },
    },
    rules: [
      {
        type: 'responseSuccessBody',
        properties: { key: 'status', value: 'SCAN_QR_CODE', message: 'The instance is waiting for its QR code to be scanned' },
      },
    ],
  };
}
