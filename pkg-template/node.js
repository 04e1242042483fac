// The door for Node: ready as soon as it is imported or required.
import { readFileSync } from "node:fs";
import { start } from "./engine.js";
import "./locales/ar.js";
import "./locales/es.js";
import "./locales/pt-BR.js";

// The same module, compiled for speed: nobody downloads it.
start(readFileSync(new URL("./waevent_fast.wasm", import.meta.url)));

export * from "./api.js";
