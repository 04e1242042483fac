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
import { asDeclared } from './fieldTypes';
import { ACCOUNTS } from './gateways';
import { each, settle, type Fault, type Faulty, type Outcome } from './outcome';
import { eventOf, gatewayOf, operationOf, optionsOf, targetOf, timeoutSecondsOf } from './reading';
import { Unreadable } from './unreadable';

/** All that sending an item takes, so that nothing is left to fail between one item and the next. */
export interface Draft {
  ok: true;
  request: GatewayRequest;
  fingerprint: string;
  /** For the guest's own calendar. Not of a change: a calendar knows the event by the fingerprint of what was sent first. */
  calendar?: Calendar;
  warnings: Issue[];
  credentials: ICredentialDataDecryptedObject;
  timeoutSeconds: number;
}

/** The requests of all items, without secrets, before anything is done with the first. */
export const draftAll = (node: IExecuteFunctions): Promise<(Draft | Faulty)[]> => each(node, (item) => draft(node, item));

async function draft(node: IExecuteFunctions, item: number): Promise<Draft | Faulty> {
  const credentials = await node.getCredentials(ACCOUNTS[gatewayOf(node)].credential, item);
  const result = judge(node, item, credentials as IDataObject);
  if (!result.ok) return { ...result, issues: result.issues.map(inCredential) };
  const { value: { request, fingerprint, event }, warnings } = result;
  // A gateway answers when it has sent, and that is after its delay.
  const timeoutSeconds = timeoutSecondsOf(node, item) + (event?.delaySeconds ?? 0);
  const calendar = event && operationOf(node) === 'send' ? { calendar: calendarOf(event, fingerprint) } : {};
  return { ok: true, request, fingerprint, ...calendar, warnings, credentials, timeoutSeconds };
}

/** For the guest's own calendar. The event was judged a moment ago, by the same options. */
function calendarOf(event: Event, fingerprint: string): Calendar {
  const { value } = toCalendar(event, { fingerprint }, { allowPast: true }) as { value: Calendar };
  return value;
}

/** What waevent makes of an item, for an account. */
export function judge(node: IExecuteFunctions, item: number, account: IDataObject): Result<Built | Cancellation> | Faulty {
  const event = eventOf(node, item);
  if (event instanceof Unreadable) {
    const { parameter, message } = event;
    return { ok: false, issues: [{ code: 'wrong_type', path: [parameter], message }], warnings: [] };
  }
  const [target, options, operation] = [targetOf(node, item, account), optionsOf(node, item), operationOf(node)];
  if (operation === 'send') return buildRequest(event as never, target, options);
  const messageId = asDeclared('messageId', node.getNodeParameter('messageId', item)) as string;
  return operation === 'edit' ? buildEdit(event as never, messageId, target, options) : buildCancel(messageId, target, { ...options, event: event as never });
}

/** An account's faults are mended in its credential. */
function inCredential(issue: Fault): Fault {
  const fields = ['baseUrl', ...Object.values(ACCOUNTS).map(({ account }) => account)];
  return fields.includes(String(issue.path[0])) ? { ...issue, path: ['credential', ...issue.path] } : issue;
}

/** The request as data, for a node of one's own that sends it. Secrets stand in it as their names: `{token}`. */
export async function build(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const drafts = await draftAll(this);
  const outcomes = drafts.map((drafted): Outcome => {
    if (!drafted.ok) return drafted;
    const { request, fingerprint, calendar, warnings } = drafted;
    return { ok: true, json: { request, fingerprint, calendar, warnings } as unknown as IDataObject };
  });
  return settle(this, outcomes);
}
