import type { ICredentialDataDecryptedObject, IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { buildRequest, toCalendar, type Built, type Calendar, type GatewayRequest, type Issue, type Result } from '../../engine/waevent';
import { ACCOUNTS } from './gateways';
import { each, settle, type Fault, type Faulty, type Outcome } from './outcome';
import { eventOf, gatewayOf, optionsOf, targetOf, timeoutSecondsOf } from './reading';
import { Unreadable } from './unreadable';

/** All that sending an item takes, so that nothing is left to fail between one item and the next. */
export interface Draft {
  ok: true;
  request: GatewayRequest;
  fingerprint: string;
  calendar: Calendar;
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
  const timeoutSeconds = timeoutSecondsOf(node, item) + (event.delaySeconds ?? 0);
  return { ok: true, request, fingerprint, calendar: calendarOf(event, fingerprint), warnings, credentials, timeoutSeconds };
}

/** For the guest's own calendar. The event was judged a moment ago, by the same options. */
function calendarOf(event: Built['event'], fingerprint: string): Calendar {
  const { value } = toCalendar(event, { fingerprint }, { allowPast: true }) as { value: Calendar };
  return value;
}

/** What waevent makes of an item, for an account. */
export function judge(node: IExecuteFunctions, item: number, account: IDataObject): Result<Built> | Faulty {
  const event = eventOf(node, item);
  if (event instanceof Unreadable) {
    const { parameter, message } = event;
    return { ok: false, issues: [{ code: 'wrong_type', path: [parameter], message }], warnings: [] };
  }
  return buildRequest(event as never, targetOf(node, item, account), optionsOf(node, item));
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
