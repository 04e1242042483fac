// The life of the WebAssembly instance: compiled once, made anew if it ever traps, or takes too much memory.
import "./needs.js";
import { Buffers } from "./buffers.js";
import { InternalError, NotInitializedError } from "./errors.js";
import { Frame } from "./read.js";
import { LOAD_LANGUAGE } from "./wire.js";

/** A module with nothing in it: its mark and version. */
const SMALLEST = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** What an instance may keep. Its memory never shrinks, and what a usual call needs is a tenth of it. */
const MOST_BYTES = 1 << 25;

/** The scripts in front of the module: those of the whole one, or of lite's. */
let glue;

let module;

/** What the instance is asked through. */
let buffers;

const catalogs = [];

/** How many of the catalogs the instance knows. */
let taught = 0;

/** Whether the instance can be used: not after a trap, nor where it was made in part only. */
let isSound = false;

/** Whether the instance is asked something: the host's own functions, which it calls, may have been replaced by some that ask again. */
let isAsked = false;

/** How many readings are under way that an instance holds the state of. */
let held = 0;

/** Counts instances: what was made by an earlier one is gone. */
export let generation = 0;

/** Lines are what lite leaves out at least. */
const isWhole = ({ Builder }) => "lines" in Builder.prototype;

/**
 * Starts a module from its bytes, or from a compiled module, by the scripts in front of it. A second call changes nothing,
 * unless it brings the whole module where lite runs: that takes its place.
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
    taught = 0;
    isSound = true;
  } catch (error) {
    throw explained(error);
  }
}

/** The error itself, unless no module runs here: hosts say that in words of their own, and not what to do. */
function explained(cause) {
  if (typeof WebAssembly === "undefined") {
    return new Error("This runtime has no WebAssembly, which waevent needs", { cause });
  }
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

/** Makes a language known to the instance at its next call, and to each that replaces it. */
export function addLanguage(tag, catalog) {
  catalogs.push(Frame.of({ language: tag }, catalog));
}

/** Views as bytes: engines do not take each kind of view. */
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
  // Servers that return a page for every address say that all is well.
  if (!response.ok || type?.startsWith("text/html")) {
    throw new Error(`waevent's module is not at ${response.url} (${response.status}, ${type}): put waevent_bg.wasm there (in Vite set optimizeDeps.exclude to ["waevent"]), or import "waevent/inline"`);
  }
  // Engines stream from this type alone, without a charset behind it.
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
 * Calls `use` with the instance's buffers, and returns what it returns. What belongs together is one call: behind each the
 * instance may be another one. It is replaced before the next call where it trapped, and at once where it grew too large.
 */
export function call(use) {
  if (module === undefined) {
    throw new NotInitializedError();
  }
  if (isAsked) throw new InternalError(new Error("a call from within a call"));
  isAsked = true;
  try {
    if (!isSound) restart();
    for (; taught < catalogs.length; taught += 1) teach(catalogs[taught]);
    const answer = use(buffers);
    giveBack();
    return answer;
  } catch (error) {
    if (error instanceof InternalError) throw error;
    // All else came through the module's frames, under a name that differs between engines.
    isSound = false;
    throw new InternalError(error);
  } finally {
    isAsked = false;
  }
}

/** Keeps the instance, however large, while something reads of which it knows half. Returns what ends this, once. */
export function hold() {
  let isHeld = true;
  held += 1;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    held -= 1;
    giveBack();
  };
}

/** Replaces an instance that has grown too large. Its answer is there already: what fails is done before the next call. */
function giveBack() {
  if (held > 0 || buffers.size <= MOST_BYTES) return;
  isSound = false;
  try {
    restart();
  } catch {
    // Not sound yet.
  }
}

/** What is made in part only is not sound, and made again before the next call; so is one that learns in part only. */
function restart() {
  glue.__wbg_reset_state();
  buffers = new Buffers(glue);
  generation += 1;
  taught = 0;
  isSound = true;
}

function teach(catalog) {
  buffers.ask(LOAD_LANGUAGE, catalog, 0, false);
}
