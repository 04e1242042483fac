// The life of the WebAssembly instance: compiled once, made anew if it ever traps.
import * as glue from "./waevent.js";
import { InternalError, NotInitializedError } from "./errors.js";
import { Frame } from "./read.js";

/** What a language is handed over by; the number stands in the module's src/wasm/mod.rs too. */
const LOAD_LANGUAGE = 12;

/** A module with nothing in it: its mark and version. */
const SMALLEST = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

let module;
let trapped = false;
const catalogs = [];

/** Counts instances: what was made by an earlier one is gone. */
export let generation = 0;

/** Starts the module from its bytes, or from a compiled module. A second call changes nothing. */
export function start(source) {
  if (module !== undefined) return;
  try {
    const compiled = source instanceof WebAssembly.Module ? source : new WebAssembly.Module(bytes(source));
    glue.initSync({ module: compiled });
    module = compiled;
    generation = 1;
    catalogs.forEach(teach);
  } catch (error) {
    throw explained(error);
  }
}

/** The error itself, unless no module runs here: hosts say that in words of their own, and not what to do. */
function explained(cause) {
  try {
    // WebKit refuses the instance, other browsers the module.
    new WebAssembly.Instance(new WebAssembly.Module(SMALLEST));
    return cause;
  } catch {
    return new Error(
      "WebAssembly is forbidden here. Add 'wasm-unsafe-eval' to script-src of the content security policy, "
        + "or in workerd import waevent itself, which is compiled ahead",
      { cause },
    );
  }
}

/** Makes a language known, before the module starts or after, and to each instance that replaces one. */
export function addLanguage(tag, catalog) {
  const frame = Frame.of({ language: tag }, catalog);
  catalogs.push(frame);
  if (module !== undefined && !trapped) teach(frame);
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
  if (!streams) return response.arrayBuffer();
  return WebAssembly.compileStreaming(response).catch((error) => {
    throw explained(error);
  });
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
  catalogs.forEach(teach);
}

function teach({ slots, text }) {
  glue.ask(LOAD_LANGUAGE, slots, text, 0);
}
