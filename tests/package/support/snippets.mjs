// The code in the texts of the package, and what the texts say that it prints.

/** Fences that hold no code for the package, and why. */
export const OTHER = {
  sh: "commands of a shell",
  json: "data",
  rust: "the crate's, compiled and run with its documentation",
  toml: "a manifest of Cargo",
  "": "what a program or a person is shown",
};

/** Fences that hold code for it. */
export const CODE = ["js", "mjs", "ts", "jsx", "tsx", "html", "vue", "astro"];

/** The fenced blocks of these languages: { lang, code, line, skip }. `skip` is the reason of a `<!-- not run: … -->` in front. */
export function blocks(text, langs) {
  const found = [];
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const lang = lines[at].match(/^```(\w*)/)?.[1];
    if (lang === undefined) continue;
    const end = lines.findIndex((line, index) => index > at && line.startsWith("```"));
    if (end < 0) throw new Error(`line ${at + 1}: a block without an end`);
    const before = lines.slice(0, at).findLast((line) => line.trim() !== "") ?? "";
    const skip = before.match(/^<!-- not run: (.+) -->$/)?.[1];
    if (langs === undefined || langs.includes(lang)) found.push({ lang, code: lines.slice(at + 1, end).join("\n"), line: at + 1, skip });
    at = end;
  }
  return found;
}

/** The scripts inside of a page: those that are modules of its own. */
export const scripts = (page) => [...page.matchAll(/<script(?: type="module")?>\n([\s\S]*?)<\/script>/g)].map(([, script]) => script);

/** The text of the comments of a file of types, as Markdown. */
export const comments = (types) => [...types.matchAll(/\/\*\*([\s\S]*?)\*\//g)].map(([, body]) => body.replace(/^\s*\* ?/gm, "")).join("\n");

/**
 * The code with its claims made checks. Claims are the comment behind `console.log(…);` or behind an expression that
 * stands alone, and the comment lines right below a closing brace, which say what was printed in the braces.
 */
export function withClaims(code) {
  let count = 0;
  let below = false;
  const lines = code.split("\n").map((line) => {
    const [, printed, claim] = line.match(/^\s*console\.log\((.*)\);\s*\/\/ (.+)$/) ?? [];
    const [, value, worth] = printed === undefined ? line.match(/^\s*(?!const |let |var |if |for |await |return |import |\/\/)(\S.*);\s*\/\/ (.+)$/) ?? [] : [];
    below = line === "}" || (below && line.startsWith("// "));
    if (below && line.startsWith("// ")) {
      count += 1;
      return `printed(${JSON.stringify(line.slice(3))});`;
    }
    if (printed === undefined && value === undefined) return line;
    count += 1;
    return `claim(${JSON.stringify(claim ?? worth)}, ${printed ?? value});`;
  });
  return { code: lines.join("\n"), count };
}
