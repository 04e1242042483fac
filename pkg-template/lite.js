// `waevent/lite` for browsers, with a module of its own.
import { load, start } from "./engine.js";
import * as glue from "./lite-glue.js";

// As in browser.js, for Vite's development server.
const { href } = new URL("./waevent_lite.wasm", import.meta.url);

start(glue, await load(href.replace("/.vite/deps/", "/waevent/")));

export * from "./lite-api.js";
