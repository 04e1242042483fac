// Links on the project's pages lead to existing files and headings.
import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { markdown } from "./support/markdown.mjs";
import { guide } from "./support/documents.mjs";
import { repository } from "./support/files.mjs";

const text = (name) => readFileSync(join(repository, name), "utf8");

/** The anchors of a page's headings, as GitHub creates them. */
const anchors = (page) => new Set([...page.matchAll(/^#+ (.+)$/gm)].map(([, title]) => title.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "").trim().replaceAll(" ", "-")));

function isBroken(from, link) {
  if (/^(https?|mailto):/.test(link)) return false;
  const [file, anchor] = link.split("#");
  const path = file === "" ? from : join(dirname(from), file);
  if (!existsSync(join(repository, path))) return true;
  if (anchor === undefined) return false;
  return statSync(join(repository, path)).isDirectory() || !anchors(text(path)).has(anchor);
}

test("every link of every page has a target", () => {
  const links = markdown.flatMap((name) => [...text(name).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => ({ name, link })));
  assert.ok(links.length > 50, `only ${links.length} links`);
  assert.deepEqual(links.filter(({ name, link }) => isBroken(name, link)), []);
});

test("every page of the guide is linked from the README", () => {
  const readme = text("README.md");
  assert.deepEqual(guide.filter((name) => !readme.includes(`](${name})`)), []);
});
