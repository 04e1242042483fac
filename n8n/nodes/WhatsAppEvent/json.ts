import { Unreadable } from './unreadable';

/** Parses the JSON of a parameter. For invalid JSON the message has the position, but nothing of the text. */
export function parsedJson(parameter: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch (error) {
    const [, position] = /at position (\d+)/.exec((error as SyntaxError).message) ?? [];
    const message = position === undefined ? 'Give JSON: this is none.' : `Mend the JSON: it is none from its character ${Number(position) + 1} on.`;
    return new Unreadable(parameter, message);
  }
}
