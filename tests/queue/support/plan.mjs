// Bookings, and what the gateway does to each, derived from one seed, so a run can be repeated.
import { createHash } from "node:crypto";

/** How many of a thousand bookings meet each fault at their first request. All others are sent. */
const FAULTS = {
  // Certainly not sent, and sent later.
  throttled: 3,
  unavailable: 8,
  unreached: 3,
  // Certainly not sent, permanently.
  refused: 10,
  // Unknown outcome. With "taken", the gateway had sent it before something broke.
  "500": 5,
  "500 taken": 5,
  "502": 5,
  "502 taken": 5,
  // The reply is a refusal, but contains the id of the message that was sent.
  "429 taken": 5,
  "503 taken": 5,
  closed: 8,
  "closed taken": 7,
  hung: 3,
  "hung taken": 3,
};

/** What happens to a booking, by its name. */
export function faultOf(name) {
  let number = createHash("sha256").update(`seed 1: ${name}`).digest().readUInt32BE(0) % 1000;
  for (const [fault, share] of Object.entries(FAULTS)) {
    if (number < share) return fault;
    number -= share;
  }
  return "none";
}

export const isUnknown = (fault) => /^(500|502|429|503|closed|hung)/.test(fault);

/** Whether a fault is certainly not sent at first, and sent later. */
export const isLater = (fault) => ["throttled", "unavailable", "unreached"].includes(fault);

/** Always in the future. */
const YEAR = new Date().getUTCFullYear() + 1;

/** Booking number `at`: with its own phone number, and with a name by which the stand-in recognises it. */
export function booking(at) {
  const digits = String(90_000_000 + at);
  return { to: `+55 11 9${digits.slice(0, 4)}-${digits.slice(4)}`, name: `Booking ${at}`, start: `${YEAR}-09-10T14:00:00-03:00`, durationMinutes: 30 };
}

/** The same booking in another spelling. */
export const respelled = (event) => ({ ...event, to: event.to.replace(/[ -]/g, ""), start: `${YEAR}-09-10T17:00:00Z`, durationMinutes: null, end: `${YEAR}-09-10T14:30:00-03:00` });
