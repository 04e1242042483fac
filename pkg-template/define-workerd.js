// `waevent/define` for Cloudflare's runtime, which compiles modules ahead of time.
import module from "./waevent_define.wasm";
import { start } from "./definition.js";

start(() => module);

export { defineGateway } from "./definition.js";
