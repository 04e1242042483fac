// The entry point for gateways of one's own. It starts nothing: whoever uses it imports another one as well. Its module stands in
// a script, so that it is the same everywhere.
import base64 from "./define.inline.js";
import { start } from "./definition.js";

start(() => new WebAssembly.Module(Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))));

export { defineGateway } from "./definition.js";
