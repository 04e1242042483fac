// The life cycle of the WebAssembly instance. The module is compiled once; the instance is replaced if it traps or
// takes too much memory.
import "./needs.js";
import { Buffers } from "./buffers.js";
import { InternalError, NotInitializedError } from "./errors.js";
import { Frame } from "./read.js";
import { LOAD_LANGUAGE } from "./wire.js";

/** An empty module: only the magic number and the version. */
const SMALLEST = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** The most memory that an instance may keep. Memory never shrinks, and a usual call needs a tenth of this. */
const MOST_BYTES = 1 << 25;

/** The module's bindings: those of the whole module, or of lite. */
let glue;

let module;

/** The buffers of the present instance. */
let buffers;

const catalogs = [];

/** How many of the catalogs are loaded into the instance. */
let loaded = 0;

/** Whether the instance can be used. False after a trap, and while a restart is incomplete. */
let isSound = false;

/** Whether a call is running. The host functions that the module calls may have been replaced by ones that call waevent
 *  again. */
let isAsked = false;

/** How many streams of lines have state in the instance. */
let held = 0;

/** The number of the present instance. Builders of earlier instances are gone. */
export let generation = 0;

/** Lite's bindings lack lines, among others. */
const isWhole = ({ Builder }) => "lines" in Builder.prototype;

/**
 * Starts a module with its bindings (`scripts`), from its bytes or from a compiled module. A second call does
 * nothing, unless it brings the whole module while lite is running: then the whole module replaces lite.
 */
export function start(scripts, source) {
  if (module !== undefined && (isWhole(glue) || !isWhole(scripts))) return;
  try {
    const compiled = source instanceof WebAssembly.Module ? source : new WebAssembly.Module(bytes(source));
    const exported = WebAssembly.Module.exports(compiled).map(({ name }) => name);
    if (!exported.includes(isWhole(scripts) ? "builder_lines" : "ask")) throw new Error("This is not waevent's module");
    scripts.initSync({ module: compiled });
    buffers = new Buffers(scripts);
    [glue, module] = [scripts, compiled];
    generation += 1;
    loaded = 0;
    isSound = true;
  } catch (error) {
    throw explained(error);
  }
}

/** The error itself, or if no module can run here an error that says what to do: hosts word this differently and give
 *  no advice. */
function explained(cause) {
  if (typeof WebAssembly === "undefined") {
    return new Error("This runtime has no WebAssembly, which waevent needs", { cause });
  }
  try {
    // WebKit refuses to instantiate, other browsers to compile.
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

/** Adds a language. It is loaded into the instance at the next call, and into each that replaces it. */
export function addLanguage(tag, catalog) {
  catalogs.push(Frame.of({ language: tag }, catalog));
}

/** A view as bytes, because engines do not accept every kind of view. */
function bytes(source) {
  if (!ArrayBuffer.isView(source)) return source;
  return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
}

/** The compiled module from a URL or a response; anything else is returned as it came. */
export async function load(source) {
  const isAddress = typeof source === "string" || source instanceof URL;
  // jsdom has no Response.
  if (!isAddress && !(globalThis.Response && source instanceof Response)) return source;
  const response = isAddress ? await fetched(source) : source;
  const type = response.headers.get("content-type");
  // Servers that return a page for every URL do so with status 200.
  if (!response.ok || type?.startsWith("text/html")) {
    throw new Error(`waevent's module is not at ${response.url} (${response.status}, ${type}): put waevent_bg.wasm there (in Vite set optimizeDeps.exclude to ["waevent"]), or import "waevent/inline"`);
  }
  // Engines compile streams of exactly this type, without a charset.
  const streams = type === "application/wasm";
  if (!streams || !globalThis.WebAssembly?.compileStreaming) return response.arrayBuffer();
  return WebAssembly.compileStreaming(response).catch((error) => {
    throw explained(error);
  });
}

async function fetched(address) {
  try {
    return await fetch(address);
  } catch (cause) {
    throw new TypeError(`waevent's module could not be fetched from ${address}. Of a file hand over the bytes, or import "waevent/inline"`, { cause });
  }
}

/**
 * Calls `use` with the instance's buffers, and returns its result. Do in one call what needs the same instance: after
 * each call it may be replaced. An instance that trapped is replaced before the next call, one that grew too large
 * immediately.
 */
export function call(use) {
  if (module === undefined) {
    throw new NotInitializedError();
  }
  if (isAsked) throw new InternalError(new Error("a call from within a call"));
  isAsked = true;
  try {
    if (!isSound) restart();
    for (; loaded < catalogs.length; loaded += 1) loadLanguage(catalogs[loaded]);
    const answer = use(buffers);
    replaceIfLarge();
    return answer;
  } catch (error) {
    if (error instanceof InternalError) throw error;
    // Everything else came through the module's frames; engines name such errors differently.
    isSound = false;
    throw new InternalError(error);
  } finally {
    isAsked = false;
  }
}

/** Keeps the instance, however large, while it holds the state of a stream. Returns a function that ends this. */
export function hold() {
  let isHeld = true;
  held += 1;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    held -= 1;
    replaceIfLarge();
  };
}

/** Replaces an instance that has grown too large. The answer was already read, so a failed restart can wait for the
 *  next call. */
function replaceIfLarge() {
  if (held > 0 || buffers.size <= MOST_BYTES) return;
  isSound = false;
  try {
    restart();
  } catch {
    // `isSound` is false, so the next call restarts it.
  }
}

/** Replaces the instance. If this, or loading its languages, is interrupted, `isSound` is false, and the next call
 *  starts again. */
function restart() {
  glue.__wbg_reset_state();
  buffers = new Buffers(glue);
  generation += 1;
  loaded = 0;
  isSound = true;
}

function loadLanguage(catalog) {
  buffers.ask(LOAD_LANGUAGE, catalog, 0, false);
}
