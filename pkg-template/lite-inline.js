// `waevent/lite` without a second file: its module is embedded in the script, which makes it a third larger.
import { start } from "./engine.js";
import * as glue from "./lite-glue.js";
import base64 from "./lite-wasm.js";

start(glue, Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));

export * from "./lite-api.js";
