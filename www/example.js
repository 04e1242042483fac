// The event of examples/booking.json, moved to a day that is always ahead.

export const booking = {
  to: "+55 11 99999-9999",
  name: "Consulta com a Dra. Helena",
  description:
    "Olá, Marina! Sua *consulta de retorno* está marcada.\n\n" +
    "_Chegue 10 minutos antes_ e traga seus exames e uma garrafa d'água.\n" +
    "Se preferir, participe por vídeo.",
  location: {
    name: "Clínica Vila Nova",
    address: "Rua Harmonia, 123, São Paulo",
    latitude: -23.5558,
    longitude: -46.6891,
  },
  joinLink: "https://call.whatsapp.com/video/Q7mXvN3kRt0LbYwZ2sHcDf",
  reminderMinutes: 120,
  extraGuestsAllowed: true,
  source: "site",
};

/** The booking on next week's Tuesday, 14:00 to 15:00 at UTC−03:00. */
export function exampleEvent(now) {
  const day = new Date(now.getTime() + 7 * 24 * 3600 * 1000);
  day.setUTCDate(day.getUTCDate() + ((2 - day.getUTCDay() + 7) % 7));
  const date = day.toISOString().slice(0, 10);
  return { ...booking, start: `${date}T14:00:00-03:00`, end: `${date}T15:00:00-03:00` };
}
