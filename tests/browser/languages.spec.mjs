// A language in a page is downloaded only if it is imported.
import { expect, installed, pageOf, test } from "./support/answers.mjs";

const folders = { "/waevent/": installed };
const importMap = `<script type="importmap">{ "imports": { "waevent": "/waevent/browser.js", "waevent/locales/ar": "/waevent/locales/ar.js" } }</script>`;
const telling = `
  import { parseEvent } from "waevent";
  const [issue] = parseEvent({ to: "+5511999999999", start: "2037-01-01T00:00:00Z" }, { language: "ar" }).issues;
  globalThis.answers = issue.message;`;

for (const [imports, message] of [["", "Give the event a name."], ['import "waevent/locales/ar";', "أدخل اسمًا للحدث."]]) {
  test(`a page ${imports ? "that imports Arabic gets Arabic" : "that does not import Arabic gets English"} messages`, async ({ answers }) => {
    const pages = { "/": pageOf(`<script type="module">${imports}${telling}</script>`, importMap) };
    const { text, faults, asked } = await answers({ folders, pages });
    expect(faults).toEqual([]);
    expect(text).toBe(message);
    expect(asked.filter((path) => path.includes("locales"))).toEqual(imports ? ["/waevent/locales/ar.js"] : []);
  });
}
