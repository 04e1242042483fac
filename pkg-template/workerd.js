// The entry point for Cloudflare's runtime, which compiles modules ahead of time and provides no bytes at run time.
import module from "./waevent_bg.wasm";
import { start } from "./engine.js";
import * as glue from "./waevent.js";

start(glue, module);

export * from "./api.js";
