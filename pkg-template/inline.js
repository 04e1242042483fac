// The entry point that needs no second file: the module is embedded in the script, which makes it a third larger.
import base64 from "./wasm.inline.js";
import { start } from "./engine.js";
import * as glue from "./waevent.js";

start(glue, Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));

export * from "./api.js";
