// What the bindings ask of the host in their first line. The jsdom of Jest does not have it.
if (typeof TextDecoder === "undefined") {
  throw new Error("waevent needs TextDecoder and TextEncoder: in jsdom, set both on globalThis from node:util first, as a file of Jest's setupFiles can");
}
