// The card's own words.

const WORDS = {
  en: {
    untitled: "Untitled event", canceled: "Event cancelled", noTime: "No time yet", call: "WhatsApp call",
    reminder: "Reminder {} before", guests: "You may bring a guest", answers: ["Going", "Maybe", "Can’t go"],
  },
  pt: {
    untitled: "Evento sem nome", canceled: "Evento cancelado", noTime: "Ainda sem horário", call: "Chamada do WhatsApp",
    reminder: "Lembrete {} antes", guests: "Você pode levar um convidado", answers: ["Vou", "Talvez", "Não vou"],
  },
  es: {
    untitled: "Evento sin nombre", canceled: "Evento cancelado", noTime: "Aún sin hora", call: "Llamada de WhatsApp",
    reminder: "Recordatorio {} antes", guests: "Puede traer a un invitado", answers: ["Iré", "Quizás", "No iré"],
  },
  ar: {
    untitled: "حدث بلا اسم", canceled: "أُلغي الحدث", noTime: "لا وقت بعد", call: "مكالمة واتساب",
    reminder: "التذكير: {} قبل البداية", guests: "يمكنك إحضار ضيف", answers: ["سأحضر", "ربما", "لن أحضر"],
  },
};

/** The card's words in a language, and the locale for its times: `{ words, locale, dir }`. For a language without words
 *  everything is English, so no card mixes two languages. */
export function speaking(language) {
  const base = String(language).toLowerCase().split(/[-_]/)[0];
  const words = Object.hasOwn(WORDS, base) ? WORDS[base] : WORDS.en;
  const dir = base === "ar" ? "rtl" : "ltr";
  return { words, locale: words === WORDS[base] ? localeOf(language, base) : "en", dir };
}

/** The locale of a tag. Pages also write `pt_BR`, and malformed tags. */
function localeOf(language, base) {
  try {
    return Intl.getCanonicalLocales(language.replaceAll("_", "-"))[0];
  } catch {
    return base;
  }
}

const UNITS = [["day", 86_400], ["hour", 3600], ["minute", 60], ["second", 1]];

/** `"2 hours"` for 7200: in the largest unit that needs no fraction. */
export function span(seconds, locale) {
  const [unit, length] = UNITS.find(([, size]) => seconds % size === 0) ?? UNITS.at(-1);
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(seconds / length);
}
