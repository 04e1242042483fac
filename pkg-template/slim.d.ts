/**
 * The package without its WebAssembly module: you pass the module to `init` or `initSync`. `waevent_bg.wasm` is
 * compiled for size, `waevent_fast.wasm` for speed; both return the same results.
 */
export * from "./index.js";

/** The module's bytes, or the compiled module. */
export type ModuleSource = ArrayBuffer | ArrayBufferView | WebAssembly.Module;

/**
 * Starts the module synchronously; the functions then work. A second call does nothing.
 *
 * ```js
 * import { readFileSync } from "node:fs";
 * import { initSync, parseEvent } from "waevent/slim";
 *
 * initSync(readFileSync("waevent_bg.wasm"));
 * ```
 */
export function initSync(source: ModuleSource): void;

/**
 * Starts the module from a URL, a response, bytes or a compiled module; the functions then work. A second call does
 * nothing.
 *
 * ```js
 * import { readFile } from "node:fs/promises";
 * import { init, parseTime } from "waevent/slim";
 *
 * await init(readFile("waevent_bg.wasm"));
 * parseTime("2027-09-10T14:00:00Z").ok; // true
 * ```
 */
export function init(source: string | URL | Response | ModuleSource | Promise<Response | ModuleSource>): Promise<void>;
