// What the form says itself, in the languages of the package: above the summary, and of an `onSubmit` that failed, of which
// nobody knows how far it came.
const WORDS = {
  en: ["There is a problem", "This may not have been sent. Please try again later."],
  "pt-BR": ["Há um problema", "Isto pode não ter sido enviado. Tente novamente mais tarde."],
  es: ["Hay un problema", "Es posible que no se haya enviado. Inténtelo de nuevo más tarde."],
  ar: ["هناك مشكلة", "ربما لم يتم الإرسال. حاول مرة أخرى لاحقًا."],
};

/** The language that a tag asks for, by its first part: what the package does not read is refused before. */
export const languageOf = (tag) => Object.keys(WORDS).find((one) => one.slice(0, 2) === `${tag}`.slice(0, 2).toLowerCase()) ?? "en";

export const wordsIn = (language) => WORDS[language];
