// The lines of an iCalendar object (RFC 5545, 3.1): ended by CRLF, and folded.

/** In octets of UTF-8, without the line end, and including the space at the start of a folded line. */
const LONGEST = 75;

export const written = (lines) => lines.map((line) => `${folded(line)}\r\n`).join("");

/** A value of the type TEXT (3.3.11). */
export const text = (value) => value.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");

/** Folds a line. It is cut between characters, so each part is valid UTF-8. */
function folded(line) {
  let out = "";
  let octets = 0;
  for (const character of line) {
    const code = character.codePointAt(0);
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > LONGEST) {
      out += "\r\n ";
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}
