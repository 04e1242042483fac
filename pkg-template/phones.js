// The entry point `waevent/phones`, which formats phone numbers. It starts no instance: callers import another entry
// point too. The formats are not in the module, because they would weigh too much there, and the host already has
// regular expressions.
import { parseRecipient } from "./api.js";
import { withMessage } from "./messages.js";
import formats from "./phone-formats.js";

/** The table by calling code, parsed on first use. */
let known;

export function formatRecipient(text, options) {
  const result = parseRecipient(...arguments);
  if (!result.ok) return result;
  const { value: { kind, e164 }, warnings } = result;
  if (kind !== "person") {
    return { ok: false, issues: [withMessage({ code: "recipient_unsupported", path: ["to"], params: { kind } }, options)], warnings };
  }
  // Ids exist whatever the plans say. One that is not a valid number has no format.
  if (warnings.some(({ code }) => code === "phone_id_outside_plan")) {
    const { ok, issues } = parseRecipient(e164, options);
    if (!ok) return { ok, issues, warnings };
  }
  return { ok: true, value: written(e164), warnings };
}

export function countries({ language = "en" } = {}) {
  const names = new Intl.DisplayNames(language, { type: "region" });
  const { compare } = new Intl.Collator(language);
  const all = [...plans()].flatMap(([code, { regions }]) => regions.filter(({ example }) => example).map(({ region, example }) => {
    const { country, ...forms } = written(`+${code}${example}`);
    return { country: region, callingCode: Number(code), name: names.of(region), example: forms };
  }));
  return all.sort((one, other) => compare(one.name, other.name));
}

export function fillCountries(select, { language, country = "", example } = {}) {
  const all = countries({ language });
  const find = (wanted) => all.find(({ country }) => country === wanted);
  // Without an empty option the browser would choose the first country, which is a guess.
  if (![...select.options].some(({ value }) => value === "")) select.prepend(new Option("", ""));
  // The plus sign stays in front of its digits, in Arabic too.
  select.append(...all.map(({ name, callingCode, country }) => new Option(`${name} \u2066+${callingCode}\u2069`, country)));
  select.value = find(country.toUpperCase())?.country ?? "";
  if (!example) return;
  const { placeholder } = example;
  const show = () => { example.placeholder = find(select.value)?.example.national ?? placeholder; };
  select.addEventListener("change", show);
  show();
}

export function writeRecipient(control, options) {
  const { value: typed, maxLength, selectionStart } = control;
  const { ok, value } = formatRecipient(typed, options);
  // Inputs of the types date and number have no selection, and their text cannot be replaced.
  if (!ok || control.readOnly || selectionStart === null) return;
  const isAbroad = /^\D*\+/.test(typed) || value.country !== String(options?.country).toUpperCase();
  const text = isAbroad ? value.international : value.national;
  // An account may have two ids, and the typed one counts: formatting must not change anything that is parsed.
  const parsed = (one) => JSON.stringify(parseRecipient(one, options).value);
  if (text === typed || parsed(text) !== parsed(typed) || (maxLength >= 0 && text.length > maxLength)) return;
  // Frameworks that keep the value themselves notice this, but not an assignment to `value`.
  const write = (text) => control.setRangeText(text, 0, control.value.length);
  write(text);
  if (control.validity.patternMismatch) return write(typed);
  for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
}

/** A valid number in its national and international format. */
function written(e164) {
  // No calling code is the beginning of another one.
  const code = [2, 3, 4].map((end) => e164.slice(1, end)).find((code) => plans().has(code));
  const { regions, ways } = plans().get(code);
  const digits = e164.slice(1 + code.length);
  const { region } = regions.find(({ starts }) => starts.some((start) => digits.startsWith(start))) ?? regions[0];
  return { national: write(digits, ways, 0), international: `+${code} ${write(digits, ways, 1)}`, e164, country: region };
}

/** The digits after the calling code, in the first format that fits them, or unchanged if none fits. */
function write(digits, ways, form) {
  const way = ways.find(({ groups, leading, forms }) => forms[form] && leading.test(digits) && groups.test(digits));
  return way ? digits.replace(way.groups, way.forms[form]) : digits;
}

/** The table. xtask/src/data/phones/formats.rs describes its text format. */
function plans() {
  known ??= new Map(formats.trim().split("\n\n").map((block) => {
    const [[code, ...regions], ...ways] = block.split("\n").map((line) => line.split(";"));
    return [code, { regions: regions.map(region), ways: ways.map(way) }];
  }));
  return known;
}

function region(text) {
  const [region, example, ...starts] = text.split(" ");
  return { region, example, starts };
}

function way([groups, leading, national, international]) {
  const lengths = groups.split(",").map((length) => `(\\d{${length.replace("-", ",")}})`);
  return {
    groups: new RegExp(`^${lengths.join("")}$`),
    leading: new RegExp(`^(?:${leading})`),
    forms: [national, international === "-" ? undefined : international || national],
  };
}
