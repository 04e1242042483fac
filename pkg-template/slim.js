// The entry point that loads nothing by itself: the caller passes the module.
import { load, start } from "./engine.js";
import * as glue from "./waevent.js";

/** Starts the module synchronously, from bytes or a compiled module. */
export function initSync(source) {
  start(glue, source);
}

/** Starts the module from a URL, a response, bytes or a compiled module. */
export async function init(source) {
  start(glue, await load(await source));
}

export * from "./api.js";
