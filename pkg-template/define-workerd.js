// The same for Cloudflare's runtime, which compiles modules ahead.
import module from "./waevent_define.wasm";
import { start } from "./definition.js";

start(() => module);

export { defineGateway } from "./definition.js";
