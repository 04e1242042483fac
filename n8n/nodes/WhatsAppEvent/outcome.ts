import {
  NodeOperationError,
  type IDataObject,
  type IExecuteFunctions,
  type INodeExecutionData,
} from 'n8n-workflow';
import type { Issue } from '../../engine/waevent';

/** A fault that waevent found, or n8n: an expression that fails, or a credential that is not there. */
export type Fault = Omit<Issue, 'code'> & { code: Issue['code'] | 'parameter_failed' };

/** What stood in an item's way. */
export interface Faulty {
  ok: false;
  issues: Fault[];
  warnings: Issue[];
}

/** What became of one item. */
export type Outcome = { ok: true; json: IDataObject } | Faulty;

/** The output item of an input item. */
export const paired = (item: number, json: IDataObject): INodeExecutionData => ({ json, pairedItem: { item } });

/** A message as people read it, behind the field's name. */
const lineOf = ({ path, message }: Fault): string => [path.join('.'), message].filter((part) => part !== '').join(': ');

/** An error that names the field and the item, and lists all the others. `faulty` lists the items with their issues. */
export function faultError(node: IExecuteFunctions, faulty: [item: number, issues: Fault[]][]): NodeOperationError {
  const [[itemIndex, issues] = [0, []]] = faulty;
  const lines = faulty.flatMap(([item, each]) => each.map((issue) => `Item ${item}: ${lineOf(issue)}`));
  const message = issues[0] ? lineOf(issues[0]) : 'The event is faulty';
  return new NodeOperationError(node.getNode(), message, { itemIndex, description: lines.join('\n') });
}

/**
 * The output item of what failed, where the node goes on. n8n sends it to the error output, if there is one, by its key
 * `error`, and keeps what is in `details`. Where the first item has that key, though, "Retry On Fail" runs all items again and
 * sends the good ones twice: then n8n is given an error itself, of which it keeps the message alone, so this says all.
 */
export function failedItem(node: IExecuteFunctions, item: number, json: IDataObject, [short = '', ...more]: string[]): INodeExecutionData {
  const { onError, retryOnFail } = node.getNode();
  if (onError !== 'continueErrorOutput') return paired(item, json);
  if (!retryOnFail || item !== 0) return paired(item, { error: short, details: json });
  const error = new NodeOperationError(node.getNode(), [short, ...more].join('\n'), { itemIndex: item });
  return { ...paired(item, json), error };
}

/** Its issues as data, and what else there is to say. */
export function faultyItem(node: IExecuteFunctions, item: number, { issues, warnings }: Faulty, more: IDataObject = {}): INodeExecutionData {
  const json = { ...more, ok: false, issues, warnings } as unknown as IDataObject;
  return failedItem(node, item, json, issues.map(lineOf));
}

/** What `read` gives. Where an expression or a credential fails that it asks for, and the node goes on, that is the item's fault. */
async function given<T>(node: IExecuteFunctions, itemIndex: number, read: (item: number) => T | Promise<T>): Promise<T | Faulty> {
  try {
    return await read(itemIndex);
  } catch (error) {
    if (!node.continueOnFail()) throw new NodeOperationError(node.getNode(), error as Error, { itemIndex });
    const { message, context } = error as { message: string; context?: { parameter?: string } };
    const path = context?.parameter === undefined ? [] : [context.parameter];
    return { ok: false, issues: [{ code: 'parameter_failed', path, message }], warnings: [] };
  }
}

/** What `read` gives for each item, one after the other. */
export async function each<T>(node: IExecuteFunctions, read: (item: number) => T | Promise<T>): Promise<(T | Faulty)[]> {
  const all: (T | Faulty)[] = [];
  for (let item = 0; item < node.getInputData().length; item += 1) all.push(await given(node, item, read));
  return all;
}

/** Output items in the order of the input. All faults are reported at once, unless the node goes on with the good items. */
export function settle(node: IExecuteFunctions, outcomes: Outcome[]): INodeExecutionData[] {
  refuse(node, outcomes);
  return outcomes.map((outcome, item) => (outcome.ok ? paired(item, outcome.json) : faultyItem(node, item, outcome)));
}

/** The same where one thing stands in the way of all items: an error has it once. */
export function settleAll(node: IExecuteFunctions, faulty: Faulty): INodeExecutionData[] {
  refuse(node, [faulty]);
  return settle(node, node.getInputData().map(() => faulty));
}

/** Throws for faulty items, all at once, unless the node goes on. */
export function refuse(node: IExecuteFunctions, outcomes: { ok: boolean; issues?: Fault[] }[]): void {
  const faulty = outcomes.flatMap(({ issues }, item): [number, Fault[]][] => (issues ? [[item, issues]] : []));
  if (faulty.length > 0 && !node.continueOnFail()) throw faultError(node, faulty);
}
