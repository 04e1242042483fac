import type {
  ICredentialDataDecryptedObject,
  ICredentialTestRequest,
  ICredentialType,
  IHttpRequestOptions,
  INodeProperties,
  INodePropertyCollection,
} from 'n8n-workflow';
import { putInBelow } from '../engine/own';

/**
 * A place for one secret. n8n never returns a saved value, and restores each unchanged one by its key. In a list the key is the
 * position, so each secret behind a removed one would get the value of the one before.
 */
const secret = (place: string): INodePropertyCollection => ({
  displayName: `Secret ${place}`,
  name: `pair${place}`,
  values: [
    {
      displayName: 'Name',
      name: 'name',
      type: 'string',
      default: '',
      placeholder: 'e.g. apiKey',
    },
    {
      displayName: 'Value',
      name: 'value',
      type: 'string',
      typeOptions: { password: true },
      default: '',
    },
  ],
});

/** An account of a gateway that the node's user describes. The description has the names, but the credential decides
 *  what is a secret. */
export class OwnEventsApi implements ICredentialType {
  name = 'ownEventsApi';

  displayName = 'Own Gateway Events API';

  documentationUrl = 'https://github.com/waevent/waevent/blob/main/n8n/README.md#a-gateway-of-your-own';

  icon = { light: 'file:../icons/waevent.svg', dark: 'file:../icons/waevent.dark.svg' } as const;

  properties: INodeProperties[] = [
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'e.g. https://events.example.com',
      description: 'The address of the gateway. The secrets are sent nowhere else, whatever a description says.',
    },
    {
      displayName: 'Secrets',
      // If the name contained "secret", n8n's linter would require all of it to be masked as one field.
      name: 'masked',
      type: 'fixedCollection',
      placeholder: 'Add Secret',
      default: {},
      description: 'The secrets in the description, each by its name there',
      options: ['1', '2', '3', '4', '5'].map(secret),
    },
    {
      displayName: 'Other Fields',
      name: 'plain',
      type: 'fixedCollection',
      typeOptions: { multipleValues: true },
      placeholder: 'Add Field',
      default: {},
      description: 'The other fields of the account in the description, and its choices',
      options: [
        {
          displayName: 'Field',
          name: 'pair',
          values: [
            {
              displayName: 'Name',
              name: 'name',
              type: 'string',
              default: '',
              placeholder: 'e.g. room',
            },
            {
              displayName: 'Value',
              name: 'value',
              type: 'string',
              default: '',
            },
          ],
        },
      ],
    },
  ];

  async authenticate(
    credentials: ICredentialDataDecryptedObject,
    request: IHttpRequestOptions,
  ): Promise<IHttpRequestOptions> {
    return putInBelow(credentials, request);
  }

  /** Tests only whether a server responds, in any way: no description says where its gateway reports on an account. No
   *  secret is sent. */
  test: ICredentialTestRequest = {
    request: { baseURL: '={{$credentials.baseUrl.trim()}}', url: '/', ignoreHttpStatusErrors: true },
  };
}
