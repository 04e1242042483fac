// The form's own words, in the languages of the package: the heading of the summary, and the message if `onSubmit`
// failed, when the event may or may not have been sent.
export const WORDS = {
  en: ["There is a problem", "Sending may have failed. Try again later."],
  "pt-BR": ["Há um problema", "O envio pode ter falhado. Tente mais tarde."],
  es: ["Hay un problema", "El envío pudo fallar. Inténtelo más tarde."],
  ar: ["هناك مشكلة", "ربما تعذّر الإرسال. حاول لاحقًا."],
};

/** The language of a tag, by its first part; English if there is no tag. Tags that the package does not accept were
 *  refused before. */
export const languageOf = (tag) => Object.keys(WORDS).find((one) => one.slice(0, 2) === `${tag}`.slice(0, 2).toLowerCase()) ?? "en";
