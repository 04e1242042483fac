// Prints the first cards as the guests will see them, to be checked before anything is sent.

const WIDTH = 56;

/** A card as lines of text. */
export function card({ number, unit, id, event, request }, language = "en") {
  const { to, name, start, end, location, description, canceled } = event;
  const place = [location?.name, location?.address].filter(Boolean).join(", ");
  const lines = [
    (canceled ? "✗ " : "") + name,
    `${day(start, language)}, ${clock(start)}${end ? ` – ${day(end, language) === day(start, language) ? "" : `${day(end, language)}, `}${clock(end)}` : ""}  (${start.timeZone ?? (start.rfc3339.endsWith("Z") ? "UTC" : start.rfc3339.slice(-6))})`,
    ...(place ? [place] : []),
    ...(description ? [description.split("\n")[0]] : []),
    `→ ${to.e164 ?? to.id}`,
  ];
  const head = `${unit} ${number}${id === undefined ? "" : `, ${id}`}`;
  const shown = lines.map((line) => `│ ${visible(line)}`);
  return [`┌ ${visible(head)} ${"─".repeat(Math.max(1, WIDTH - head.length))}`, ...shown, `└ ${new URL(request.url).host}`];
}

/** Removes control characters, which a terminal would obey. */
const visible = (text) => text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, " ");

const clock = ({ rfc3339 }) => rfc3339.slice(11, 16);

/** The event's local date, with its weekday, which shows if day and month were swapped. */
function day({ rfc3339 }, language) {
  const date = new Date(`${rfc3339.slice(0, 10)}T00:00:00Z`);
  return new Intl.DateTimeFormat(language, { dateStyle: "full", timeZone: "UTC" }).format(date);
}
