import type { INodeProperties } from 'n8n-workflow';
import { eventProperties } from './eventProperties';
import { optionProperties } from './optionProperties';

const fieldsOf = (properties: INodeProperties[]): INodeProperties[] =>
  properties.flatMap((property) => [property, ...fieldsOf((property.options ?? []).filter((each) => 'type' in each) as INodeProperties[])]);

const TYPES = new Map(fieldsOf([...eventProperties, optionProperties]).map(({ name, type }) => [name, type]));

/** Converts text that is a decimal number to a number. */
export const asNumber = (value: unknown): unknown =>
  typeof value === 'string' && /^\s*[-+]?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : value;

/**
 * The value of a field, converted to the type that the editor declares for it. Expressions return the types of the
 * data: spreadsheets have phone numbers as numbers, and forms have numbers and flags as text. A value that a conversion
 * would change is left for waevent to report.
 */
export function asDeclared(name: string, value: unknown): unknown {
  switch (TYPES.get(name)) {
    case 'string':
      // Not for negative numbers: a spreadsheet computes 55-11-99999-9999.
      return Number.isSafeInteger(value) && (value as number) >= 0 ? String(value) : value;
    case 'number':
      return asNumber(value);
    case 'boolean':
      return typeof value === 'string' && /^\s*(true|false)\s*$/i.test(value) ? value.trim().toLowerCase() === 'true' : value;
    default:
      return value;
  }
}
