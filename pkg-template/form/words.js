// What the form says itself, in the languages of the package: above the summary, and of an `onSubmit` that failed, of which
// nobody knows how far it came.
export const WORDS = {
  en: ["There is a problem", "Sending may have failed. Try again later."],
  "pt-BR": ["Há um problema", "O envio pode ter falhado. Tente mais tarde."],
  es: ["Hay un problema", "El envío pudo fallar. Inténtelo más tarde."],
  ar: ["هناك مشكلة", "ربما تعذّر الإرسال. حاول لاحقًا."],
};

/** The language that a tag asks for, by its first part; English where there is none. What the package does not read is refused before. */
export const languageOf = (tag) => Object.keys(WORDS).find((one) => one.slice(0, 2) === `${tag}`.slice(0, 2).toLowerCase()) ?? "en";
