// The language in which the package tells issues: the page's, once the package has it.

const loaded = new Map();

/** Loads the package's words of a language, and gives the option that asks for them. */
export async function messagesIn(language, parseTime) {
  if (language !== "en" && !loaded.has(language)) {
    const locale = new URL(`./pkg/locales/${language}.js`, import.meta.url);
    loaded.set(language, import(locale.href).catch(() => undefined));
  }
  await loaded.get(language);
  const { issues = [] } = parseTime("", { language });
  return issues.some(({ path }) => path[0] === "language") ? {} : { language };
}
