// The input of all candidates: bookings as a form submits them. `zone` has local times and a zone, `offset` has RFC 3339.

const booking = {
  to: "+55 11 98765-4321",
  name: "Reunião de equipe 🎉",
  description: "Vamos alinhar as metas do trimestre.\nTraga ideias! 🚀",
  location: { name: "Escritório central", address: "Av. Paulista, 1000 – São Paulo", latitude: -23.5615, longitude: -46.656 },
  joinLink: "https://call.whatsapp.com/video/abc123",
  extraGuestsAllowed: true,
  reminderMinutes: 60,
};

export const target = { gateway: "ryzeapi", instance: "main" };

/** Half a year before the event. Further ahead, the call link would cause a warning. */
export const options = { now: "2026-10-01T00:00:00Z" };

export const inputs = {
  zone: { ...booking, start: "2027-03-05T14:30:00", end: "2027-03-05T15:30:00", timeZone: "America/Sao_Paulo" },
  offset: { ...booking, start: "2027-03-05T14:30:00-03:00", end: "2027-03-05T15:30:00-03:00" },
};

/** The body in the form of RyzeAPI's documentation of November 2026. */
export const body = {
  number: "5511987654321",
  name: booking.name,
  startAt: "2027-03-05T14:30:00-03:00",
  endAt: "2027-03-05T15:30:00-03:00",
  description: booking.description,
  location: booking.location,
  joinLink: booking.joinLink,
  isScheduleCall: false,
  hasReminder: true,
  reminderOffsetSec: 3600,
  extraGuestsAllowed: true,
  isCanceled: false,
};

/** The same event with three faults: no name, a number that is too short, and an end before the start. */
export const faulty = (mode) => ({ ...inputs[mode], name: "", to: "+55 11 987", end: inputs[mode].start.replace("14:30", "13:30") });
