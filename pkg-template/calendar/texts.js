// What calendars have one text for, and an event has several.

/** The description, with the link behind it: not every calendar shows the field that it has for links. */
export function details({ description, joinLink }) {
  if (joinLink === undefined || description?.includes(joinLink)) return description;
  return description === undefined ? joinLink : `${description}\n\n${joinLink}`;
}

/** The place in one line. Coordinates stand for a place that has no words. */
export function place({ location: { name, address, latitude, longitude } = {} }) {
  const words = [name, address].filter(Boolean);
  if (words.length > 0) return words.join(", ");
  return latitude === undefined ? undefined : `${degrees(latitude)}, ${degrees(longitude)}`;
}

/** Never with an exponent, which `String` writes for what is near to 0. */
export const degrees = (number) => number.toFixed(7).replace(/\.?0+$/, "");
