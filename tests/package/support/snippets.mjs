// The code in the package's texts, and what the texts say that it prints.

/** The languages of fences that contain no code for the package, and why. */
export const OTHER = {
  sh: "shell commands",
  json: "data",
  rust: "code of the crate, compiled and run with its documentation",
  toml: "a Cargo manifest",
  "": "output or text",
};

/** The languages of fences that contain code for the package. */
export const CODE = ["js", "mjs", "ts", "jsx", "tsx", "html", "vue", "astro"];

/**
 * The fenced blocks in these languages: { lang, code, line, skip }. `skip` is the reason given in a `<!-- not run: …
 * -->` before the block.
 */
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

/** The inline scripts of a page. */
export const scripts = (page) => [...page.matchAll(/<script(?: type="module")?>\n([\s\S]*?)<\/script>/g)].map(([, script]) => script);

/** The comments in a file with types, as Markdown. */
export const comments = (types) => [...types.matchAll(/\/\*\*([\s\S]*?)\*\//g)].map(([, body]) => body.replace(/^\s*\* ?/gm, "")).join("\n");

/**
 * The code with its claims turned into checks. A claim is the comment after `console.log(…);` or after an expression
 * statement, or the comment lines right below a closing brace, which say what was printed inside the braces.
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
