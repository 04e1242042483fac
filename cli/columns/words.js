// Names of columns other than the fields' own names, in the package's four languages, without accents and in lower
// case. A word that may mean two fields, such as "nome" (a title or a guest) or "número" (of a phone or a booking), is
// in no list: the user has to say what it means.

/** The parts of a time that is in two columns. */
export const PARTS = { "start.date": "start", "start.time": "start", "end.date": "end", "end.time": "end" };

export const WORDS = {
  id: ["booking id", "reference", "codigo", "cod", "referencia", "id da reserva", "id de la reserva", "الرقم المرجعي", "المعرف"],
  to: [
    "phone", "phone number", "mobile", "mobile number", "cell", "cell phone", "telephone", "whatsapp", "whatsapp number",
    "telefone", "celular", "fone", "numero de telefone", "numero do whatsapp", "telefone celular", "tel", "destinatario",
    "telefono", "movil", "telefono movil", "numero de telefono", "numero de whatsapp",
    "الهاتف", "رقم الهاتف", "الجوال", "رقم الجوال", "الموبايل", "رقم الموبايل", "واتساب", "رقم الواتساب",
  ],
  name: [
    "title", "event", "event title", "event name", "subject", "summary", "service", "appointment",
    "titulo", "evento", "assunto", "servico", "procedimento", "consulta", "compromisso",
    "asunto", "servicio", "procedimiento", "cita",
    "الحدث", "الموضوع", "الخدمة", "الموعد",
  ],
  start: [
    "starts", "start at", "start date time", "date time", "date and time", "begin", "starts at",
    "inicio", "data e hora", "data hora", "inicio em", "comeco",
    "fecha y hora", "fecha hora", "comienzo",
    "البداية", "البدء", "التاريخ والوقت",
  ],
  "start.date": ["date", "day", "data", "data de inicio", "data inicio", "dia", "fecha", "fecha de inicio", "التاريخ", "تاريخ البدء", "اليوم"],
  "start.time": ["time", "hour", "hora", "horario", "hora de inicio", "hora inicio", "hora inicial", "الوقت", "الساعة", "وقت البدء"],
  end: ["ends", "end at", "finish", "ends at", "fim", "termino", "final", "fin", "termina", "النهاية", "الانتهاء"],
  "end.date": ["data de termino", "data fim", "data final", "fecha de fin", "fecha fin", "تاريخ الانتهاء"],
  "end.time": ["hora fim", "hora de termino", "hora final", "horario final", "hora de fin", "hora fin", "وقت الانتهاء"],
  durationMinutes: [
    "duration", "minutes", "length", "duration min", "duracao", "duracao min", "duracao minutos", "minutos", "duracion", "duracion min",
    "duracion minutos", "المدة", "الدقائق", "المدة بالدقائق",
  ],
  timeZone: ["timezone", "zone", "fuso", "fuso horario", "zona horaria", "huso horario", "المنطقة الزمنية"],
  description: ["details", "descricao", "detalhes", "descripcion", "detalles", "الوصف", "التفاصيل"],
  location: ["place", "where", "venue", "room", "local", "sala", "unidade", "lugar", "sitio", "ubicacion", "المكان", "الموقع", "القاعة"],
  "location.address": ["address", "endereco", "direccion", "domicilio", "العنوان البريدي"],
  "location.latitude": ["latitude", "lat", "latitud", "خط العرض"],
  "location.longitude": ["longitude", "lng", "lon", "longitud", "خط الطول"],
  joinLink: ["link", "call link", "link da chamada", "enlace", "رابط", "رابط المكالمة"],
  reminderMinutes: ["reminder", "lembrete", "lembrete minutos", "recordatorio", "recordatorio minutos", "التذكير"],
  canceled: ["cancelled", "cancelado", "cancelada", "ملغى"],
  source: ["origem", "origen", "المصدر"],
};

/** A heading in the form in which it is compared: `Data/Hora (início)` is `data hora inicio`, and `startTime` is `start
 *  time`. */
export function plain(heading) {
  return heading
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u065f\u0640]/g, "")
    .replace(/[أإآ]/g, "ا").toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
