// The language of the page: its words, its direction, and the language for the package.

export const languages = { en: "English", "pt-BR": "Português", es: "Español", ar: "العربية" };
const rightToLeft = ["ar"];

let words = {};
let plural = new Intl.PluralRules("en");

/** The language in use, for the package and for `Intl`. */
export let language = "en";

/** The language that was chosen before, or the first of the browser's languages that the page has. */
export function preferredLanguage() {
  const kept = read("language");
  if (kept in languages) return kept;
  for (const wanted of navigator.languages ?? []) {
    const base = wanted.split("-")[0];
    const found = Object.keys(languages).find((one) => one === wanted || one.split("-")[0] === base);
    if (found) return found;
  }
  return "en";
}

/** Loads a language, and writes its words into every element that names a key. */
export async function speak(wanted) {
  ({ default: words } = await import(`./languages/${wanted}.js`));
  language = wanted;
  plural = new Intl.PluralRules(wanted);
  document.documentElement.lang = wanted;
  document.documentElement.dir = rightToLeft.includes(wanted) ? "rtl" : "ltr";
  for (const one of document.querySelectorAll("[data-text]")) one.textContent = say(one.dataset.text);
  for (const one of document.querySelectorAll("[data-label]")) one.setAttribute("aria-label", say(one.dataset.label));
  write("language", wanted);
}

/** The words of a key. Inserted values are isolated, so a number or a name cannot change the direction of the text
 *  around it. */
export function say(key, params = {}) {
  return template(key, params).replace(/\{(\w+)\}/g, (_, name) => isolated(params[name]));
}

/** The same words as nodes; `params` may be elements. */
export function sayNodes(key, params) {
  return template(key, params).split(/\{(\w+)\}/).map((part, index) => (index % 2 === 0 ? part : params[part]));
}

function template(key, { count }) {
  const text = words[key] ?? key;
  return typeof text === "string" ? text : text[plural.select(count)] ?? text.other;
}

function isolated(value) {
  const text = typeof value === "number" ? new Intl.NumberFormat(language).format(value) : String(value);
  return rightToLeft.includes(language) ? `\u2068${text}\u2069` : text;
}

// The page works even if the browser stores nothing for it.
export function read(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function write(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    //     // Not stored.
  }
}
