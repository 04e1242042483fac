// The entry point that loads nothing on its own: the caller says where the module comes from.
import { load, start } from "./engine.js";
import * as glue from "./waevent.js";

/** Makes the functions ready from bytes or a compiled module, at once. */
export function initSync(source) {
  start(glue, source);
}

/** Makes the functions ready from a URL, a response, bytes or a compiled module. */
export async function init(source) {
  start(glue, await load(await source));
}

export * from "./api.js";
