// The door for Cloudflare's runtime, which compiles modules ahead and gives no bytes at run time.
import module from "./waevent_bg.wasm";
import { start } from "./engine.js";

start(module);

export * from "./api.js";
