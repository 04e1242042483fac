import { Unreadable } from './unreadable';

/** Parses the JSON of a parameter. For invalid JSON the message has the position, but nothing of the text. */
export function parsedJson(parameter: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch (error) {
    const [, position] = /at position (\d+)/.exec((error as SyntaxError).message) ?? [];
    const message = position === undefined ? 'Give JSON: this is not JSON.' : `Correct the JSON: it is invalid from character ${Number(position) + 1} on.`;
    return new Unreadable(parameter, message);
  }
}
