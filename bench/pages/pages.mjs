// The pages whose size, start and first verdict are measured. Each checks an event and builds the body of its request.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { INLINE, LITE, OTHER, WHOLE, ZOD } from "../names.mjs";
import { bundle } from "./bundle.mjs";

const pkg = fileURLToPath(new URL("../../pkg/", import.meta.url));

export const FORM = "waevent/lite with waevent/form and Spanish";

/** A page that uses a build: its script, and its wasm module if that is a separate file. It sets `globalThis.check`. */
const of = (folder, entry, wasm) => ({
  code: `import { buildRequest } from ${JSON.stringify(join(folder, entry))}; globalThis.check = buildRequest;`,
  ...(wasm && { module: join(folder, wasm), wasm }),
});

const peers = (phones, file, build) => ({
  code: `import { parsePhoneNumberFromString } from "libphonenumber-js/${phones}"; import { ${build} } from "./peers/${file}.mjs";
    globalThis.check = ${build}(parsePhoneNumberFromString);`,
});

const lite = of(pkg, "lite.js", "waevent_lite.wasm");

/** All pages, by name. `other` is the folder of another build, if there is one. */
const described = (other) => ({
  [WHOLE]: of(pkg, "browser.js", "waevent_bg.wasm"),
  [LITE]: lite,
  [FORM]: {
    ...lite,
    code: ["lite.js", "locales/es.js"].map((file) => `import ${JSON.stringify(join(pkg, file))};`).join(" ")
      + `import { bindForm } from ${JSON.stringify(join(pkg, "form.js"))}; globalThis.check = bindForm;`,
  },
  [INLINE]: of(pkg, "inline.js"),
  ...(other && { [OTHER]: of(other, "browser.js", "waevent_bg.wasm") }),
  [ZOD]: peers("max", "zod-luxon", "zodWith"),
  "zod + luxon + libphonenumber-js/min": peers("min", "zod-luxon", "zodWith"),
  "valibot + temporal-polyfill + libphonenumber-js/max": peers("max", "valibot-temporal", "valibotWith"),
  "valibot + temporal-polyfill + libphonenumber-js/min": peers("min", "valibot-temporal", "valibotWith"),
});

/** The bundled pages: the script, and the name and bytes of the module. */
export async function pages(other) {
  const bundled = Object.entries(described(other)).map(async ([name, { code, module, wasm }]) => [
    name,
    { script: await bundle(code), ...(wasm && { wasm, module: readFileSync(module) }) },
  ]);
  return Object.fromEntries(await Promise.all(bundled));
}
