// The code of the recipes and the example of waevent/react compile under tsc --strict with their frameworks' types.
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "@playwright/test";
import { start } from "../package/support/child.mjs";
import { textOf } from "../package/support/pieces.mjs";
import { blocks, scripts } from "../package/support/snippets.mjs";
import { compilerOf, MODES } from "../package/support/tsc.mjs";
import { laidOut, recipe, root } from "./support/recipe.mjs";

/** Declares what a framework provides without an import. */
const GIVEN = {
  astro: 'declare const Astro: import("astro").AstroGlobal;',
  nuxt: `
    declare const defineNuxtConfig: (config: import("nuxt/schema").NuxtConfig) => import("nuxt/schema").NuxtConfig;
    declare const defineEventHandler: typeof import("h3").defineEventHandler;
    declare const readFormData: typeof import("h3").readFormData;
    declare const createError: typeof import("h3").createError;
    declare const $fetch: typeof import("ofetch").$fetch;`,
};

/** The modules inside a file that consists of several, by extension. */
const INSIDE = {
  astro: (text) => ({ ".ts": /^---\n([\s\S]*?)^---$/m.exec(text)[1], ".client.ts": scripts(text)[0] }),
  vue: (text) => ({ ".ts": /<script setup lang="ts">\n([\s\S]*?)<\/script>/.exec(text)[1] }),
};

/**
 * Compiles the scripts in this folder, including JavaScript, with each way of resolving, and returns the compiler's
 * errors.
 */
async function compiled(folder, files, types) {
  const link = (name, target) => {
    const place = join(folder, "node_modules", name);
    mkdirSync(dirname(place), { recursive: true });
    if (!existsSync(place)) symlinkSync(target, place);
  };
  for (const [name, home] of Object.entries(types)) link(name, join(root, home, "node_modules", name));
  const compilerOptions = {
    strict: true, noEmit: true, allowJs: true, checkJs: true, skipLibCheck: true, jsx: "react-jsx", target: "es2022", lib: ["es2022", "dom", "dom.iterable"],
    moduleDetection: "force", types: ["node"],
  };
  let said = "";
  for (const [mode, { options }] of Object.entries(MODES)) {
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { ...compilerOptions, ...options }, files }));
    const { stdout, stderr } = await start([compilerOf(import.meta.url, "typescript"), "--pretty", "false", "-p", "tsconfig.json"], { cwd: folder });
    if (stdout + stderr !== "") said += `${mode}: ${stdout}${stderr}`;
  }
  return said;
}

const TYPES = { "@types/node": "tests/libraries", "@types/react": "tests/libraries" };
const OF_NUXT = { h3: "tests/recipes", ofetch: "tests/recipes", vue: "tests/recipes" };

for (const name of ["astro", "fastify", "next", "nuxt", "plain-page", "react-hook-form", "vee-validate", "webhooks-fastify", "webhooks-hono"]) {
  test(`the recipe ${name} compiles`, async () => {
    const { files } = recipe(name);
    const all = Object.entries(files).flatMap(([path, text]) => {
      const inside = INSIDE[path.split(".").at(-1)];
      return inside ? Object.entries(inside(text)).map(([ending, code]) => [path + ending, code]) : [[path, text]];
    }).filter(([path]) => /\.[mc]?[jt]sx?$/.test(path));
    expect(all.length).toBeGreaterThan(0);
    if (GIVEN[name]) all.push(["given.d.ts", GIVEN[name]]);
    await laidOut(name, async (folder) => {
      expect(await compiled(folder, all.map(([path]) => path), { ...TYPES, ...(name === "nuxt" ? OF_NUXT : {}) })).toBe("");
    }, Object.fromEntries(all));
  });
}

test("the example of waevent/react compiles", async () => {
  const [{ code }] = blocks(textOf("react.d.ts"), ["tsx"]);
  await laidOut("next", async (folder) => expect(await compiled(folder, ["Booking.tsx"], TYPES)).toBe(""), { "Booking.tsx": code });
});
