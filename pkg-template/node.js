// The entry point for Node: ready as soon as it is imported or required.
import { readFileSync } from "node:fs";
import { start } from "./engine.js";
import * as glue from "./waevent.js";
import "./locales/ar.js";
import "./locales/es.js";
import "./locales/pt-BR.js";

start(glue, fast());

/** The module compiled for speed. Bundlers do not copy it, and leave `import.meta` empty in CommonJS. */
function fast() {
  try {
    return readFileSync(import.meta.url ? new URL("./waevent_fast.wasm", import.meta.url) : `${__dirname}/waevent_fast.wasm`);
  } catch (cause) {
    throw new Error('waevent_fast.wasm cannot be read beside this script. Copy it there, or import "waevent/inline"', { cause });
  }
}

export * from "./api.js";
