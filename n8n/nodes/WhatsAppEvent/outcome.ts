import {
  NodeOperationError,
  type IDataObject,
  type IExecuteFunctions,
  type INodeExecutionData,
} from 'n8n-workflow';
import type { Issue } from '../../engine/waevent';

/** A fault that waevent found, or that n8n reported: an expression that fails, or a credential that is missing. */
export type Fault = Omit<Issue, 'code'> & { code: Issue['code'] | 'parameter_failed' };

/** An item that has faults. */
export interface Faulty {
  ok: false;
  issues: Fault[];
  warnings: Issue[];
}

/** The outcome of one item. */
export type Outcome = { ok: true; json: IDataObject } | Faulty;

/** The output item of an input item. */
export const paired = (item: number, json: IDataObject): INodeExecutionData => ({ json, pairedItem: { item } });

/** The field's name, followed by the message. */
const lineOf = ({ path, message }: Fault): string => [path.join('.'), message].filter((part) => part !== '').join(': ');

/** An error that names the first field and item at fault, and lists all the others. `faulty` has the items with their
 *  issues. */
export function faultError(node: IExecuteFunctions, faulty: [item: number, issues: Fault[]][]): NodeOperationError {
  const [[itemIndex, issues] = [0, []]] = faulty;
  const lines = faulty.flatMap(([item, each]) => each.map((issue) => `Item ${item}: ${lineOf(issue)}`));
  const message = issues[0] ? lineOf(issues[0]) : 'The event is faulty';
  return new NodeOperationError(node.getNode(), message, { itemIndex, description: lines.join('\n') });
}

/**
 * The output item of an item that failed, if the node continues on errors. Because of its key `error`, n8n passes it to
 * the error output, if there is one, and keeps `details`. But if the first item has that key, "Retry On Fail" runs all
 * items again, and would send the others twice. n8n is then given an error object, of which it keeps only the message,
 * so the message says everything.
 */
export function failedItem(node: IExecuteFunctions, item: number, json: IDataObject, [short = '', ...more]: string[]): INodeExecutionData {
  const { onError, retryOnFail } = node.getNode();
  if (onError !== 'continueErrorOutput') return paired(item, json);
  if (!retryOnFail || item !== 0) return paired(item, { error: short, details: json });
  const error = new NodeOperationError(node.getNode(), [short, ...more].join('\n'), { itemIndex: item });
  return { ...paired(item, json), error };
}

/** The output item of an item with faults: its issues as data, and `more`. */
export function faultyItem(node: IExecuteFunctions, item: number, { issues, warnings }: Faulty, more: IDataObject = {}): INodeExecutionData {
  const json = { ...more, ok: false, issues, warnings } as unknown as IDataObject;
  return failedItem(node, item, json, issues.map(lineOf));
}

/** The result of `read`. If an expression or a credential that it requests fails, and the node continues on errors, the
 *  item is at fault. */
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

/** The results of `read` for all items, one after the other. */
export async function each<T>(node: IExecuteFunctions, read: (item: number) => T | Promise<T>): Promise<(T | Faulty)[]> {
  const all: (T | Faulty)[] = [];
  for (let item = 0; item < node.getInputData().length; item += 1) all.push(await given(node, item, read));
  return all;
}

/** The output items in the order of the input. Throws an error with all faults, unless the node continues on errors. */
export function settle(node: IExecuteFunctions, outcomes: Outcome[]): INodeExecutionData[] {
  refuse(node, outcomes);
  return outcomes.map((outcome, item) => (outcome.ok ? paired(item, outcome.json) : faultyItem(node, item, outcome)));
}

/** The same for a fault that concerns all items. An error reports it once. */
export function settleAll(node: IExecuteFunctions, faulty: Faulty): INodeExecutionData[] {
  refuse(node, [faulty]);
  return settle(node, node.getInputData().map(() => faulty));
}

/** Throws one error for all faulty items, unless the node continues on errors. */
export function refuse(node: IExecuteFunctions, outcomes: { ok: boolean; issues?: Fault[] }[]): void {
  const faulty = outcomes.flatMap(({ issues }, item): [number, Fault[]][] => (issues ? [[item, issues]] : []));
  if (faulty.length > 0 && !node.continueOnFail()) throw faultError(node, faulty);
}
