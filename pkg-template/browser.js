// The entry point for browsers. Its import completes when the module is ready.
import { load, start } from "./engine.js";
import * as glue from "./waevent.js";

// Vite 5 to 7 move the scripts to .vite/deps during development, but leave the module in the package.
const { href } = new URL("./waevent_bg.wasm", import.meta.url);

start(glue, await load(href.replace("/.vite/deps/", "/waevent/")));

export * from "./api.js";
