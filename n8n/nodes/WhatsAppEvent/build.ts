import type { ICredentialDataDecryptedObject, IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import {
  buildCancel,
  buildEdit,
  buildRequest,
  toCalendar,
  type Built,
  type Calendar,
  type Cancellation,
  type Event,
  type GatewayRequest,
  type Issue,
  type Result,
} from '../../engine/waevent';
import { accountOf } from './account';
import type { Chosen } from './chosen';
import { asDeclared } from './fieldTypes';
import { each, settle, type Fault, type Faulty, type Outcome } from './outcome';
import { eventOf, operationOf, optionsOf, targetOf, timeoutSecondsOf } from './reading';
import { Unreadable } from './unreadable';

/** Everything needed to send an item, so nothing can fail between one item and the next. */
export interface Draft {
  ok: true;
  request: GatewayRequest;
  fingerprint: string;
  /** For the guest's own calendar. Absent for changes, because calendars recognise an event by the fingerprint of its
   *  first card. */
  calendar?: Calendar;
  warnings: Issue[];
  /** The secrets for which the request has slots. */
  secrets: Record<string, string>;
  /** The credential from which n8n fills them in. */
  credentials: ICredentialDataDecryptedObject;
  timeoutSeconds: number;
}

/** Builds the requests of all items, without secrets, before the first one is sent. */
export const draftAll = (node: IExecuteFunctions, chosen: Chosen): Promise<(Draft | Faulty)[]> => each(node, (item) => draft(node, chosen, item));

async function draft(node: IExecuteFunctions, chosen: Chosen, item: number): Promise<Draft | Faulty> {
  const account = accountOf(chosen, await node.getCredentials(chosen.credential, item));
  const result = judge(node, chosen, item, account.fields);
  if (!result.ok || account.issues.length > 0) {
    const issues = (result.issues ?? []).map((issue) => (Object.hasOwn(account.fields, String(issue.path[0])) ? inCredential(issue) : issue));
    return { ok: false, issues: [...account.issues, ...issues], warnings: result.warnings };
  }
  const { value: { request, fingerprint, event }, warnings } = result;
  // A gateway replies after it has sent the event, which is after the delay.
  const timeoutSeconds = timeoutSecondsOf(node, item) + (event?.delaySeconds ?? 0);
  const calendar = event && operationOf(node) === 'send' ? { calendar: calendarOf(event, fingerprint) } : {};
  const secrets = account.secretsOf(request.missingSecrets);
  return { ok: true, request, fingerprint, ...calendar, warnings, secrets, credentials: account.credentialsFor(secrets), timeoutSeconds };
}

/** The event for the guest's own calendar. It was already checked with the same options. */
function calendarOf(event: Event, fingerprint: string): Calendar {
  const { value } = toCalendar(event, { fingerprint }, { allowPast: true }) as { value: Calendar };
  return value;
}

/** Checks and builds an item, for an account with these fields. */
export function judge(node: IExecuteFunctions, chosen: Chosen, item: number, fields: IDataObject): Result<Built | Cancellation> | Faulty {
  const event = eventOf(node, item);
  if (event instanceof Unreadable) return event.faulty;
  const [target, options, operation] = [targetOf(node, item, chosen, fields), optionsOf(node, item), operationOf(node)];
  if (operation === 'send') return buildRequest(event as never, target, options);
  const messageId = asDeclared('messageId', node.getNodeParameter('messageId', item)) as string;
  return operation === 'edit' ? buildEdit(event as never, messageId, target, options) : buildCancel(messageId, target, { ...options, event: event as never });
}

/** Makes an issue's path point to the credential, where faults of the account are fixed. */
export const inCredential = (issue: Fault): Fault => ({ ...issue, path: ['credential', ...issue.path] });

/** Returns the request as data, for a node of the user's own that sends it. It has placeholders for the secrets:
 *  `{token}`. */
export async function build(this: IExecuteFunctions, chosen: Chosen): Promise<INodeExecutionData[]> {
  const drafts = await draftAll(this, chosen);
  const outcomes = drafts.map((drafted): Outcome => {
    if (!drafted.ok) return drafted;
    const { request, fingerprint, calendar, warnings } = drafted;
    return { ok: true, json: { request, fingerprint, calendar, warnings } as unknown as IDataObject };
  });
  return settle(this, outcomes);
}
