// Reads the packed tarball itself, not what an installer makes of it.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const BLOCK = 512;

export function tarballBytes() {
  const file = process.env.WAEVENT_TARBALL;
  if (!file) throw new Error("WAEVENT_TARBALL must name the packed tarball");
  return readFileSync(file);
}

/** The entries: name, kind ("0" is a regular file), mode, link and bytes. */
export function entries(packed = tarballBytes()) {
  const tar = gunzipSync(packed);
  const found = [];
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0;) {
    const field = (from, length) => tar.toString("utf8", at + from, at + from + length).split("\0")[0].trim();
    const size = Number.parseInt(field(124, 12), 8);
    found.push({
      name: field(0, 100),
      mode: Number.parseInt(field(100, 8), 8),
      kind: field(156, 1),
      link: field(157, 100),
      bytes: tar.subarray(at + BLOCK, at + BLOCK + size),
    });
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return found;
}
