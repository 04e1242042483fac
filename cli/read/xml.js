// The elements of an XML text, by sax: strict, in pieces, and without entities of a document's own.
import sax from "sax";
import { FileError } from "../problem.js";

/** More than Excel lets into a cell. */
const MOST_CHARACTERS = 1 << 18;

/** Each start and end: { name, isEnd, attributes, text }. `text` is what stands between an end and its start. */
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
