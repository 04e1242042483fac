// The language of the package's messages: the page's.

const loaded = new Map();

/** Loads the package's words of a language, and gives the option that asks for them; English where they do not come. */
export async function messagesIn(language) {
  if (language === "en") return {};
  if (!loaded.has(language)) {
    const locale = new URL(`./pkg/locales/${language}.js`, import.meta.url);
    loaded.set(language, import(locale.href).then(() => ({ language }), () => ({})));
  }
  return loaded.get(language);
}
