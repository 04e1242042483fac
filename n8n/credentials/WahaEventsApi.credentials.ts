// Written by `cargo xtask gateways` from gateways/waha.json.
import type {
  ICredentialDataDecryptedObject,
  ICredentialTestRequest,
  ICredentialType,
  IHttpRequestOptions,
  INodeProperties,
} from 'n8n-workflow';
import { putIn } from '../engine/secrets';

/** An account of WAHA. https://waha.devlike.pro/docs/how-to/sessions, read 2026-11. */
export class WahaEventsApi implements ICredentialType {
  name = 'wahaEventsApi';

  displayName = 'WAHA Events API';

  documentationUrl = 'https://waha.devlike.pro/docs/how-to/security/';

  icon = { light: 'file:../icons/waevent.svg', dark: 'file:../icons/waevent.dark.svg' } as const;

  properties: INodeProperties[] = [
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'e.g. https://waha.example.com',
      description: 'The URL of your own server: WAHA has no host of its own',
    },
    {
      displayName: 'Session',
      name: 'session',
      type: 'string',
      default: 'default',
      required: true,
      description: 'The name of the session that is connected to WhatsApp',
    },
    {
      displayName: 'API Key',
      name: 'apiKey',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      description: 'The key that the server was started with. A server without one accepts any key.',
    },
  ];

  async authenticate(
    credentials: ICredentialDataDecryptedObject,
    request: IHttpRequestOptions,
  ): Promise<IHttpRequestOptions> {
    return putIn(['apiKey'], credentials, request);
  }

  test: ICredentialTestRequest = {
    request: {
      baseURL: '={{$credentials.baseUrl.trim()}}',
      url: '=/api/sessions/{{$credentials.session.trim()}}',
      headers: { 'X-Api-Key': '{apiKey}' },
    },
    rules: [
      {
        type: 'responseSuccessBody',
        properties: { key: 'status', value: 'STOPPED', message: 'The session is stopped' },
      },
      {
        type: 'responseSuccessBody',
        properties: { key: 'status', value: 'SCAN_QR_CODE', message: 'The session is waiting for its QR code to be scanned' },
      },
      {
        type: 'responseSuccessBody',
        properties: { key: 'status', value: 'FAILED', message: 'The session has failed: restart it' },
      },
    ],
  };
}
