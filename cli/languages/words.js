// The words in the report of refused rows, in each language. The messages of issues are the package's own.

/** The prefix of the report's own columns, in every language. */
export const OWN = "waevent ";

const LANGUAGES = {
  en: {
    row: "row",
    problem: "problem",
    cells: "This row has more cells than there are columns: put quotation marks around the text with the delimiter in it.",
    json: "This is not a JSON object in UTF-8.",
    long: "This is longer than a megabyte.",
    cut: "The file was cut off: nothing after this point was read.",
    series: "This event recurs, and its occurrences are not in the file: export them one by one.",
    ics: "This event cannot be read, or has no start.",
    zone: "The file's own definition of this time zone gives a different time than the zone of that name: write the time with its offset.",
    formula: "A formula in this row failed: put a value in its place.",
    day: "A date in this row never existed: correct it.",
    double: (other) => `This is the same event as ${other}: delete one of them.`,
  },
  "pt-BR": {
    row: "linha",
    problem: "problema",
    cells: "Esta linha tem mais células do que colunas: ponha entre aspas o texto que contém o separador.",
    json: "Isto não é um objeto JSON em UTF-8.",
    long: "Isto tem mais de um megabyte.",
    cut: "O arquivo está cortado: nada depois deste ponto foi lido.",
    series: "Este evento se repete, e as ocorrências não estão no arquivo: exporte cada uma delas.",
    ics: "Não é possível ler este evento, ou ele não tem início.",
    zone: "O fuso horário do próprio arquivo mostra uma hora diferente da do fuso com este nome: escreva a hora com o deslocamento, como -03:00.",
    formula: "Uma fórmula desta linha falhou: coloque um valor no lugar dela.",
    day: "Uma data desta linha nunca existiu: corrija-a.",
    double: (other) => `Este evento é igual ao da ${other}: apague um dos dois.`,
  },
  es: {
    row: "fila",
    problem: "problema",
    cells: "Esta fila tiene más celdas que columnas: ponga entre comillas el texto que contiene el separador.",
    json: "Esto no es un objeto JSON en UTF-8.",
    long: "Esto ocupa más de un megabyte.",
    cut: "El archivo está cortado: no se leyó nada de lo que sigue.",
    series: "Este evento se repite y sus repeticiones no están en el archivo: expórtelas una por una.",
    ics: "No se puede leer este evento, o no tiene inicio.",
    zone: "La zona horaria del propio archivo muestra otra hora que la zona de este nombre: escriba la hora con su desfase, como -03:00.",
    formula: "Una fórmula de esta fila falló: ponga un valor en su lugar.",
    day: "Una fecha de esta fila nunca existió: corríjala.",
    double: (other) => `Este evento es el mismo que el de la ${other}: borre uno de los dos.`,
  },
  ar: {
    row: "الصف",
    problem: "المشكلة",
    cells: "في هذا الصف خلايا أكثر من الأعمدة: ضع النص الذي يحتوي على الفاصل بين علامتي اقتباس.",
    json: "هذا ليس كائن JSON بترميز UTF-8.",
    long: "حجم هذا أكبر من ميغابايت.",
    cut: "الملف مقطوع: لم يُقرأ شيء بعد هذا الموضع.",
    series: "هذا الحدث متكرر، وتكراراته ليست في الملف: صدّر كل تكرار على حدة.",
    ics: "تعذّرت قراءة هذا الحدث، أو ليست له بداية.",
    zone: "تُظهر المنطقة الزمنية في الملف نفسه وقتًا غير الذي تُظهره المنطقة بهذا الاسم: اكتب الوقت مع فرقه عن التوقيت العالمي.",
    formula: "فشلت معادلة في هذا الصف: ضع قيمة مكانها.",
    day: "في هذا الصف تاريخ لم يوجد قط: صحّحه.",
    double: (other) => `هذا الحدث هو نفسه الموجود في ${other}: احذف أحدهما.`,
  },
};

/** The package's language for a tag, by its first part, as for messages. Tags that the package does not accept were
 *  refused before. */
export const languageOf = (tag = "en") => Object.keys(LANGUAGES).find((one) => one.slice(0, 2) === tag.slice(0, 2).toLowerCase()) ?? "en";

export const wordsOf = (language = "en") => LANGUAGES[language];

/** `row 7` in a language. In right-to-left text the number is isolated. */
export const placeOf = (number, language = "en") => (language === "ar" ? `${LANGUAGES.ar.row} \u2066${number}\u2069` : `${LANGUAGES[language].row} ${number}`);
