// The entry point for browsers: the import is done when the module is ready.
import { load, start } from "./engine.js";
import * as glue from "./waevent.js";

// While a page is being developed, Vite 5 to 7 keep the scripts in .vite/deps. The module stays in the package.
const { href } = new URL("./waevent_bg.wasm", import.meta.url);

start(glue, await load(href.replace("/.vite/deps/", "/waevent/")));

export * from "./api.js";
