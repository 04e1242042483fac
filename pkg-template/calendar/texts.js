// Fields that are one text in a calendar, but several in an event.

/** The description followed by the link, because not every calendar shows its field for links. */
export function details({ description, joinLink }) {
  if (joinLink === undefined || description?.includes(joinLink)) return description;
  return description === undefined ? joinLink : `${description}\n\n${joinLink}`;
}

/** The location on one line: its texts, or its coordinates if it has none. */
export function place({ location: { name, address, latitude, longitude } = {} }) {
  const words = [name, address].filter(Boolean);
  if (words.length > 0) return words.join(", ");
  return latitude === undefined ? undefined : `${degrees(latitude)}, ${degrees(longitude)}`;
}

/** A number without an exponent, which `String` would write for numbers close to 0. */
export const degrees = (number) => number.toFixed(7).replace(/\.?0+$/, "");
