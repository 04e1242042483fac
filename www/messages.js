// Loads the package's messages in the page's language.

const loaded = new Map();

/** Loads the package's messages in a language, and returns the option for it. If they cannot be loaded, messages are in
 *  English. */
export async function messagesIn(language) {
  if (language === "en") return {};
  if (!loaded.has(language)) {
    const locale = new URL(`./pkg/locales/${language}.js`, import.meta.url);
    loaded.set(language, import(locale.href).then(() => ({ language }), () => ({})));
  }
  return loaded.get(language);
}
