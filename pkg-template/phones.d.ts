/**
 * Formats phone numbers as people write them. It works with every entry point but starts none: import `waevent`,
 * `waevent/lite`, `waevent/inline` or `waevent/slim` as well.
 *
 * ```js
 * import "waevent";
 * import { countries, formatRecipient } from "waevent/phones";
 *
 * formatRecipient("11999999999", { country: "BR" }).value?.national; // "(11) 99999-9999"
 * countries({ language: "pt-BR" }).find(({ country }) => country === "DE")?.name; // "Alemanha"
 * ```
 */
import type { Options, Recipient, Result } from "./index.js";

/** A phone number in libphonenumber's formats; `versions.phoneNumbers` is its release. */
export interface WrittenNumber {
  /** As written and dialled in its own country: `(11) 99999-9999`. */
  national: string;
  /** In international format: `+55 11 99999-9999`. */
  international: string;
  /** In E.164 format, as in `Recipient`: `+5511999999999`. */
  e164: string;
}

/** The number of a recipient. */
export interface FormattedRecipient extends WrittenNumber {
  /** ISO 3166 alpha-2 code of the country or territory that the number belongs to. */
  country: string;
}

/** A country or territory, for a list to choose from. */
export interface Country {
  /** ISO 3166 alpha-2, as `Options.country` takes it. */
  country: string;
  /** The country calling code, without a plus sign: 55. Several countries may share it. */
  callingCode: number;
  /** The host's name for it in the requested language, or its code if the host has no name. */
  name: string;
  /** An example of a mobile number there, to show in an empty field. */
  example: WrittenNumber;
}

/**
 * Reads a recipient as `parseRecipient` does, with the same options, issues and warnings, and formats its number. Only
 * complete numbers are formatted: a half-typed one is `phone_too_short`. Groups and LIDs have no number
 * (`recipient_unsupported`), and neither has a person's id whose digits are in no numbering plan.
 */
export function formatRecipient(text: string | Recipient | {} | null | undefined, options?: Options): Result<FormattedRecipient>;

/**
 * Returns all countries and territories with mobile numbers, in alphabetical order.
 *
 * `language` is any BCP 47 tag that the host knows, "en" by default; a malformed one throws the `RangeError` of `Intl`.
 */
export function countries(options?: { language?: string }): Country[];

/**
 * Formats the number in an input. Call it after the user has left the field. Numbers of `options.country` that were
 * typed without a plus sign get the national format, all others the international one. A number with a fault stays as
 * it was typed, and so does one that, once formatted, would be another recipient, be too long for `maxlength`, or not
 * match `pattern`. Fires `input` and `change`, so frameworks notice.
 */
export function writeRecipient(control: HTMLInputElement, options?: Options): void;

/**
 * Fills a select with `countries`, by their names and calling codes, after the options that it already has. Its value
 * is then an `Options.country`, or empty. Nothing is selected unless `country` names a country. `example` is an input
 * whose placeholder shows a number of the selected country in national format. With `waevent/form`:
 *
 * <!-- not run: the form is a page's -->
 * ```js
 * fillCountries(select, { country: "US", example: to });
 * bindForm(form, { writeRecipient, get country() { return select.value; } });
 * ```
 */
export function fillCountries(
  select: HTMLSelectElement,
  options?: { language?: string; country?: string; example?: HTMLInputElement },
): void;
