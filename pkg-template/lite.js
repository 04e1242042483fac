// `waevent/lite` for browsers: a module of its own, which serves these functions.
import { load, start } from "./engine.js";
import * as glue from "./lite-glue.js";

// As in browser.js, for Vite's development server.
const { href } = new URL("./waevent_lite.wasm", import.meta.url);

start(glue, await load(href.replace("/.vite/deps/", "/waevent/")));

export * from "./lite-api.js";
