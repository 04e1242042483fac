// Written by `cargo xtask gateways` from gateways/wappfy.json.
import type {
  ICredentialDataDecryptedObject,
  ICredentialTestRequest,
  ICredentialType,
  IHttpRequestOptions,
  INodeProperties,
} from 'n8n-workflow';
import { putIn } from '../engine/secrets';

/** An account of Wappfy. https://docs.wappfy.com.br/en/api/sessions/get-session, read 2026-11. */
export class WappfyEventsApi implements ICredentialType {
  name = 'wappfyEventsApi';

  displayName = 'Wappfy Events API';

  documentationUrl = 'https://docs.wappfy.com.br/en/api/sessions/get-session';

  icon = { light: 'file:../icons/waevent.svg', dark: 'file:../icons/waevent.dark.svg' } as const;

  properties: INodeProperties[] = [
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: 'https://api.wappfy.com.br',
    },
    {
      displayName: 'Session',
      name: 'session',
      type: 'string',
      default: '',
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
      description: "From Wappfy's dashboard",
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
      headers: { apikey: '{apiKey}' },
    },
    rules: [
      {
        type: 'responseSuccessBody',
        properties: { key: 'authenticated', value: false, message: 'The session is not connected to WhatsApp' },
      },
    ],
  };
}
