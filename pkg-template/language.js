// Which language of the package a tag asks for. The module reads its options likewise (`Language::lookup`).

const LANGUAGES = ["en", "pt-BR", "es", "ar"];

/** The language that `pt`, `pt_BR` or `pt-PT` asks for, in any case: its first part decides. Undefined where there is none. */
export function languageOf(tag) {
  const [, first] = /^([a-z]+)(?:[-_][a-z\d]{1,8})*$/i.exec(tag) ?? [];
  return LANGUAGES.find((language) => language.split("-")[0] === first?.toLowerCase());
}
