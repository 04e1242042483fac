// The door for browsers: the import is done when the module is ready.
import { load, start } from "./engine.js";

start(await load(new URL("./waevent_bg.wasm", import.meta.url)));

export * from "./api.js";
