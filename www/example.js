// The event of examples/booking.json, moved to a day in the future.

const booking = {
  to: "+55 11 99999-9999",
  name: "Consulta com a Dra. Helena",
  description:
    "Olá, Marina! Sua *consulta de retorno* está marcada.\n\n" +
    "_Chegue 10 minutos antes_ e traga seus exames e uma garrafa d'água.\n" +
    "Se preferir, participe por vídeo.",
  "location.name": "Clínica Vila Nova",
  "location.address": "Rua Harmonia, 123, São Paulo",
  "location.latitude": -23.5558,
  "location.longitude": -46.6891,
  joinLink: "https://call.whatsapp.com/video/Q7mXvN3kRt0LbYwZ2sHcDf",
  reminderMinutes: 120,
  extraGuestsAllowed: true,
  source: "site",
  timeZone: "America/Sao_Paulo",
};

/** The Tuesday of next week or of the week after: `2027-03-16`. */
export function exampleDay(now) {
  const day = new Date(now.getTime() + 7 * 24 * 3600 * 1000);
  day.setUTCDate(day.getUTCDate() + ((2 - day.getUTCDay() + 7) % 7));
  return day.toISOString().slice(0, 10);
}

/** The booking on that day, 14:00 to 15:00 in São Paulo, as values for the form's fields. */
export function exampleEvent(now) {
  const day = exampleDay(now);
  return { ...booking, start: `${day}T14:00`, end: `${day}T15:00` };
}
