// The door for Node: ready as soon as it is imported or required.
import { readFileSync } from "node:fs";
import { start } from "./engine.js";

start(readFileSync(new URL("./waevent_bg.wasm", import.meta.url)));

export * from "./api.js";
