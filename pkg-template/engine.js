// The life of the WebAssembly instance: compiled once, made anew if it ever traps.
import * as glue from "./waevent.js";
import { InternalError, NotInitializedError } from "./errors.js";

let module;
let trapped = false;

/** Counts instances: what was made by an earlier one is gone. */
export let generation = 0;

/** Starts the module from its bytes, or from a compiled module. A second call changes nothing. */
export function start(source) {
  if (module === undefined) {
    const compiled = source instanceof WebAssembly.Module ? source : new WebAssembly.Module(bytes(source));
    glue.initSync({ module: compiled });
    module = compiled;
    generation = 1;
  }
}

/** Views as bytes: engines do not take each kind of view. */
function bytes(source) {
  if (!ArrayBuffer.isView(source)) return source;
  return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
}

/** The compiled module from a URL or a response; anything else is returned as it came. */
export async function load(source) {
  if (typeof source !== "string" && !(source instanceof URL) && !(source instanceof Response)) {
    return source;
  }
  const response = source instanceof Response ? source : await fetch(source);
  if (!response.ok) {
    throw new Error(`waevent's module could not be loaded: ${response.status} from ${response.url}`);
  }
  // Engines stream from this type alone, without a charset behind it.
  const streams = response.headers.get("content-type") === "application/wasm";
  return streams ? WebAssembly.compileStreaming(response) : response.arrayBuffer();
}

/** Calls `use` with the module's functions. After a trap the instance is replaced before the next call. */
export function call(use) {
  if (module === undefined) {
    throw new NotInitializedError();
  }
  if (trapped) {
    restart();
  }
  try {
    return use(glue);
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) {
      trapped = true;
      throw new InternalError(error);
    }
    throw error;
  }
}

function restart() {
  glue.__wbg_reset_state();
  trapped = false;
  generation += 1;
}
