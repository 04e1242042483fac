// A sample file: six bookings, two of them with faults.

import { exampleDay } from "../example.js";
import { csvLine } from "./csv.js";

export function sampleFile(now) {
  const day = exampleDay(now);
  const at = (time) => `${day}T${time}`;
  const rows = [
    ["to", "name", "start", "durationMinutes", "timeZone", "location.name", "extraGuestsAllowed"],
    ["120363019502650977@g.us", "Stand-up", at("09:00"), 15, "America/Sao_Paulo", "Sala 1", "false"],
    ["120363019502650977@g.us", "Corte, barba e café", at("10:00"), 45, "America/Sao_Paulo", "Salão \"Vila Nova\"", "true"],
    ["120363019502650977@g.us", "Retorno", "amanhã às 10h", 30, "America/Sao_Paulo", "Clínica", "false"],
    ["120363019502650977@g.us", "Reunión", at("11:30"), 60, "America/Mexico_City", "Oficina", "false"],
    ["55 11 98", "", at("12:00"), 30, "America/Sao_Paulo", "Sala 2", "false"],
    ["120363019502650977@g.us", "حفل", at("20:00"), 120, "Africa/Cairo", "القاهرة", "true"],
  ];
  return new File([rows.map(csvLine).join("")], "bookings.csv", { type: "text/csv" });
}
