// Reads the elements of an XML text with sax: strict, in pieces, and without entities that the document defines.
import sax from "sax";
import { FileError } from "../problem.js";

/** More than Excel allows in a cell. */
const MOST_CHARACTERS = 1 << 18;

/** Yields each start and end: `{ name, isEnd, attributes, text }`. `text` is the text between a start and its end. */
export async function* elements(pieces) {
  const parser = sax.parser(true, { strictEntities: true });
  let found = [];
  let text = "";
  let failed;
  parser.onerror = (error) => { failed ??= error; parser.error = null; };
  parser.onopentag = ({ name, attributes }) => {
    text = "";
    found.push({ name: local(name), isEnd: false, attributes, text });
  };
  parser.ontext = parser.oncdata = (more) => { if (text.length < MOST_CHARACTERS) text += more; };
  parser.onclosetag = (name) => {
    found.push({ name: local(name), isEnd: true, attributes: {}, text });
    text = "";
  };
  for await (const piece of pieces) {
    parser.write(piece);
    if (failed) throw new FileError(`the file is damaged: ${failed.message.split("\n")[0]}`);
    const some = found;
    found = [];
    yield* some;
  }
  parser.close();
  if (failed) throw new FileError(`the file is damaged: ${failed.message.split("\n")[0]}`);
  yield* found;
}

/** Some programs write `x:row` for `row`. */
const local = (name) => name.slice(name.indexOf(":") + 1);
