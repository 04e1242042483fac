import type { INodeProperties } from 'n8n-workflow';
import { eventProperties } from './eventProperties';
import { optionProperties } from './optionProperties';

const fieldsOf = (properties: INodeProperties[]): INodeProperties[] =>
  properties.flatMap((property) => [property, ...fieldsOf((property.options ?? []).filter((each) => 'type' in each) as INodeProperties[])]);

const TYPES = new Map(fieldsOf([...eventProperties, optionProperties]).map(({ name, type }) => [name, type]));

/** A decimal number that is written as text. */
export const asNumber = (value: unknown): unknown =>
  typeof value === 'string' && /^\s*[-+]?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : value;

/**
 * The value of a field as the type that the editor declares for it. An expression gives what the data has: spreadsheets have
 * phone numbers as numbers, and forms have numbers and flags as text. What would lose something is left for waevent to report.
 */
export function asDeclared(name: string, value: unknown): unknown {
  switch (TYPES.get(name)) {
    case 'string':
      // None below zero: 55-11-99999-9999 is a sum to a spreadsheet.
      return Number.isSafeInteger(value) && (value as number) >= 0 ? String(value) : value;
    case 'number':
      return asNumber(value);
    case 'boolean':
      return typeof value === 'string' && /^\s*(true|false)\s*$/i.test(value) ? value.trim().toLowerCase() === 'true' : value;
    default:
      return value;
  }
}
