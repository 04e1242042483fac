// The code examples in the README, the guide and the types' comments, as modules that a compiler can read.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { documents } from "./documents.mjs";
import { consumer } from "./files.mjs";
import { blocks, CODE, comments, scripts } from "./snippets.mjs";

const installed = join(consumer(), "node_modules", "waevent");

/** The files with types, except those of languages, which contain nothing. */
export const types = readdirSync(installed).filter((name) => name.endsWith(".d.ts"));

/** The text of a document, or of the comments in a file with types. */
export const textOf = (name) => documents[name] ?? comments(readFileSync(join(installed, name), "utf8"));

/** Examples that need a framework are compiled and run elsewhere: in tests/libraries/ and tests/recipes/. */
const isHere = ({ lang, skip }) => !["jsx", "tsx"].includes(lang) && !skip;

const modulesOf = (name) => blocks(textOf(name), CODE).filter(isHere).flatMap(({ lang, code, line }) =>
  (lang === "html" ? scripts(code) : [code]).map((script) => [`${name.replace(/\W/g, "-")}-${line}`, `export {};\n${script}`]));

/** { name: code } */
export const pieces = Object.fromEntries([...Object.keys(documents), ...types].flatMap(modulesOf));

/** The examples as files with this extension, and a declaration of what they assume. */
export function sourcesOf(ending) {
  const given = readFileSync(new URL("../fixtures/types/given.d.ts", import.meta.url), "utf8");
  // Examples in the comments of index.d.ts use its names as if they were imported.
  const names = [...readFileSync(join(installed, "index.d.ts"), "utf8").matchAll(/^export (?:const|function|class) (\w+)/gm)].map(([, name]) => name);
  const taken = names.map((name) => `declare const ${name}: (typeof import("waevent"))["${name}"];\n`).join("");
  return { ...Object.fromEntries(Object.entries(pieces).map(([name, code]) => [`${name}.${ending}`, code])), "given.d.ts": given + taken };
}

/** The compiler's errors with the lines that they are about, in readable form. */
export const shown = (errors, sources) => errors.map(({ file, line, message }) => `${file}: ${sources[file]?.split("\n")[line - 1]}\n${message}`);
