// The entry point `waevent/define`, for gateways of the caller's own. It starts no instance: callers import another
// entry point too. Its module is embedded in a script, so one file serves every host.
import base64 from "./define.inline.js";
import { start } from "./definition.js";

start(() => new WebAssembly.Module(Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))));

export { defineGateway } from "./definition.js";
