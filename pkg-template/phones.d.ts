/**
 * Phone numbers as people write them. It works with every entry point and starts none: import `waevent`, `waevent/inline` or
 * `waevent/slim` as well.
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

/** A phone number in the forms of libphonenumber; `versions.phoneNumbers` names its release. */
export interface WrittenNumber {
  /** As it is written and dialled in its own country: `(11) 99999-9999`. */
  national: string;
  /** As it is written everywhere: `+55 11 99999-9999`. */
  international: string;
  /** Digits behind a plus sign, as `Recipient` has it: `+5511999999999`. */
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
  /** The digits that lead its numbers abroad, without a plus sign: 55. Several may share it. */
  callingCode: number;
  /** In the wanted language, as the host calls it; the code where the host has no name. */
  name: string;
  /** A mobile number to show in an empty field. It stands for what numbers there look like. */
  example: WrittenNumber;
}

/**
 * Reads a recipient as `parseRecipient` does, with the same options, issues and warnings, and writes its number. Numbers are
 * written when they are whole: what is typed so far is `phone_too_short`. Groups and LIDs have no number
 * (`recipient_unsupported`), nor has the id of a person whose digits are in no plan.
 */
export function formatRecipient(text: string | Recipient | {} | null | undefined, options?: Options): Result<FormattedRecipient>;

/**
 * All countries and territories with mobile numbers, in the order of the alphabet.
 *
 * `language` is any BCP 47 tag that the host knows, "en" by default; a malformed one throws the `RangeError` of `Intl`.
 */
export function countries(options?: { language?: string }): Country[];

/**
 * Writes the number that stands in an input of a page as people do, once its field was left: with its plus sign, and at home
 * (`options.country`) without one unless it was typed with one. What has a fault stays as it was typed, and so does what could
 * not be written without becoming another recipient, too long for `maxlength`, or other than `pattern` says. Fires `input` and
 * `change`, so that frameworks know of it.
 */
export function writeRecipient(control: HTMLInputElement, options?: Options): void;

/**
 * Fills a select of a page with `countries`, by their names and calling codes, behind the options that it has: its value is an
 * `Options.country`, or empty. Nothing is chosen unless `country` names one. `example` is an input whose placeholder shows a
 * number of the chosen country, as it is written there. With `waevent/form`:
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
